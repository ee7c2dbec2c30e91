import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
	checkFolder,
	exists,
	freeFolder,
	freePath,
	sidecarPath,
	takeName,
} from '../../../../src/core/assets/placement';
import { systemDisk } from '../../../../src/core/files/disk';
import { faultyDisk, systemError } from '../support/faultyDisk';
import { tempFolders } from '../support/tempFolders';

describe('Law 5: nothing is overwritten', () => {
	const newFolder = tempFolders();
	const free = async (taken: readonly string[], name: string, extension: string): Promise<string> => {
		const folder = await newFolder();
		for (const entry of taken) await writeFile(join(folder, entry), 'old');
		return (await freePath(systemDisk, folder, name, extension)).slice(folder.length + 1);
	};

	for (const [what, taken, name, extension, expected] of [
		['an empty folder', [], 'oak', 'glb', 'oak.glb'],
		['a name that is taken', ['oak.glb'], 'oak', 'glb', 'oak-2.glb'],
		['several taken', ['oak.glb', 'oak-2.glb', 'oak-4.glb'], 'oak', 'glb', 'oak-3.glb'],
		['a name taken in other letters', ['OAK.GLB'], 'oak', 'glb', 'oak-2.glb'],
		['a sidecar that is taken', ['oak.propsmith.json'], 'oak', 'glb', 'oak-2.glb'],
		['a sidecar in other letters', ['Oak.Propsmith.JSON'], 'oak', 'glb', 'oak-2.glb'],
		['another extension', ['oak.fbx'], 'oak', 'glb', 'oak.glb'],
		['another format of the same asset', ['oak.glb', 'oak.propsmith.json'], 'oak', 'fbx', 'oak.fbx'],
		['a sidecar of the same format', ['oak.fbx.propsmith.json'], 'oak', 'fbx', 'oak-2.fbx'],
		['no extension', [], 'oak', '', 'oak'],
		['no extension, taken', ['oak'], 'oak', '', 'oak-2'],
	] as const)
		it(`finds a name in ${what}`, async () => assert.equal(await free(taken, name, extension), expected));

	it('finds one name for a thing in all its formats', async () => {
		const folder = await newFolder();
		await writeFile(join(folder, 'oak.FBX'), 'old');
		assert.equal(await freePath(systemDisk, folder, 'oak', 'glb', ['glb', 'fbx']), join(folder, 'oak-2.glb'));
		assert.equal(await freePath(systemDisk, folder, 'oak', 'glb', ['glb', 'stl']), join(folder, 'oak.glb'));
	});

	it('finds a name for a folder beside an asset of that name', async () => {
		const folder = await newFolder();
		for (const entry of ['oak.glb', 'oak.propsmith.json', 'Fir']) await writeFile(join(folder, entry), 'old');
		assert.equal(await freeFolder(systemDisk, folder, 'oak'), join(folder, 'oak'));
		assert.equal(await freeFolder(systemDisk, folder, 'fir'), join(folder, 'fir-2'));
	});

	it('puts the sidecar beside the asset', () => {
		assert.equal(sidecarPath('/out/oak.glb'), '/out/oak.propsmith.json');
		assert.equal(sidecarPath('/out/oak.fbx'), '/out/oak.fbx.propsmith.json');
		assert.equal(sidecarPath('/out.d/oak'), '/out.d/oak.propsmith.json');
		assert.equal(sidecarPath('C:\\out.d\\oak'), 'C:\\out.d\\oak.propsmith.json');
	});

	async function stage(text: string, target = 'oak.glb') {
		const folder = await newFolder();
		const staged = {
			part: 'model',
			last: true,
			partPath: join(folder, '.j.part'),
			path: join(folder, target),
			bytes: 1,
			sha256: '',
		};
		await writeFile(staged.partPath, text);
		return { folder, staged };
	}

	it('gives the part file its final name', async () => {
		const { folder, staged } = await stage('new');
		assert.equal(await takeName(systemDisk, staged), true);
		assert.deepEqual(await readdir(folder), ['oak.glb']);
		assert.equal(await readFile(staged.path, 'utf8'), 'new');
	});

	it('refuses a name that was taken meanwhile, and changes nothing', async () => {
		const { folder, staged } = await stage('new');
		await writeFile(staged.path, 'old');
		assert.equal(await takeName(systemDisk, staged), false);
		assert.deepEqual((await readdir(folder)).sort(), ['.j.part', 'oak.glb']);
		assert.equal(await readFile(staged.path, 'utf8'), 'old');
	});

	it('lets one of two win that race for a name', async () => {
		const { folder, staged } = await stage('one');
		const other = { ...staged, partPath: join(folder, '.k.part') };
		await writeFile(other.partPath, 'two');
		const won = await Promise.all([takeName(systemDisk, staged), takeName(systemDisk, other)]);
		assert.deepEqual(won.sort(), [false, true]);
		assert.equal((await readdir(folder)).length, 2);
	});

	describe('on a file system without hard links', () => {
		const disk = faultyDisk((operation) => {
			if (operation === 'link') throw systemError('ENOTSUP');
		});

		it('renames', async () => {
			const { folder, staged } = await stage('new');
			assert.equal(await takeName(disk, staged), true);
			assert.deepEqual(await readdir(folder), ['oak.glb']);
		});

		it('refuses a taken name all the same', async () => {
			const { staged } = await stage('new');
			await writeFile(staged.path, 'old');
			assert.equal(await takeName(disk, staged), false);
			assert.equal(await readFile(staged.path, 'utf8'), 'old');
		});
	});
});

describe('The folder is tried before anything is paid', () => {
	const newFolder = tempFolders();

	it('is made, and left empty', async () => {
		const folder = join(await newFolder(), 'assets', 'generated');
		await checkFolder(systemDisk, folder);
		assert.deepEqual(await readdir(folder), []);
	});

	it('is refused when a file stands in its place, and nothing was charged', async () => {
		const folder = join(await newFolder(), 'assets');
		await writeFile(folder, '');
		for (const path of [folder, join(folder, 'generated')])
			await assert.rejects(checkFolder(systemDisk, path), (error: { code: string; jobError: unknown }) => {
				assert.equal(error.code, 'folderUnwritable');
				assert.match(JSON.stringify(error.jobError), /"charge":"none"/);
				return true;
			});
	});

	for (const [errno, code] of [
		['ENOSPC', 'diskFull'],
		['EDQUOT', 'diskFull'],
		['EROFS', 'folderUnwritable'],
		['EACCES', 'folderUnwritable'],
	] as const)
		it(`says ${code} on ${errno}, and leaves nothing behind`, async () => {
			const folder = await newFolder();
			const disk = faultyDisk((operation) => {
				if (operation === 'writeFile') throw systemError(errno);
			});
			await assert.rejects(checkFolder(disk, folder), { code });
			assert.deepEqual(await readdir(folder), []);
		});

	it('tells a missing file from one that cannot be looked at', async () => {
		const folder = await newFolder();
		await mkdir(join(folder, 'there'));
		assert.equal(await exists(systemDisk, join(folder, 'there')), true);
		assert.equal(await exists(systemDisk, join(folder, 'not')), false);
		const disk = faultyDisk(() => {
			throw systemError('EIO');
		});
		await assert.rejects(exists(disk, join(folder, 'there')), { code: 'EIO' });
	});
});
