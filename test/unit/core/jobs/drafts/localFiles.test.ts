import assert from 'node:assert/strict';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemDisk } from '../../../../../src/core/files/disk';
import { checkInputs, readModel, readPicture } from '../../../../../src/core/jobs/drafts/localFiles';
import { describeError, type ErrorCode } from '../../../../../src/core/model/errors';
import type { JobRequest } from '../../../../../src/core/model/request';
import { glb, glbWithJson } from '../../support/glb';
import {
	binaryStl,
	ftyp,
	jpeg,
	lfsPointer,
	modelFile,
	obj,
	png,
	textStl,
	webp,
} from '../../support/sampleFiles';
import { tempFolders } from '../../support/tempFolders';
import { zipOf } from '../../support/zip';

const mebibyte = 1024 * 1024;
const asset = { version: '2.0' };
const gltf = (fields: object): Uint8Array => Buffer.from(JSON.stringify({ asset, ...fields }));
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const models = ['glb', 'gltf', 'fbx', 'obj', 'stl'];

describe('The user’s own files, before they go up', () => {
	const newFolder = tempFolders();
	async function file(name: string, bytes: Uint8Array | string, size?: number): Promise<string> {
		const path = join(await newFolder(), name);
		await writeFile(path, bytes);
		if (size !== undefined) await truncate(path, size);
		return path;
	}

	/** The code and words of the refusal, the same when it is asked for and when it goes up. */
	async function refusal(
		path: string,
		kind: 'picture' | 'model',
		code: ErrorCode,
		words: RegExp,
	): Promise<void> {
		const asked: JobRequest =
			kind === 'picture'
				? { operation: 'imageToModel', images: [path], options: {} }
				: { operation: 'texture', source: { kind: 'file', path }, options: {} };
		const read = kind === 'picture' ? readPicture(systemDisk, path) : readModel(systemDisk, path, models);
		for (const attempt of [read, checkInputs(systemDisk, [{ provider: 'tripo', request: asked }])])
			await assert.rejects(attempt, (error: { code?: string; message: string }) => {
				assert.equal(error.code, code, error.message);
				assert.match(error.message, words);
				assert.match(error.message, /No credits were used/);
				return true;
			});
	}

	describe('go up as what their bytes are', () => {
		const takenModels: readonly [
			name: string,
			bytes: () => Promise<Uint8Array> | Uint8Array,
			goesUpAs: string,
		][] = [
			['a.glb', () => modelFile('glb'), 'a.glb'],
			['A.GLB', () => modelFile('glb'), 'A.GLB'],
			['a GLB.gltf', () => modelFile('glb'), 'a GLB.glb'],
			['no-ending', () => modelFile('glb'), 'no-ending.glb'],
			['a.gltf', () => gltf({ buffers: [{ uri: 'data:;base64,AAAA', byteLength: 3 }] }), 'a.gltf'],
			['a.fbx', () => modelFile('fbx'), 'a.fbx'],
			['a.obj', () => latin1(obj), 'a.obj'],
			['a.stl', () => latin1(textStl), 'a.stl'],
			['b.stl', () => Buffer.concat([binaryStl(2), Buffer.alloc(2)]), 'b.stl'],
		];
		for (const [name, bytes, goesUpAs] of takenModels)
			it(`${name}: ${goesUpAs}`, async () => {
				const content = await bytes();
				const read = await readModel(systemDisk, await file(name, content), models);
				assert.deepEqual(Buffer.from(read.bytes), Buffer.from(content));
				assert.equal(read.name, goesUpAs);
			});

		for (const [name, bytes, goesUpAs] of [
			['a.png', png, 'a.png'],
			['photo.png', jpeg, 'photo.jpg'],
			['photo.jpeg', jpeg, 'photo.jpeg'],
			['photo.JPG', jpeg, 'photo.JPG'],
			['photo.jpg', png, 'photo.png'],
			['robot.front', webp(), 'robot.webp'],
		] as const)
			it(`${name}: ${goesUpAs}`, async () =>
				assert.equal((await readPicture(systemDisk, await file(name, bytes))).name, goesUpAs));
	});

	const pictures: readonly [what: string, bytes: Uint8Array | string, code: ErrorCode, words: RegExp][] = [
		['a HEIC', ftyp('heic'), 'imageFormat', /a\.png: it is a HEIC; it takes PNG, JPEG, WEBP.*Export/],
		['an AVIF', ftyp('avif'), 'imageFormat', /it is an AVIF/],
		['a GIF', latin1('GIF89a'), 'imageFormat', /it is a GIF/],
		[
			'a BMP',
			Buffer.concat([latin1('BM'), Buffer.alloc(12), latin1('\x28\0\0\0')]),
			'imageFormat',
			/it is a BMP/,
		],
		['a TIFF', latin1('II*\0'), 'imageFormat', /it is a TIFF/],
		['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'imageFormat', /it is an SVG/],
		['a Photoshop file', latin1('8BPS\0\x01'), 'imageFormat', /it is a Photoshop file/],
		['a model', latin1(obj), 'imageFormat', /it is an OBJ/],
		['an LFS pointer', lfsPointer, 'inputIsPointer', /Git LFS pointer.*git lfs pull/],
		['a PNG that was cut', png.subarray(0, -3), 'imageUnreadable', /ends? .*|leads beyond/],
		['a JPEG that was cut', jpeg.subarray(0, -2), 'imageUnreadable', /ends before its end mark/],
		['a WebP that was cut', webp().subarray(0, -1), 'imageUnreadable', /its header says/],
		['an empty file', '', 'imageUnreadable', /it is empty/],
		['a web page', '<!doctype html><html>', 'imageUnreadable', /it is a web page/],
		['a text', 'no picture', 'imageUnreadable', /it is plain text/],
	];
	for (const [what, bytes, code, words] of pictures)
		it(`refuses ${what} as a picture`, async () =>
			refusal(await file('a.png', bytes), 'picture', code, words));

	const refusedModels: readonly [
		what: string,
		name: string,
		bytes: Uint8Array | string,
		code: ErrorCode,
		words: RegExp,
	][] = [
		[
			'a GLB that was cut',
			'a.glb',
			glbWithJson({ asset }).subarray(0, 22),
			'modelUnreadable',
			/its header says/,
		],
		[
			'a GLB that needs a file beside it',
			'a.glb',
			glb([['JSON', JSON.stringify({ asset, images: [{ uri: 'a.png' }] })]]),
			'modelUnreadable',
			/needs “a.png”/,
		],
		['a picture under a model’s name', 'a.glb', png, 'modelFormat', /it is a PNG.*Save the model as a GLB/],
		['an archive', 'a.glb', zipOf({ name: 'a.obj', data: obj }), 'modelFormat', /it is a ZIP archive/],
		[
			'an FBX in text form',
			'a.fbx',
			'; FBX 7.7.0 project file\nObjects:  {\n}\n',
			'modelFormat',
			/it is an FBX in text form/,
		],
		['a Blender file', 'a.glb', 'BLENDER-v300', 'modelFormat', /it is a Blender file/],
		['an LFS pointer', 'a.glb', lfsPointer, 'inputIsPointer', /git lfs pull/],
		['an empty OBJ', 'a.obj', '', 'modelUnreadable', /it is empty/],
		['an OBJ without faces', 'a.obj', 'v 0 0 0\n', 'modelUnreadable', /no faces/],
		['an STL that was cut', 'a.stl', binaryStl(3).subarray(0, -60), 'modelUnreadable', /3 triangles take/],
		[
			'a glTF with data beside it',
			'a.gltf',
			gltf({ buffers: [{ uri: 'a.bin', byteLength: 1 }] }),
			'modelUnreadable',
			/needs “a.bin”/,
		],
		[
			'a glTF with pictures beside it',
			'a.gltf',
			gltf({ images: [{ uri: 'a.png' }] }),
			'modelUnreadable',
			/needs “a.png”/,
		],
		['a glTF of another shape', 'a.gltf', gltf({ buffers: { uri: 'a.bin' } }), 'modelUnreadable', /no glTF/],
		['a glTF that is no JSON', 'a.gltf', '{"asset":', 'modelUnreadable', /JSON is broken/],
	];
	for (const [what, name, bytes, code, words] of refusedModels)
		it(`refuses ${what}`, async () => refusal(await file(name, bytes), 'model', code, words));

	it('refuses a folder, whatever it is called', async () => {
		const folder = join(await newFolder(), 'a.png');
		await mkdir(folder);
		await refusal(folder, 'picture', 'inputIsFolder', /folder/);
		const model = join(await newFolder(), 'a.glb');
		await mkdir(model);
		await refusal(model, 'model', 'inputIsFolder', /folder/);
	});

	it('refuses what is larger than the service takes, and what is not there', async () => {
		const model = await file('a.obj', 'v', 150 * mebibyte + 1);
		await refusal(model, 'model', 'modelTooLarge', /larger/);
		const picture = await file('a.png', png, 20 * mebibyte + 1);
		await refusal(picture, 'picture', 'imageTooLarge', /larger/);
		await assert.rejects(readModel(systemDisk, `${model}x`, models), { code: 'modelMissing' });
		await refusal(`${picture}x`, 'picture', 'imageMissing', /no longer where it was/);
	});

	it('refuses a WebP where the service takes none, under whatever name', async () => {
		const path = await file('a.png', webp());
		const request: JobRequest = { operation: 'imageToModel', images: [path], options: {} };
		await assert.rejects(
			checkInputs(systemDisk, [{ provider: 'meshy', request }]),
			/it is a WebP; it takes PNG, JPEG/,
		);
		await checkInputs(systemDisk, [{ provider: 'tripo', request }]);
	});

	it('has words for all of it that are short enough', () => {
		for (const code of [
			'imageFormat',
			'modelFormat',
			'inputIsPointer',
			'inputIsFolder',
			'linkUnusable',
		] as const)
			assert.ok(describeError({ code }).length < 400);
	});
});
