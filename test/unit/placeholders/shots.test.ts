import assert from 'node:assert/strict';
import { decode, encode } from 'fast-png';
import { makePbrMaps } from '../../../src/placeholders/images/pbrMaps';
import { UnreadableImage } from '../../../src/placeholders/images/pixels';
import { modelFromPrompt } from '../../../src/placeholders/modelFromPrompt';
import { modelFromViews } from '../../../src/placeholders/modelFromViews';
import { renderConcept } from '../../../src/placeholders/render/renderConcept';
import { renderFourViews } from '../../../src/placeholders/render/renderViews';

function solid(red: number, green: number, blue: number): Uint8Array {
	const data = Uint8Array.from({ length: 32 * 32 * 3 }, (_, index) => [red, green, blue][index % 3] ?? 0);
	return encode({ width: 32, height: 32, data, channels: 3, depth: 8 });
}

/** The colour at a share of the way from the left and from the top. */
function colourAt(png: Uint8Array, x: number, y: number): number[] {
	const { width, height, data, channels } = decode(png);
	const pixel = Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1));
	return [...data.slice(pixel * channels, pixel * channels + channels)];
}

/** The share of columns and of rows in which anything differs from the ground in the corner. */
function covered(png: Uint8Array): { across: number; down: number } {
	const { width, height, data, channels } = decode(png);
	const columns = new Set<number>();
	const rows = new Set<number>();
	for (let pixel = 0; pixel < width * height; pixel++) {
		const same = Array.from({ length: channels }, (_, channel) => channel).every(
			(channel) => data[pixel * channels + channel] === data[channel],
		);
		if (same) continue;
		columns.add(pixel % width);
		rows.add(Math.floor(pixel / width));
	}
	return { across: columns.size / width, down: rows.size / height };
}

describe('views from four sides', () => {
	it('show each side where it is, left being the subject’s own', async () => {
		const thing = await modelFromViews({
			front: solid(200, 0, 0),
			left: solid(0, 200, 0),
			back: solid(0, 0, 200),
			right: solid(200, 200, 0),
		});
		const views = await renderFourViews(thing, 64);
		const lit = ([red = 0, green = 0, blue = 0]: number[]): string =>
			[red, green, blue].map((value) => (value > 60 ? 1 : 0)).join('');
		const middles = [views.front, views.left, views.back, views.right].map((view) =>
			lit(colourAt(view, 0.5, 0.5)),
		);
		assert.deepEqual(middles, ['100', '010', '001', '110']);
	});

	it('have one scale and a ground', async () => {
		const views = await renderFourViews(modelFromPrompt('car', { seed: 1, texture: false }), 128);
		const [front, left] = [covered(views.front), covered(views.left)];
		assert.ok(left.across > 0.85 && left.across < 0.95, `${left.across}`);
		assert.ok(front.across < left.across * 0.6);
		assert.ok(Math.abs(front.down - left.down) < 0.05);
		const [red = 0, green = 0, blue = 0] = colourAt(views.front, 0, 0);
		assert.ok(red > 200 && red === green && green === blue);
	});
});

describe('a concept picture', () => {
	it('shows what a prompt would become', async () => {
		const png = await renderConcept('red dragon', { seed: 1, side: 128 });
		const { width, height, channels } = decode(png);
		assert.deepEqual([width, height, channels], [128, 128, 3]);
		const { across, down } = covered(png);
		assert.ok(Math.max(across, down) > 0.8);
		assert.deepEqual(await renderConcept('red dragon', { seed: 1, side: 128 }), png);
		assert.notDeepEqual(await renderConcept('blue dragon', { seed: 1, side: 128 }), png);
	});

	it('shows a picture that it is made after, whole', async () => {
		const png = await renderConcept(solid(10, 20, 220), { seed: 1, side: 100 });
		assert.deepEqual(colourAt(png, 0.5, 0.5), [10, 20, 220]);
		assert.ok((colourAt(png, 0, 0)[0] ?? 0) > 200);
		await assert.rejects(renderConcept(new Uint8Array(9), { seed: 1 }), UnreadableImage);
	});

	it('can do without a ground', async () => {
		const png = await renderConcept('crate', { seed: 1, side: 64, transparent: true });
		assert.equal(colourAt(png, 0, 0)[3], 0);
		assert.equal(colourAt(png, 0.5, 0.5)[3], 255);
	});
});

describe('material maps', () => {
	it('tell metal from stone, and have relief where the picture has', async () => {
		const [metal, brick] = await Promise.all(
			['steel shield', 'brick wall'].map((prompt) =>
				makePbrMaps(modelFromPrompt(prompt, { seed: 1, texture: true })),
			),
		);
		assert.ok(metal && brick);
		assert.ok((colourAt(metal.metallic, 0.5, 0.5)[0] ?? 0) > 150);
		assert.equal(colourAt(brick.metallic, 0.5, 0.5)[0], 0);
		assert.ok((colourAt(brick.roughness, 0.5, 0.5)[0] ?? 0) > (colourAt(metal.roughness, 0.5, 0.5)[0] ?? 0));
		const { data } = decode(brick.normal);
		assert.ok(new Set(data.filter((_, index) => index % 3 === 0)).size > 5);
		const sizes = Object.values(brick).map((png) => [decode(png).width, decode(png).height].join());
		assert.equal(new Set(sizes).size, 1);
	});

	it('are flat where there is no picture, and small where it is large', async () => {
		const plain = await makePbrMaps(modelFromPrompt('barrel', { seed: 1, texture: false }));
		assert.deepEqual(colourAt(plain.normal, 0.3, 0.3), [128, 128, 255]);
		const data = new Uint8Array(1200 * 300 * 3).fill(90);
		const wide = encode({ width: 1200, height: 300, data, channels: 3, depth: 8 });
		const banner = await modelFromViews({ front: wide });
		const { width, height } = decode((await makePbrMaps(banner)).base_color);
		assert.deepEqual([width, height], [256, 64]);
	});
});
