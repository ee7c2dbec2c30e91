import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { type ExpectedFile, type VerifiedFile, verifyFile } from '../../../../src/core/downloads/verify';
import { bytesSource } from '../../../../src/core/files/formats/byteSource';
import {
	binaryStl,
	formatSamples,
	jpeg,
	lfsPointer,
	modelFile,
	obj,
	png,
	webp,
} from '../support/sampleFiles';
import { zipOf } from '../support/zip';

const verify = (bytes: Uint8Array, kind: ExpectedFile['kind'], ...likely: string[]): Promise<VerifiedFile> =>
	verifyFile(bytesSource(bytes), { kind, likely });
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('Law 5: only whole files of the right kind', () => {
	for (const page of [
		'<!DOCTYPE html><html>',
		'  <html>',
		'<?xml version="1.0"?><Error>',
		'{"code":2,"status":"error"}',
	])
		for (const kind of ['model', 'picture', 'companion', 'either'] as const)
			it(`refuses ${page.trim().slice(0, 9)}… as a ${kind}`, () =>
				assert.rejects(verify(latin1(page), kind, 'glb'), /an error page came/));

	it('refuses what is empty', () =>
		assert.rejects(verify(Buffer.alloc(0), 'model', 'glb'), /the file is empty/));

	it('says what was wrong', async () => {
		const glb = await modelFile('glb');
		await assert.rejects(verify(glb.subarray(0, -1), 'model'), /its header says \d+ bytes, \d+ came/);
		await assert.rejects(verify(latin1('\x01\x02\0'), 'model', 'glb'), /first bytes are not those of a glb/);
		await assert.rejects(verify(latin1('#!/bin/sh\n'), 'model', 'sh'), /it is a script, not a model/);
		await assert.rejects(
			verify(latin1(lfsPointer), 'either'),
			/it is a Git LFS pointer, not a model or picture/,
		);
	});
});

describe('Law 10: bytes decide the ending of a name', () => {
	const files: readonly [
		what: string,
		bytes: () => Promise<Buffer> | Buffer,
		likely: string[],
		extension: string,
	][] = [
		['a GLB without one', () => modelFile('glb'), [], 'glb'],
		['a GLB that ends with .png', () => modelFile('glb'), ['png'], 'glb'],
		['a GLB that ends with .exe', () => modelFile('glb'), ['exe'], 'glb'],
		['an FBX under a GLB’s name', () => modelFile('fbx'), ['glb'], 'fbx'],
		['a USDZ that ends with .zip', () => modelFile('usdz'), ['zip'], 'usdz'],
		['a 3MF that ends with .zip', () => modelFile('3mf'), ['zip'], '3mf'],
		['an archive that ends with .obj', () => zipOf({ name: 'a.obj', data: obj }), ['obj'], 'zip'],
		['an STL', () => binaryStl(2), [], 'stl'],
		['a text USD that ends with .usd', () => latin1('#usda 1.0\n'), ['usd'], 'usd'],
	];
	for (const [what, bytes, likely, extension] of files)
		it(`${what}: .${extension}`, async () =>
			assert.equal((await verify(await bytes(), 'model', ...likely)).extension, extension));

	it('pictures by what they are, and with the ending that they have where it fits', async () => {
		assert.equal((await verify(jpeg, 'picture', 'png')).extension, 'jpg');
		assert.equal((await verify(jpeg, 'picture', 'jpeg')).extension, 'jpeg');
		assert.equal((await verify(png, 'picture', 'jpg')).extension, 'png');
		assert.equal((await verify(webp(), 'either')).extension, 'webp');
	});

	it('and the operation, where they tell nothing', async () => {
		const packed = gzipSync('something');
		assert.equal((await verify(packed, 'model', 'exe', 'schem')).extension, 'schem');
		assert.equal((await verify(latin1('\x28\xb5\x2f\xfd and so on'), 'model', 'blend')).extension, 'blend');
		await assert.rejects(verify(packed, 'model', 'glb'), /a gzip file, not a model/);
		await assert.rejects(verify(binaryStl(3).subarray(0, -60), 'model', 'stl'), /3 triangles take/);
		await assert.rejects(verify(latin1('v 1 2 3 of\n'), 'model', 'obj'), { code: 'fileInvalid' });
	});

	it('notes a model of another format than was expected', async () => {
		const { notes } = await verify(await modelFile('fbx'), 'model', 'glb');
		assert.deepEqual(notes, ['it is a binary FBX, another format than was expected']);
		assert.deepEqual((await verify(await modelFile('fbx'), 'model')).notes, []);
	});

	const written =
		'glb gltf fbx obj stl ply usdz usda usdc 3mf blend schem bvh png jpg webp gif avif heic bmp tif ktx2 exr hdr zip'.split(
			' ',
		);
	for (const [what, bytes, format] of formatSamples())
		it(`never writes ${what} under an ending that is none of a model or picture`, async () => {
			for (const kind of ['model', 'picture', 'either'] as const)
				await verify(bytes, kind, 'exe', 'sh', 'html').then(
					({ extension }) => assert.ok(written.includes(extension), `${format} as ${extension}`),
					(error: { code?: string }) => assert.equal(error.code, 'fileInvalid', String(error)),
				);
		});

	it('takes no picture for a model, and no model for a picture, but either for a task that nobody knows', async () => {
		const glb = await modelFile('glb');
		await assert.rejects(verify(png, 'model', 'glb'), /it is a PNG, not a model/);
		await assert.rejects(verify(glb, 'picture', 'png'), /it is a GLB, not a picture/);
		for (const bytes of [png, glb]) await verify(bytes, 'either');
	});

	it('reads an archive’s list: notes what is left out of it, and refuses one that has no model or leads elsewhere', async () => {
		const packed = (...names: string[]): Buffer => zipOf(...names.map((name) => ({ name, data: 'x' })));
		const { notes } = await verify(packed('a.obj', 'setup.exe', 'textures.zip', 'a?.png'), 'model');
		assert.deepEqual(notes, [
			'gave names that every system takes: a_.png',
			'left out what a system would run: setup.exe',
			'an archive in the archive is not unpacked: textures.zip',
		]);
		for (const names of [['scene'], ['inner.zip', 'README.txt']]) await verify(packed(...names), 'model');
		await assert.rejects(verify(packed('a.png', 'README.txt'), 'model'), /an archive without a model/);
		await assert.rejects(verify(packed('__MACOSX/a.obj'), 'model'), /without files/);
		await assert.rejects(verify(packed('a.obj', '..\\b.obj'), 'model'), /a file “\.\.\/b\.obj”/);
	});

	it('takes textures and materials beside a model, and nothing else', async () => {
		assert.equal((await verify(latin1('newmtl a\n'), 'companion', 'mtl')).extension, 'mtl');
		assert.equal((await verify(latin1('# nothing in it\n'), 'companion', 'mtl')).extension, 'mtl');
		assert.equal((await verify(png, 'companion', 'png')).extension, 'png');
		await assert.rejects(
			verify(await modelFile('glb'), 'companion', 'png'),
			/it is a GLB, not a texture or material/,
		);
	});
});
