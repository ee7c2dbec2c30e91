import assert from 'node:assert/strict';
import { Document, WebIO } from '@gltf-transform/core';
import { encode } from 'fast-png';
import { animate } from '../../../src/placeholders/animation/animate';
import { writeGlb } from '../../../src/placeholders/formats/gltf';
import { writeModel } from '../../../src/placeholders/formats/writeModel';
import { boundsOf } from '../../../src/placeholders/mesh/mesh';
import { modelFromImage } from '../../../src/placeholders/modelFromImage';
import { modelFromPrompt } from '../../../src/placeholders/modelFromPrompt';
import { faceCount, type PlaceholderModel } from '../../../src/placeholders/placeholderModel';
import { modelFromFile } from '../../../src/placeholders/upload/modelFromFile';
import { UnreadableModel } from '../../../src/placeholders/upload/readGlb';
import { complaintsAbout, factsOf } from './model';

function made(prompt: string, texture = true): PlaceholderModel {
	return modelFromPrompt(prompt, { seed: 1, texture });
}

function bounds(thing: PlaceholderModel): number[] {
	const { min, max } = boundsOf(thing.surfaces.map(({ mesh }) => mesh));
	return [...min, ...max].map((value) => Math.round(value * 1e4) / 1e4 + 0);
}

interface Triangle {
	readonly normals?: boolean;
	readonly mode?: number;
	readonly required?: string;
	place?(node: ReturnType<Document['createNode']>): void;
}

/** A GLB with one triangle, one metre high in the x-y plane, that looks to +z. */
async function triangle({ normals = true, mode = 4, required, place }: Triangle): Promise<Uint8Array> {
	const document = new Document();
	const buffer = document.createBuffer();
	const accessor = (values: number[]) =>
		document.createAccessor().setType('VEC3').setArray(Float32Array.from(values)).setBuffer(buffer);
	const primitive = document
		.createPrimitive()
		.setMode(mode as 4)
		.setAttribute('POSITION', accessor([0, 0, 0, 1, 0, 0, 0, 1, 0]));
	if (normals) primitive.setAttribute('NORMAL', accessor([0, 0, 1, 0, 0, 1, 0, 0, 1]));
	const node = document
		.createNode('triangle')
		.setMesh(document.createMesh('triangle').addPrimitive(primitive));
	place?.(node);
	document.createScene('scene').addChild(node);
	const { json, resources } = await new WebIO().writeJSON(document);
	if (required) Object.assign(json, { extensionsUsed: [required], extensionsRequired: [required] });
	return binaryOf(json, Object.values(resources)[0] ?? new Uint8Array());
}

function binaryOf(json: object, data: Uint8Array): Uint8Array {
	const [buffer] = 'buffers' in json && Array.isArray(json.buffers) ? json.buffers : [];
	delete buffer?.uri;
	const padded = (bytes: Buffer, filler: number): Buffer =>
		Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, filler)]);
	const chunk = (type: number, bytes: Buffer): Buffer => {
		const head = Buffer.alloc(8);
		head.writeUInt32LE(bytes.length, 0);
		head.writeUInt32LE(type, 4);
		return Buffer.concat([head, bytes]);
	};
	const body = Buffer.concat([
		chunk(0x4e4f534a, padded(Buffer.from(JSON.stringify(json)), 0x20)),
		chunk(0x004e4942, padded(Buffer.from(data), 0)),
	]);
	const head = Buffer.from('glTF\x02\0\0\0\0\0\0\0', 'latin1');
	head.writeUInt32LE(body.length + 12, 8);
	return new Uint8Array(Buffer.concat([head, body]));
}

