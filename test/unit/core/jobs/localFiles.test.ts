import assert from 'node:assert/strict';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemDisk } from '../../../../src/core/disk';
import { readModel, readPicture } from '../../../../src/core/jobs/localFiles';
import { glbWithJson } from '../support/glb';
import { tempFolders } from '../support/tempFolders';

const mebibyte = 1024 * 1024;
const gltf = (fields: unknown): Uint8Array => Buffer.from(JSON.stringify(fields));
const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

describe('The user’s own files, before they go up', () => {
	const newFolder = tempFolders();
	async function file(name: string, bytes: Uint8Array | string, size?: number): Promise<string> {
		const path = join(await newFolder(), name);
		await writeFile(path, bytes);
		if (size !== undefined) await truncate(path, size);
		return path;
	}

	for (const [name, bytes] of [
		['a.glb', glbWithJson({})],
		['A.GLB', glbWithJson({})],
		['a.gltf', gltf({ asset: {}, buffers: [{ uri: 'data:;base64,AAAA' }, {}] })],
		['a.fbx', Buffer.from('Kaydara FBX Binary  \0')],
		['text.fbx', Buffer.from('; FBX 7.7.0 project file')],
		['a.obj', Buffer.from('v 0 0 0')],
		['a.stl', Buffer.from('solid a')],
	] as const)
		it(`takes ${name}`, async () =>
			assert.deepEqual(
				Buffer.from(await readModel(systemDisk, await file(name, bytes))),
				Buffer.from(bytes),
			));

	for (const [what, name, bytes, words] of [
		['a GLB that was cut', 'a.glb', glbWithJson({ asset: {} }).subarray(0, 22), /its header says/],
		['a picture under a model’s name', 'a.glb', png, /first bytes/],
		['an empty OBJ', 'a.obj', '', /empty/],
		['a glTF with data beside it', 'a.gltf', gltf({ buffers: [{ uri: 'a.bin' }] }), /needs “a.bin”/],
		['a glTF with pictures beside it', 'a.gltf', gltf({ images: [{ uri: 'a.png' }] }), /needs “a.png”/],
		['a glTF of another shape', 'a.gltf', gltf({ buffers: { uri: 'a.bin' } }), /no glTF/],
		['a glTF that is no JSON', 'a.gltf', '{', /no glTF/],
	] as const)
		it(`refuses ${what}`, async () => {
			const path = await file(name, bytes);
			await assert.rejects(readModel(systemDisk, path), (error: { code: string; message: string }) => {
				assert.equal(error.code, 'modelUnreadable');
				assert.match(error.message, words);
				return true;
			});
		});

	it('refuses what is larger than the service takes, and what is not there', async () => {
		const model = await file('a.obj', 'v', 150 * mebibyte + 1);
		await assert.rejects(readModel(systemDisk, model), { code: 'modelTooLarge' });
		const picture = await file('a.png', png, 20 * mebibyte + 1);
		await assert.rejects(readPicture(systemDisk, picture), { code: 'imageTooLarge' });
		await assert.rejects(readModel(systemDisk, `${model}x`), { code: 'modelMissing' });
		await assert.rejects(readPicture(systemDisk, `${picture}x`), { code: 'imageMissing' });
	});
});
