import assert from 'node:assert/strict';
import { encode } from 'fast-png';
import { unzipSync } from 'fflate';
import { validateBytes } from 'gltf-validator';
import { encode as encodeJpeg } from 'jpeg-js';
import { animate } from '../../../src/placeholders/animation/animate';
import type { ModelFiles } from '../../../src/placeholders/formats/modelFiles';
import { type ModelFormat, writeModel } from '../../../src/placeholders/formats/writeModel';
import { zipModelFiles } from '../../../src/placeholders/formats/zip';
import { boundsOf } from '../../../src/placeholders/mesh/mesh';
import { quadFaces } from '../../../src/placeholders/mesh/quads';
import { segment } from '../../../src/placeholders/meshOperations/segment';
import { modelFromImage } from '../../../src/placeholders/modelFromImage';
import { modelFromPrompt } from '../../../src/placeholders/modelFromPrompt';
import { faceCount, type PlaceholderModel } from '../../../src/placeholders/placeholderModel';
import { complaintsAbout, factsOf } from './model';

const formats: readonly ModelFormat[] = ['glb', 'gltf', 'fbx', 'obj', 'stl', 'usdz', '3mf'];

function knight(texture = true): PlaceholderModel {
	return modelFromPrompt('knight', { seed: 1, texture });
}

async function photograph(): Promise<PlaceholderModel> {
	const data = Uint8Array.from({ length: 24 * 16 * 4 }, (_, index) => (index % 4 === 3 ? 255 : index % 251));
	const jpeg = new Uint8Array(encodeJpeg({ width: 24, height: 16, data }, 80).data);
	return modelFromImage(jpeg);
}

async function cutOut(): Promise<PlaceholderModel> {
	const data = Uint8Array.from({ length: 16 * 16 * 4 }, (_, index) => (index % 8 === 3 ? 0 : 200));
	return modelFromImage(encode({ width: 16, height: 16, data, channels: 4, depth: 8 }));
}

const things: readonly (readonly [what: string, make: () => PlaceholderModel | Promise<PlaceholderModel>])[] =
	[
		['a textured thing', () => knight()],
		['a plain thing', () => knight(false)],
		['a thing in parts', () => segment(modelFromPrompt('castle', { seed: 2, texture: true }))],
		['a photograph', photograph],
		['a cut-out picture', cutOut],
		['an animated thing', () => animate(knight(), ['walk', 'idle'])],
	];

/** Bounds with their axes and unit changed; rounded to a tenth of a millimetre. */
function boundsAs(thing: PlaceholderModel, axis: (x: number, y: number, z: number) => number[]): number[][] {
	const { min, max } = boundsOf(thing.surfaces.map(({ mesh }) => mesh));
	const [one, other] = [axis(...min), axis(...max)];
	return [
		one.map((value, index) => Math.min(value, other[index] ?? 0)),
		one.map((value, index) => Math.max(value, other[index] ?? 0)),
	];
}

function assertNear(actual: readonly number[], expected: readonly number[], within: number): void {
	actual.forEach((value, index) => {
		assert.ok(Math.abs(value - (expected[index] ?? NaN)) < within, `${actual} is not ${expected}`);
	});
}

const text = new TextDecoder();

function fileCalled({ main, others }: ModelFiles, name: string): Uint8Array {
	const file = [main, ...others].find((one) => one.name === name);
	assert.ok(file, `no ${name} in ${[main, ...others].map((one) => one.name)}`);
	return file.bytes;
}

describe('model files', () => {
	for (const [what, make] of things) {
		describe(`of ${what}`, () => {
			it('are the same bytes every time, and named after the format', async () => {
				for (const format of formats) {
					const files = await writeModel(await make(), format);
					assert.deepEqual(await writeModel(await make(), format), files);
					assert.equal(files.main.name, `model.${format}`);
				}
			});

			it('hold every triangle in its place', async () => {
				const { readFbx, readFacts, readObj, readStl, readUsdz } = await import('./readers.mjs');
				const thing = await make();
				const bytes = async (format: ModelFormat) => (await writeModel(thing, format)).main.bytes;
				const read = [
					{
						of: readFbx(await bytes('fbx')),
						as: boundsAs(thing, (x, y, z) => [x * 100, y * 100, z * 100]),
						within: 0.01,
					},
					{ of: readObj(await bytes('obj')), as: boundsAs(thing, (x, y, z) => [x, y, z]), within: 1e-4 },
					{
						of: readStl(await bytes('stl')),
						as: boundsAs(thing, (x, y, z) => [x * 1000, -z * 1000, y * 1000]),
						within: 0.1,
					},
					{ of: readUsdz(await bytes('usdz')), as: boundsAs(thing, (x, y, z) => [x, y, z]), within: 1e-4 },
				];
				for (const { of, as, within } of read) {
					const { triangles, low, high } = readFacts(of);
					assert.equal(triangles, faceCount(thing));
					assertNear(low, as[0] ?? [], within);
					assertNear(high, as[1] ?? [], within);
				}
				const glb = await factsOf(await bytes('glb'));
				assert.equal(glb.triangles, faceCount(thing));
				assert.deepEqual(await complaintsAbout(await bytes('glb')), []);
			});

			it('carry its textures where the format can', async () => {
				const { readFbx, readFacts, readUsdz } = await import('./readers.mjs');
				const thing = await make();
				const textured = thing.surfaces.some(({ texture }) => texture);
				const pictures = thing.surfaces.flatMap(({ texture }) =>
					texture ? [Buffer.from(texture.bytes)] : [],
				);
				for (const format of ['fbx', 'usdz'] as const) {
					const { bytes } = (await writeModel(thing, format)).main;
					const read = readFacts(format === 'fbx' ? readFbx(bytes) : readUsdz(bytes));
					assert.equal(
						read.materials.some((material) => material.textured),
						textured,
					);
					for (const picture of pictures) assert.ok(Buffer.from(bytes).includes(picture), format);
				}
			});
		});
	}
});

