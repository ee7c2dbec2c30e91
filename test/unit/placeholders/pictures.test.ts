import assert from 'node:assert/strict';
import { decode, encode } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import { UnreadableImage } from '../../../src/placeholders/images/pixels';
import { glbFromImage, glbFromViews } from './glb';
import { complaintsAbout, factsOf } from './model';

/** Red, 16 × 24, the upper third transparent. */
const webpWithAlpha =
	'UklGRnIAAABXRUJQVlA4WAoAAAAQAAAADwAAFwAAQUxQSBMAAAABDzD/ERFCTEPoX9ppGkT0P0k3AFZQOCA4AAAAEAMAnQEqEAAYAD61SJ5JpyQioTAIAOAWiUAVhdAAEDYAAP7fgD7oMs4X8//LP/P74u8cPj34AAA=';
const losslessWebp = 'UklGRigAAABXRUJQVlA4TBsAAAAvD8AFEA8wPMM9KPMf8BDTEPqXdpoGEf1P0g0A';
const opaqueWebp =
	'UklGRkQAAABXRUJQVlA4IDgAAAAQAwCdASoQABgAPrVInkmnJCKhMAgA4BaJQBWF0AAQNgAA/t+APugyzhfz/8s/8/vi7xw+PfgAAA==';

function bytesOf(base64: string): Uint8Array {
	return Uint8Array.from(Buffer.from(base64, 'base64'));
}

/** A picture whose upper half is clear when `alpha` is 0. */
function rgba(width: number, height: number, alpha: number): Uint8Array {
	return Uint8Array.from({ length: width * height * 4 }, (_, index) => {
		if (index % 4 === 3) return index < width * height * 2 ? alpha : 255;
		return (index * 37) % 256;
	});
}

function png(width: number, height: number, alpha = 255): Uint8Array {
	return encode({ width, height, data: rgba(width, height, alpha), channels: 4, depth: 8 });
}

function jpeg(width: number, height: number): Uint8Array {
	return new Uint8Array(encodeJpeg({ width, height, data: rgba(width, height, 255) }, 80).data);
}

/** Puts a chunk after the header of a PNG, as photo editors do. Its checksum is not read by anyone here. */
function withChunk(bytes: Uint8Array, type: string, data: Uint8Array): Uint8Array {
	const chunk = Buffer.alloc(data.length + 12);
	chunk.writeUInt32BE(data.length);
	chunk.write(type, 4, 'latin1');
	chunk.set(data, 8);
	return Uint8Array.from([...bytes.subarray(0, 33), ...chunk, ...bytes.subarray(33)]);
}

