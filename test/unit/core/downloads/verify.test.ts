import assert from 'node:assert/strict';
import { headBytes, verifyFile } from '../../../../src/core/downloads/verify';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
function glb(length: number, version = 2, magic = 'glTF'): Uint8Array {
	const head = Buffer.alloc(20);
	head.write(magic, 'latin1');
	head.writeUInt32LE(version, 4);
	head.writeUInt32LE(length, 8);
	return new Uint8Array(head);
}

/** The start of a binary STL. */
function stl(triangles: number): Uint8Array {
	const head = Buffer.alloc(84, 'x');
	head.writeUInt32LE(triangles, 80);
	return new Uint8Array(head);
}

describe('Law 5: only whole files of the right kind', () => {
	const good: readonly [extension: string, head: Uint8Array][] = [
		['glb', glb(20)],
		['fbx', bytes('Kaydara FBX Binary  \0\x1a\0')],
		['zip', bytes('PK\x03\x04rest')],
		['usdz', bytes('PK\x03\x04rest')],
		['3mf', bytes('PK\x03\x04rest')],
		['png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
		['jpg', bytes('\xff\xd8\xff\xe0')],
		['jpeg', bytes('\xff\xd8\xff\xe1')],
		['webp', bytes('RIFF\0\0\0\0WEBP')],
		['obj', bytes('# OBJ\nv 0 0 0\n')],
		['stl', bytes('solid x\n')],
		['stl', stl(0)],
		['gltf', bytes('{"asset":{"version":"2.0"}}')],
		['gltf', bytes('\xef\xbb\xbf\n{ "asset": {} }')],
		['ply', bytes('ply\nformat binary')],
	];
	for (const [extension, head] of good) {
		it(`takes a good ${extension}`, () => verifyFile(extension, head, head.byteLength));
		for (const page of [
			'<!DOCTYPE html><html>',
			'  <html>',
			'<?xml version="1.0"?><Error>',
			'{"code":2,"status":"error"}',
		])
			it(`refuses ${page.trim().slice(0, 9)}… as ${extension}`, () =>
				assert.throws(() => verifyFile(extension, bytes(page), page.length), { code: 'fileInvalid' }));
		it(`refuses an empty ${extension}`, () =>
			assert.throws(() => verifyFile(extension, new Uint8Array(), 0), { code: 'fileInvalid' }));
	}

	for (const [what, head, total] of [
		['one byte short', glb(20), 19],
		['one byte long', glb(20), 21],
		['glTF 1', glb(20, 1), 20],
		['only its magic', bytes('glTF'), 4],
		['a text', bytes('GLTF then some text that is long'), 32],
		['an FBX under its name', bytes('Kaydara FBX Binary  '), 20],
	] as const)
		it(`refuses a GLB that is ${what}`, () =>
			assert.throws(() => verifyFile('glb', head, total), { code: 'fileInvalid' }));

	it('takes a binary STL of just the length that its triangles need', () => {
		verifyFile('stl', stl(3), 84 + 150);
		for (const total of [84 + 149, 84 + 151, 84])
			assert.throws(() => verifyFile('stl', stl(3), total), { code: 'fileInvalid' });
		assert.throws(() => verifyFile('stl', stl(3).subarray(0, 83), 83), { code: 'fileInvalid' });
	});

	for (const [what, extension, head] of [
		['a WAV as WebP', 'webp', bytes('RIFF\0\0\0\0WAVE')],
		['a GLB as glTF', 'gltf', glb(20)],
		['a text as glTF', 'gltf', bytes('# not JSON')],
		['a GLB as USDZ', 'usdz', glb(20)],
		['a GLB as 3MF', '3mf', glb(20)],
		['a GLB as OBJ', 'obj', glb(20)],
		['an archive as OBJ', 'obj', bytes('PK\x03\x04\x14\0\0\0')],
	] as const)
		it(`refuses ${what}`, () =>
			assert.throws(() => verifyFile(extension, head, head.byteLength), { code: 'fileInvalid' }));

	it('says what was wrong', () => {
		assert.throws(() => verifyFile('glb', glb(20), 19), /header says 20 bytes, 19 came/);
	});

	it('asks for enough of the start', () => {
		assert.ok(headBytes >= 'Kaydara FBX Binary'.length);
	});
});
