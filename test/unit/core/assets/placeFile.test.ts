import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { landAgain, placeFile } from '../../../../src/core/assets/placeFile';
import { type Disk, systemDisk } from '../../../../src/core/files/disk';
import type { AssetFile, StagedFile } from '../../../../src/core/model/jobRecord';
import { faultyDisk, systemError } from '../support/faultyDisk';
import { modelFile, png } from '../support/sampleFiles';
import { tempFolders } from '../support/tempFolders';
import { zipOf } from '../support/zip';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const content = {
	'knight.obj': 'mtllib knight.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n',
	'knight.mtl': 'newmtl a\nmap_Kd textures/a.png\n',
	'textures/a.png': 'a picture',
};
const archive = zipOf(...Object.entries(content).map(([name, data]) => ({ name, data })));

describe('Landing', () => {
	const newFolder = tempFolders();

	async function stage(bytes: Uint8Array, part: string, name: string): Promise<StagedFile> {
		const folder = await newFolder();
		const partPath = join(folder, '.job-1.part');
		await writeFile(partPath, bytes);
		const path = join(folder, name);
		return { part, last: true, partPath, path, bytes: bytes.byteLength, sha256: sha256(bytes) };
	}
	const stageArchive = (): Promise<StagedFile> => stage(archive, 'model.zip', 'knight');
	const stageFile = (): Promise<StagedFile> => stage(Buffer.from('a model'), 'model', 'knight.glb');

	/** Everything in the folder, by name; of folders only what is in them. */
	async function around({ path }: StagedFile): Promise<Record<string, string>> {
		const folder = dirname(path);
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		const files = entries
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
		return Object.fromEntries(
			await Promise.all(
				files.sort().map(async (file) => [relative(folder, file), await readFile(file, 'utf8')] as const),
			),
		);
	}

	const whole = Object.fromEntries(Object.entries(content).map(([name, data]) => [`knight/${name}`, data]));
	const order = ['knight.obj', 'knight.mtl', 'textures/a.png'] as const;

	function assertArchiveLanded(files: unknown, { path }: StagedFile): void {
		const expected: AssetFile[] = order.map((name) => ({
			part: `model.zip/${name}`,
			path: join(path, name),
			bytes: content[name].length,
			sha256: sha256(Buffer.from(content[name])),
		}));
		assert.deepEqual(files, expected);
	}

	it('makes an archive a folder, and names the model first', async () => {
		const staged = await stageArchive();
		assertArchiveLanded(await placeFile(systemDisk, staged), staged);
		assert.deepEqual(await around(staged), whole);
	});

	it('flushes every file and folder before the archive goes, and the new name at last', async () => {
		const staged = await stageArchive();
		const folder = dirname(staged.path);
		const done: string[] = [];
		const disk = faultyDisk((operation, path) => {
			if (['sync', 'unlink', 'rename'].includes(operation))
				done.push(`${operation} ${relative(folder, path)}`);
		});
		await placeFile(disk, staged);
		const unpacked = '.job-1.unpacked';
		const flushed = [...order.map((name) => `${unpacked}/${name}`), unpacked, `${unpacked}/textures`, ''];
		assert.deepEqual(done.slice(0, flushed.length).sort(), flushed.map((name) => `sync ${name}`).sort());
		assert.deepEqual(done.slice(flushed.length), ['unlink .job-1.part', `rename ${unpacked}`, 'sync ']);
	});

	it('keeps the bytes of an archive that cannot be unpacked, and nothing of what it unpacked', async () => {
		const staged = await stage(archive.subarray(0, -40), 'model.zip', 'knight');
		await assert.rejects(placeFile(systemDisk, staged), { code: 'fileInvalid' });
		assert.deepEqual(Object.keys(await around(staged)), ['.job-1.part']);
		await assert.rejects(landAgain(systemDisk, staged), { code: 'fileInvalid' });
	});

	it('keeps an archive that the disk had no room to unpack', async () => {
		const staged = await stageArchive();
		const full = faultyDisk((operation, path) => {
			if (operation === 'write' && path.includes('textures')) throw systemError('ENOSPC');
		});
		await assert.rejects(placeFile(full, staged), { code: 'ENOSPC' });
		assert.deepEqual(Object.keys(await around(staged)), ['.job-1.part']);
		assertArchiveLanded(await landAgain(systemDisk, staged), staged);
	});

	describe('Law 5: a name that somebody else has', () => {
		it('is not taken from a folder, even one with the very same files', async () => {
			const staged = await stageArchive();
			await mkdir(join(staged.path, 'textures'), { recursive: true });
			for (const [name, data] of Object.entries(content)) await writeFile(join(staged.path, name), data);
			assert.equal(await placeFile(systemDisk, staged), 'taken');
			const other = { ...staged, path: `${staged.path}-2` };
			const files = await placeFile(systemDisk, other);
			assertArchiveLanded(files, other);
			assert.equal(Object.keys(await around(staged)).length, 6);
		});

		it('is not taken from a file', async () => {
			const staged = await stageArchive();
			await writeFile(staged.path, 'mine');
			assert.equal(await placeFile(systemDisk, staged), 'taken');
			assert.equal(await readFile(staged.path, 'utf8'), 'mine');
			assert.notEqual(await placeFile(systemDisk, { ...staged, path: `${staged.path}-2` }), 'taken');
		});

		for (const [what, code] of [
			['as POSIX tells it', undefined],
			['as Windows tells it', 'EPERM'],
		] as const)
			it(`is not taken from a folder that was made just now, ${what}`, async () => {
				const staged = await stageArchive();
				const disk = faultyDisk((operation, path) => {
					if (operation !== 'rename' || !path.endsWith('.unpacked')) return;
					mkdirSync(staged.path, { recursive: true });
					writeFileSync(join(staged.path, 'mine.txt'), 'mine');
					if (code) throw systemError(code);
				});
				assert.equal(await placeFile(disk, staged), 'taken');
				assert.deepEqual(await readdir(staged.path), ['mine.txt']);
				assertArchiveLanded(await placeFile(systemDisk, { ...staged, path: `${staged.path}-2` }), {
					...staged,
					path: `${staged.path}-2`,
				});
			});

		it('does not hide that the folder cannot be written', async () => {
			const staged = await stageArchive();
			const disk = faultyDisk((operation) => {
				if (operation === 'rename') throw systemError('EACCES');
			});
			await assert.rejects(placeFile(disk, staged), { code: 'EACCES' });
			assertArchiveLanded(await landAgain(systemDisk, staged), staged);
		});
	});

	describe('Law 5: interrupted anywhere, it is finished later, whole and once', () => {
		/** Does nothing more after so many operations, like the disk of a process that was killed. */
		function dyingDisk(operations: number): { disk: Disk; died: () => boolean } {
			let left = operations;
			const disk = faultyDisk(() => {
				if (left-- <= 0) throw systemError('EDEAD');
			});
			return { disk, died: () => left < 0 };
		}

		const kinds: readonly [what: string, () => Promise<StagedFile>, expected: Record<string, string>][] = [
			['an archive', stageArchive, whole],
			['a file', stageFile, { 'knight.glb': 'a model' }],
		];
		for (const [what, make, expected] of kinds)
			it(what, async () => {
				let deaths = 0;
				for (let first = 0; ; first++) {
					const life = dyingDisk(first);
					const staged = await make();
					const done = await placeFile(life.disk, staged).catch(() => undefined);
					if (done && !life.died()) break;
					deaths++;
					// The next process may die as well, at another moment.
					await landAgain(dyingDisk(first % 7).disk, staged).catch(() => undefined);
					const landed = await landAgain(systemDisk, staged);
					assert.ok(typeof landed === 'object', `death ${first}: ${String(landed)}`);
					assert.deepEqual(await around(staged), expected, `death ${first}`);
					for (const { path, bytes } of landed) assert.equal((await stat(path)).size, bytes);
				}
				assert.ok(deaths > 3, `${deaths} deaths`);
			});
	});

	describe('Law 10: the main file of an archive is its model', () => {
		const box = 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n';
		async function landed(
			...files: readonly (readonly [name: string, data: string | Uint8Array])[]
		): Promise<readonly AssetFile[]> {
			const packed = zipOf(...files.map(([name, data]) => ({ name, data })));
			const assets = await placeFile(systemDisk, await stage(packed, 'model.zip', 'knight'));
			assert.ok(typeof assets === 'object');
			return assets;
		}
		const parts = (assets: readonly AssetFile[]): string[] =>
			assets.map(({ part }) => part.replace('model.zip/', ''));

		it('and not what stands before it, higher up, or is larger', async () => {
			const files = await landed(
				['README.txt', 'Thank you.'],
				['a.png', png],
				['mesh/deep/knight.obj', box],
				['z.txt', 'z'.repeat(9999)],
			);
			assert.deepEqual(parts(files), ['mesh/deep/knight.obj', 'README.txt', 'a.png', 'z.txt']);
		});

		it('the largest of several', async () => {
			const files = await landed(
				['a.obj', box],
				['b/large.obj', `# ${'large '.repeat(50)}\n${box}`],
				['c.obj', box],
			);
			assert.deepEqual(parts(files), ['b/large.obj', 'a.obj', 'c.obj']);
		});

		it('by its bytes, and gets the ending that they have', async () => {
			const files = await landed(['a.obj.txt', 'v 1.0 of the read me'], ['knight', await modelFile('glb')]);
			assert.deepEqual(parts(files), ['knight.glb', 'a.obj.txt']);
			assert.ok((files[0]?.facts?.triangles ?? 0) > 0);
		});

		it('with what it needs and has not, and what is odd about it', async () => {
			const buffers = [
				{ uri: 'a%20b.bin', byteLength: 4 },
				{ uri: 'gone.bin', byteLength: 4 },
			];
			const gltf = JSON.stringify({
				asset: { version: '2.0' },
				buffers,
				extensionsRequired: ['KHR_texture_basisu'],
			});
			const [main] = await landed(['scene/a.gltf', gltf], ['scene/a b.bin', '1234'], ['z.txt', '']);
			assert.deepEqual(main?.notes, ['it needs files beside it: gone.bin']);
			assert.deepEqual(main?.facts?.requires, ['KHR_texture_basisu']);
			const [damaged] = await landed(['a.glb', (await modelFile('glb')).subarray(0, 900)]);
			assert.match(damaged?.notes?.join() ?? '', /^it is damaged: its header says/);
		});

		it('and has the notes of its archive, after a restart as well', async () => {
			const staged = { ...(await stageArchive()), notes: ['a note'] };
			for (const files of [await placeFile(systemDisk, staged), await landAgain(systemDisk, staged)]) {
				assert.ok(typeof files === 'object');
				assert.deepEqual(
					files.map(({ notes }) => notes),
					[['a note'], undefined, undefined],
				);
			}
		});
	});

	it('fetches again what was changed on the disk meanwhile', async () => {
		for (const make of [stageArchive, stageFile]) {
			const staged = await make();
			await writeFile(staged.partPath, 'something else');
			assert.equal(await landAgain(systemDisk, staged), 'gone');
		}
	});
});