describe('a model from a picture', () => {
	it('carries a JPEG as it is, one metre tall and as wide as the picture', async () => {
		const picture = jpeg(48, 32);
		const glb = await glbFromImage(picture);
		assert.deepEqual(await complaintsAbout(glb), []);
		const { images, low, high, cutOut } = await factsOf(glb);
		assert.deepEqual(
			images.map(({ mimeType }) => mimeType),
			['image/jpeg'],
		);
		assert.deepEqual(images[0]?.bytes, picture);
		assert.equal(cutOut, false);
		assert.ok(Math.abs(low[1] ?? 1) < 1e-4 && Math.abs((high[1] ?? 0) - 1) < 1e-4);
		assert.ok(Math.abs((high[0] ?? 0) - (low[0] ?? 0) - 1.5) < 1e-4);
	});

	it('cuts a PNG out along its transparency, and only then', async () => {
		const clear = await glbFromImage(png(20, 30, 0));
		assert.deepEqual(await complaintsAbout(clear), []);
		assert.equal((await factsOf(clear)).cutOut, true);
		assert.equal((await factsOf(await glbFromImage(png(20, 30)))).cutOut, false);
	});

	it('turns WebP of all sorts into PNG with the same pixels', async () => {
		for (const [webp, holes] of [
			[webpWithAlpha, true],
			[losslessWebp, true],
			[opaqueWebp, false],
		] as const) {
			const glb = await glbFromImage(bytesOf(webp));
			assert.deepEqual(await complaintsAbout(glb), []);
			const { images, cutOut } = await factsOf(glb);
			assert.equal(cutOut, holes);
			assert.equal(images[0]?.mimeType, 'image/png');
			const { width, height, data, channels } = decode(images[0]?.bytes ?? new Uint8Array());
			assert.deepEqual([width, height], [16, 24]);
			const last = data.subarray(data.length - channels);
			assert.ok((last[0] ?? 0) > 190 && (last[1] ?? 255) < 90, `last pixel is ${last}`);
		}
	});

	it('drops colour profiles and odd densities, which glTF forbids', async () => {
		const odd = withChunk(
			withChunk(png(16, 16), 'gAMA', Uint8Array.of(0, 0, 1, 0)),
			'pHYs',
			Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 2, 0),
		);
		assert.deepEqual(await complaintsAbout(await glbFromImage(odd)), []);
	});

	it('reads PNGs of every colour type', async () => {
		const grey = encode({ width: 8, height: 8, data: new Uint8Array(64).fill(90), channels: 1, depth: 8 });
		const deep = encode({
			width: 8,
			height: 8,
			data: new Uint16Array(8 * 8 * 4).fill(60_000),
			channels: 4,
			depth: 16,
		});
		const palette = encode({
			width: 8,
			height: 8,
			data: new Uint8Array(64),
			channels: 1,
			depth: 8,
			palette: [[200, 10, 10]],
		});
		for (const picture of [grey, deep, palette]) {
			const glb = await glbFromImage(picture);
			assert.deepEqual(await complaintsAbout(glb), []);
			assert.equal((await factsOf(glb)).cutOut, false);
		}
	});

	const broken: readonly (readonly [string, Uint8Array])[] = [
		['nothing', new Uint8Array()],
		['text', new TextEncoder().encode('<html>not found</html>')],
		['half a PNG', png(30, 30).subarray(0, 120)],
		['half a JPEG', jpeg(60, 60).subarray(0, 400)],
		['half a WebP', bytesOf(webpWithAlpha).subarray(0, 60)],
		[
			'a PNG with damaged pixels',
			png(30, 30).map((value, index) => (index > 60 && index < 90 ? 0xaa : value)),
		],
		['a GIF', new TextEncoder().encode('GIF89a......')],
	];
	for (const [what, bytes] of broken) {
		it(`refuses ${what} with UnreadableImage`, async () => {
			await assert.rejects(glbFromImage(bytes), UnreadableImage);
			await assert.rejects(glbFromViews({ front: png(8, 8), back: bytes }), UnreadableImage);
		});
	}
});

describe('a model from views', () => {
	it('is a box with the aspect of its views, standing on the ground', async () => {
		const glb = await glbFromViews({
			front: png(32, 64),
			left: jpeg(16, 64),
			back: png(32, 64, 0),
			right: bytesOf(opaqueWebp),
		});
		assert.deepEqual(await complaintsAbout(glb), []);
		const { images, low, high, cutOut, triangles } = await factsOf(glb);
		assert.deepEqual(
			low.map((value) => Math.round(value * 1e4) / 1e4 + 0),
			[-0.25, 0, -0.125],
		);
		assert.deepEqual(
			high.map((value) => Math.round(value * 1e4) / 1e4),
			[0.25, 1, 0.125],
		);
		assert.equal(images.length, 4);
		assert.equal(cutOut, false);
		assert.equal(triangles, 12);
	});

	it('leaves sides without a view in a neutral colour', async () => {
		const glb = await glbFromViews({ front: png(32, 32), right: png(32, 32) });
		assert.deepEqual(await complaintsAbout(glb), []);
		const { images, materials, triangles } = await factsOf(glb);
		assert.equal(images.length, 2);
		assert.ok(materials.has('blank'));
		assert.equal(triangles, 12);
	});
});
