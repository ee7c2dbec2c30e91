import assert from 'node:assert/strict';
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, systemDisk } from '../../../../src/core/disk';
import { unpack } from '../../../../src/core/downloads/unpack';
import { faultyDisk, systemError } from '../support/faultyDisk';
import { tempFolders } from '../support/tempFolders';
import { type Packed, zipOf } from '../support/zip';

const mebibyte = 1024 * 1024;

describe('Unpacking an archive', () => {
	const newFolder = tempFolders();

	/** Unpacks into a folder of its own within a folder that also holds the archive; answers the outer one. */
	async function unpacked(archive: Uint8Array, disk: Disk = systemDisk): Promise<string> {
		const outer = await newFolder();
		await writeFile(join(outer, 'a.zip'), archive);
		await unpack(disk, join(outer, 'a.zip'), join(outer, 'in'));
		return outer;
	}

	/** The archive is refused, and nothing stands in the folder around it but the archive. */
	async function refused(archive: Uint8Array, disk?: Disk): Promise<{ code?: string; message?: string }> {
		const outer = await newFolder();
		await writeFile(join(outer, 'a.zip'), archive);
		const error = await unpack(disk ?? systemDisk, join(outer, 'a.zip'), join(outer, 'in')).then(
			() => assert.fail('it was unpacked'),
			(cause: unknown) => cause,
		);
		assert.deepEqual(await readdir(outer), ['a.zip']);
		return error as { code?: string; message?: string };
	}

	it('gives every file, in folders, stored or deflated, with names of any script', async () => {
		const outer = await unpacked(
			zipOf(
				{ name: 'textures/' },
				{ name: 'knight.obj', data: 'v 0 0 0\n'.repeat(10_000) },
				{ name: './knight.mtl', data: 'newmtl a', stored: true },
				{ name: 'textures/deep/騎士.png', data: new Uint8Array([1, 2, 3]) },
				{ name: 'empty.txt' },
			),
		);
		const folder = join(outer, 'in');
		assert.equal((await readFile(join(folder, 'knight.obj'), 'utf8')).length, 80_000);
		assert.equal(await readFile(join(folder, 'knight.mtl'), 'utf8'), 'newmtl a');
		assert.deepEqual([...(await readFile(join(folder, 'textures', 'deep', '騎士.png')))], [1, 2, 3]);
		assert.equal((await readFile(join(folder, 'empty.txt'))).length, 0);
	});

	it('makes a link a plain file with the text of its target', async () => {
		const outer = await unpacked(
			zipOf({ name: 'a.obj', data: 'v' }, { name: 'passwd', data: '/etc/passwd', mode: 0o120777 }),
		);
		const path = join(outer, 'in', 'passwd');
		assert.equal((await lstat(path)).isFile(), true);
		assert.equal(await readFile(path, 'utf8'), '/etc/passwd');
	});

	describe('refuses names that lead elsewhere', () => {
		for (const name of [
			'../evil.obj',
			'a/../../evil.obj',
			'..',
			'/evil.obj',
			'//server/share/evil.obj',
			'..\\evil.obj',
			'a\\..\\..\\evil.obj',
			'\\evil.obj',
			'\\\\server\\share\\evil.obj',
			'C:\\evil.obj',
			'C:/evil.obj',
			'c:evil.obj',
			'a/C:/evil.obj',
			'a.obj:stream',
			'a\u0000.obj',
			'a\n.obj',
			'.',
			'./.',
		])
			it(JSON.stringify(name), async () => {
				const error = await refused(zipOf({ name: 'good.obj', data: 'v' }, { name, data: 'evil' }));
				assert.equal(error.code, 'fileInvalid');
			});
	});

	describe('refuses names that meet', () => {
		const pairs: readonly [string, string][] = [
			['a.png', 'a.png'],
			['a.png', './a.png'],
			['textures/a.png', 'textures//a.png'],
			['a.png', 'A.PNG'],
			['é.png', 'e\u0301.png'],
			['a', 'a/b.png'],
			['a/b.png', 'a'],
			['a/b/c.png', 'A/B'],
		];
		for (const [one, other] of pairs)
			it(`${JSON.stringify(one)} and ${JSON.stringify(other)}`, async () => {
				const error = await refused(zipOf({ name: one, data: '1' }, { name: other, data: '2' }));
				assert.equal(error.code, 'fileInvalid');
			});
	});

	describe('refuses', () => {
		const obj: Packed = { name: 'a.obj', data: 'v 0 0 0\n'.repeat(100) };
		const broken = (change: (bytes: Buffer) => void): Buffer => {
			const bytes = zipOf(obj);
			change(bytes);
			return bytes;
		};
		const archives: readonly [what: string, archive: Uint8Array, words: RegExp][] = [
			['what is no archive', Buffer.from('PK\x03\x04 and then nothing of the kind'), /damaged/],
			['nothing', Buffer.alloc(0), /damaged/],
			['an archive without its end', zipOf(obj).subarray(0, -30), /damaged/],
			['an archive without files', zipOf({ name: 'textures/' }), /without files/],
			['an empty archive', zipOf(), /without files/],
			['a file that is longer than declared', zipOf({ ...obj, size: 10 }), /damaged/],
			['a file that is shorter than declared', zipOf({ ...obj, size: 10_000 }), /damaged/],
			['a stored file of another length', zipOf({ ...obj, stored: true, size: 10 }), /damaged/],
			['a file with another checksum', zipOf({ ...obj, crc: 1 }), /“a.obj” is damaged/],
			['a stored file that has changed', broken((bytes) => bytes.fill(7, 40, 44)), /damaged/],
			['an encrypted file', zipOf({ ...obj, flags: 0x801 }), /damaged/],
			['more than 4 GiB, as declared', zipOf(...sizes(3, 2 ** 31)), /6442450944 bytes/],
			['too many files', zipOf(...sizes(2001, 0)), /2001 files/],
		];
		for (const [what, archive, words] of archives)
			it(what, async () => {
				const error = await refused(archive);
				assert.equal(error.code, 'fileInvalid');
				assert.match(error.message ?? '', words);
			});

		it('a bomb that hides its size, before it has filled the disk', async () => {
			let written = 0;
			const disk = faultyDisk((operation) => {
				if (operation === 'write') written++;
			});
			const bomb = zipOf({ name: 'a.obj', data: Buffer.alloc(64 * mebibyte), size: mebibyte });
			const error = await refused(bomb, disk);
			assert.equal(error.code, 'fileInvalid');
			// In pieces of 16 KiB: what was declared, and not the 4096 that there are.
			assert.ok(written > 0 && written <= 64, `${written} writes`);
		});
	});

	it('leaves nothing and keeps the disk’s own words when the disk refuses', async () => {
		for (const operation of ['open', 'sync', 'mkdir'] as const) {
			const disk = faultyDisk((at, path) => {
				if (at === operation && path.includes('textures')) throw systemError('ENOSPC');
			});
			const outer = await newFolder();
			await writeFile(
				join(outer, 'a.zip'),
				zipOf({ name: 'a.obj', data: 'v' }, { name: 'textures/a.png', data: 'p' }),
			);
			await assert.rejects(unpack(disk, join(outer, 'a.zip'), join(outer, 'in')), { code: 'ENOSPC' });
			assert.deepEqual(await readdir(outer), ['a.zip'], operation);
		}
	});

	it('does not touch a folder that is there already', async () => {
		const outer = await newFolder();
		await mkdir(join(outer, 'in'));
		await writeFile(join(outer, 'in', 'mine.obj'), 'old');
		await writeFile(join(outer, 'a.zip'), zipOf({ name: 'a.obj', data: 'new' }));
		await assert.rejects(unpack(systemDisk, join(outer, 'a.zip'), join(outer, 'in')), { code: 'EEXIST' });
		assert.deepEqual(await readdir(join(outer, 'in')), ['mine.obj']);
	});
});

function sizes(count: number, size: number): Packed[] {
	return Array.from({ length: count }, (_, index) => ({ name: `${index}.png`, size }));
}