describe('a picture on a model', () => {
	it('is the right way up in every format', async () => {
		const { heightOnTexture, readFbx, readObj, readUsdz } = await import('./readers.mjs');
		const card = await photograph();
		const bytes = async (format: ModelFormat) => (await writeModel(card, format)).main.bytes;
		assert.equal(heightOnTexture(readObj(await bytes('obj'))), 1);
		assert.equal(heightOnTexture(readFbx(await bytes('fbx'))), 1);
		assert.equal(heightOnTexture(readUsdz(await bytes('usdz'))), 1);
	});
});

describe('an OBJ', () => {
	it('names its material file, and that the textures beside it', async () => {
		const files = await writeModel(knight(), 'obj');
		const obj = text.decode(files.main.bytes);
		const mtl = text.decode(fileCalled(files, /mtllib (.*)/.exec(obj)?.[1] ?? ''));
		const defined = [...mtl.matchAll(/^newmtl (.*)$/gm)].map(([, name]) => name);
		const used = [...obj.matchAll(/^usemtl (.*)$/gm)].map(([, name]) => name);
		assert.deepEqual(used, defined);
		const named = [...mtl.matchAll(/^map_Kd (.*)$/gm)].map(([, name]) => name ?? '');
		assert.ok(named.length > 3);
		for (const name of named) assert.ok(fileCalled(files, name).length > 60);
		assert.equal(files.others.length, 1 + named.length);
	});

	it('comes in one ZIP', async () => {
		const files = await writeModel(knight(), 'obj');
		const inside = unzipSync(zipModelFiles(files));
		assert.deepEqual(
			Object.keys(inside),
			[files.main, ...files.others].map(({ name }) => name),
		);
		assert.deepEqual(inside['model.mtl'], fileCalled(files, 'model.mtl'));
	});

	it('keeps materials of like names apart', async () => {
		const thing = knight(false);
		const [one, ...others] = thing.surfaces;
		assert.ok(one);
		const twins = { ...thing, surfaces: [one, ...others.map((surface) => ({ ...surface, name: one.name }))] };
		const mtl = text.decode(fileCalled(await writeModel(twins, 'obj'), 'model.mtl'));
		const names = [...mtl.matchAll(/^newmtl (.*)$/gm)].map(([, name]) => name);
		assert.equal(new Set(names).size, thing.surfaces.length);
	});
});

describe('a glTF', () => {
	it('refers to the files beside it, and to nothing else', async () => {
		const files = await writeModel(knight(), 'gltf');
		const asked: string[] = [];
		const { issues } = await validateBytes(files.main.bytes, {
			externalResourceFunction: async (name: string) => {
				asked.push(name);
				return fileCalled(files, name);
			},
		});
		assert.deepEqual(issues.messages, []);
		assert.deepEqual(asked.toSorted(), files.others.map(({ name }) => name).toSorted());
	});
});

describe('a GLB of parts', () => {
	it('has a node for each part, and every texture once', async () => {
		const castle = modelFromPrompt('castle', { seed: 2, texture: true });
		const whole = await factsOf((await writeModel(castle, 'glb')).main.bytes);
		const parts = segment(castle);
		const cut = await factsOf((await writeModel(parts, 'glb')).main.bytes);
		assert.ok(parts.surfaces.length > castle.surfaces.length);
		assert.equal(cut.images.length, whole.images.length);
		assert.equal(cut.materials.size, whole.materials.size);
		assert.deepEqual(
			cut.nodes,
			parts.surfaces.map(({ name }) => name),
		);
	});
});

