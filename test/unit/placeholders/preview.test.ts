import assert from 'node:assert/strict';
import { decode, encode } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { renderPreview } from '../../../src/placeholders/render/renderViews';
import { readGlb } from '../../../src/placeholders/upload/readGlb';
import { glbFromImage, glbFromPrompt, glbFromViews } from './glb';

interface Seen {
	/** Share of the picture that the model covers. */
	readonly covered: number;
	readonly colour: readonly [number, number, number];
	/** Alpha of the corners. */
	readonly corners: readonly number[];
	readonly width: number;
	readonly height: number;
}

/** Looks at a preview: its coverage and mean colour, within columns if asked. */
async function seen(glb: Uint8Array, from = 0, to = 256): Promise<Seen> {
	const { width, height, data, channels } = decode(await renderPreview(await readGlb(glb)));
	assert.equal(channels, 4);
	const sum = [0, 0, 0, 0];
	for (let pixel = 0; pixel < width * height; pixel++) {
		if (pixel % width < from || pixel % width >= to) continue;
		const alpha = (data[pixel * 4 + 3] ?? 0) / 255;
		for (let channel = 0; channel < 3; channel++)
			sum[channel] = (sum[channel] ?? 0) + (data[pixel * 4 + channel] ?? 0) * alpha;
		sum[3] = (sum[3] ?? 0) + alpha;
	}
	const mean = (channel: number): number => (sum[channel] ?? 0) / (sum[3] || 1);
	const corners = [0, width - 1, width * (height - 1), width * height - 1].map(
		(pixel) => data[pixel * 4 + 3] ?? 0,
	);
	return {
		covered: (sum[3] ?? 0) / (width * height),
		colour: [mean(0), mean(1), mean(2)],
		corners,
		width,
		height,
	};
}

function solid(red: number, green: number, blue: number): Uint8Array {
	const data = Uint8Array.from({ length: 32 * 32 * 3 }, (_, index) => [red, green, blue][index % 3] ?? 0);
	return encode({ width: 32, height: 32, data, channels: 3, depth: 8 });
}

describe('preview of a model', () => {
	it('shows the model on a transparent ground, 256 pixels square', async () => {
		const { covered, corners, width, height } = await seen(
			await glbFromPrompt('barrel', { seed: 1, texture: true }),
		);
		assert.deepEqual([width, height], [256, 256]);
		assert.ok(covered > 0.3 && covered < 0.8, `covers ${covered}`);
		assert.deepEqual(corners, [0, 0, 0, 0]);
	});

	it('shows colours, with and without textures', async () => {
		for (const texture of [true, false]) {
			const [red, green, blue] = (await seen(await glbFromPrompt('red crate', { seed: 1, texture }))).colour;
			assert.ok(red > green * 1.4 && red > blue * 1.4, `${red} ${green} ${blue}`);
			const blueish = (await seen(await glbFromPrompt('blue slime', { seed: 1, texture }))).colour;
			assert.ok(blueish[2] > blueish[0] * 1.4);
		}
	});

	it('shows a slim thing slim', async () => {
		assert.ok((await seen(await glbFromPrompt('spear', { seed: 1, texture: true }))).covered < 0.05);
	});

	it('shows pictures, JPEG too', async () => {
		const data = Uint8Array.from({ length: 32 * 32 * 4 }, (_, index) => [20, 180, 40, 255][index % 4] ?? 0);
		const jpeg = new Uint8Array(encodeJpeg({ width: 32, height: 32, data }, 90).data);
		const [red, green, blue] = (await seen(await glbFromImage(jpeg))).colour;
		assert.ok(green > red * 2 && green > blue * 2);
	});

	it("sees the front to the left and the subject's left side to the right of it", async () => {
		const glb = await glbFromViews({ front: solid(220, 30, 30), left: solid(30, 30, 220) });
		const front = (await seen(glb, 60, 120)).colour;
		assert.ok(front[0] > front[2]);
		const side = (await seen(glb, 200, 240)).colour;
		assert.ok(side[2] > side[0]);
	});
});