describe('an uploaded GLB', () => {
	it('gives back shapes, colours, textures and the body that its name tells', async () => {
		for (const texture of [true, false]) {
			const knight = made('knight', texture);
			const [sent, read] = [
				await writeGlb(knight),
				await modelFromFile(await writeGlb(knight), 'Knight_02.glb'),
			];
			assert.equal(faceCount(read), faceCount(knight));
			assert.deepEqual(bounds(read), bounds(knight));
			assert.equal(read.body, 'biped');
			const again = await writeGlb(read);
			assert.deepEqual(await complaintsAbout(again), []);
			const [one, other] = [await factsOf(sent), await factsOf(again)];
			assert.deepEqual(other.images, one.images);
			assert.deepEqual([...other.materials.keys()], [...one.materials.keys()]);
			for (const [name, colour] of one.materials) {
				colour.forEach((value, channel) => {
					assert.ok(Math.abs(value - (other.materials.get(name)?.[channel] ?? 9)) < 1e-3);
				});
			}
		}
	});

	it('keeps cut-outs', async () => {
		const data = Uint8Array.from({ length: 64 }, (_, index) => (index % 8 === 3 ? 0 : 200));
		const card = await modelFromImage(encode({ width: 4, height: 4, data, channels: 4, depth: 8 }));
		const again = await writeGlb(await modelFromFile(await writeGlb(card), 'card.glb'));
		assert.equal((await factsOf(again)).cutOut, true);
	});

	it('drops skeletons and clips', async () => {
		const read = await modelFromFile(await writeGlb(animate(made('dog'), ['run'])), 'dog.glb');
		assert.equal(read.skeleton, undefined);
		assert.ok(read.surfaces.every(({ skin }) => skin === undefined));
		assert.deepEqual(bounds(read), bounds(made('dog')));
	});

	it('is put where its nodes are; mirrored ones still face outwards', async () => {
		const moved = await triangle({
			place: (node) => node.setTranslation([0, 0, 5]).setScale([2, 2, 2]),
		});
		assert.deepEqual(bounds(await modelFromFile(moved, 'a.glb')), [0, 0, 5, 2, 2, 5]);
		const mirrored = await modelFromFile(
			await triangle({ place: (node) => node.setScale([1, 1, -1]) }),
			'a.glb',
		);
		const { mesh } = mirrored.surfaces[0] ?? assert.fail();
		assert.deepEqual(
			mesh.normals.slice(0, 3).map((value) => Math.round(value) + 0),
			[0, 0, -1],
		);
		const [a = 0, b = 0, c = 0] = mesh.indices;
		const [ax = 0, ay = 0] = mesh.positions.slice(a * 3);
		const [bx = 0, by = 0] = mesh.positions.slice(b * 3);
		const [cx = 0, cy = 0] = mesh.positions.slice(c * 3);
		assert.ok((bx - ax) * (cy - ay) - (by - ay) * (cx - ax) < 0, 'clockwise from +z');
	});

	it('gets flat normals when it has none', async () => {
		const read = await modelFromFile(await triangle({ normals: false }), 'a.glb');
		assert.deepEqual(read.surfaces[0]?.mesh.normals, [0, 0, 1, 0, 0, 1, 0, 0, 1]);
	});

	it('is refused when it is damaged or has no triangles', async () => {
		const whole = await writeGlb(made('crate'));
		for (const bytes of [
			whole.subarray(0, 40),
			whole.subarray(0, whole.length - 900),
			await triangle({ mode: 1 }),
		])
			await assert.rejects(modelFromFile(bytes, 'crate.glb'), UnreadableModel);
	});

	it('is read in spite of harmless extensions, and stood in for when it is compressed', async () => {
		const harmless = await modelFromFile(await triangle({ required: 'KHR_texture_transform' }), 'barrel.glb');
		assert.equal(faceCount(harmless), 1);
		const packed = await modelFromFile(
			await triangle({ required: 'KHR_draco_mesh_compression' }),
			'barrel.glb',
		);
		assert.equal(faceCount(packed), faceCount(made('barrel')));
	});
});

describe('an upload in another format', () => {
	it('is stood in for by what its name calls for', async () => {
		const { bytes } = (await writeModel(made('sword'), 'fbx')).main;
		for (const [file, name] of [
			['IronSword.fbx', 'sword'],
			['old_oak-tree 3.obj', 'tree'],
			['C:\\models\\dragon.final.stl', 'dragon'],
			['x.fbx', 'block'],
		] as const) {
			assert.equal((await modelFromFile(bytes, file)).name, name);
		}
	});
});