describe('a 3MF', () => {
	it('is a package with solids in millimetres, corners joined', async () => {
		const thing = modelFromPrompt('crate', { seed: 1, texture: false });
		const inside = unzipSync((await writeModel(thing, '3mf')).main.bytes);
		assert.equal(Object.keys(inside)[0], '[Content_Types].xml');
		assert.match(text.decode(inside['_rels/.rels']), /Target="\/3D\/3dmodel\.model"/);
		const model = text.decode(inside['3D/3dmodel.model']);
		assert.match(model, /unit="millimeter"/);
		const heights = [...model.matchAll(/ z="([^"]*)"/g)].map(([, z]) => Number(z));
		const { max } = boundsOf(thing.surfaces.map(({ mesh }) => mesh));
		assert.equal(Math.min(...heights), 0);
		assert.ok(Math.abs(Math.max(...heights) - max[1] * 1000) < 0.01);
		const objects = model.split('<mesh>').slice(1);
		assert.equal(objects.length, thing.surfaces.length);
		let triangles = 0;
		for (const object of objects) {
			const corners = [...object.matchAll(/v1="(\d+)" v2="(\d+)" v3="(\d+)"/g)].map((found) =>
				found.slice(1, 4).map(Number),
			);
			const vertices = object.match(/<vertex /g)?.length ?? 0;
			triangles += corners.length;
			assert.ok(corners.flat().every((corner) => corner < vertices));
			// A closed solid: every edge is gone along once in each direction, or as often in one as in the other.
			const edges = new Map<string, number>();
			for (const triangle of corners) {
				triangle.forEach((from, index) => {
					const to = triangle[(index + 1) % 3] ?? 0;
					const [key, way] = from < to ? [`${from} ${to}`, 1] : [`${to} ${from}`, -1];
					edges.set(key, (edges.get(key) ?? 0) + way);
				});
			}
			assert.ok([...edges.values()].every((sum) => sum === 0));
		}
		assert.equal(triangles, faceCount(thing));
		assert.equal(model.match(/displaycolor="#[0-9A-F]{6}"/g)?.length, thing.surfaces.length);
	});
});

describe('a USDZ', () => {
	it('begins with its layer, compresses nothing, and lays every file on a multiple of 64 bytes', async () => {
		const { main } = await writeModel(knight(), 'usdz');
		const view = new DataView(main.bytes.buffer, main.bytes.byteOffset);
		const names: string[] = [];
		for (let offset = 0; view.getUint32(offset, true) === 0x04034b50; ) {
			const [nameSize, extraSize] = [view.getUint16(offset + 26, true), view.getUint16(offset + 28, true)];
			names.push(text.decode(main.bytes.subarray(offset + 30, offset + 30 + nameSize)));
			const data = offset + 30 + nameSize + extraSize;
			assert.equal(view.getUint16(offset + 8, true), 0, 'stored');
			assert.equal(data % 64, 0);
			offset = data + view.getUint32(offset + 18, true);
		}
		assert.equal(names[0], 'model.usda');
		assert.deepEqual(names, Object.keys(unzipSync(main.bytes)));
		const layer = text.decode(unzipSync(main.bytes)['model.usda']);
		for (const [, file] of layer.matchAll(/@([^@]*)@/g)) assert.ok(names.includes(file ?? ''));
	});
});

describe('an FBX', () => {
	it('joins flat pairs of triangles to quads on request, and keeps the surface', async () => {
		const { readFacts, readFbx } = await import('./readers.mjs');
		for (const prompt of ['crate', 'house', 'knight']) {
			const thing = modelFromPrompt(prompt, { seed: 1, texture: false });
			const read = readFacts(readFbx((await writeModel(thing, 'fbx', { quads: true })).main.bytes));
			// The reader cuts quads into two again.
			assert.equal(read.triangles, faceCount(thing));
			const faces = thing.surfaces.flatMap(({ mesh }) => quadFaces(mesh));
			const quads = faces.filter((face) => face.length === 4);
			assert.ok(quads.length * 2 > faceCount(thing) * 0.4, `${quads.length} quads of ${faceCount(thing)}`);
			assert.equal(faces.length, faceCount(thing) - quads.length);
		}
	});

	it('names its materials, and says in which unit and which way up it is', async () => {
		const { readFacts, readFbx } = await import('./readers.mjs');
		const { bytes } = (await writeModel(knight(), 'fbx')).main;
		assert.equal(text.decode(bytes.subarray(0, 20)), 'Kaydara FBX Binary  ');
		assert.equal(new DataView(bytes.buffer, bytes.byteOffset).getUint32(23, true), 7400);
		const { materials } = readFacts(readFbx(bytes));
		assert.ok(materials.some(({ name, textured }) => name === 'steel' && textured));
		const { unitScaleFactor } = readFbx(bytes).root.userData;
		assert.equal(unitScaleFactor, 1);
	});
});
