import assert from 'node:assert/strict';
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { unpack } from '../../../../src/core/downloads/unpack';
import { type Disk, systemDisk } from '../../../../src/core/files/disk';
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
			'.',
			'./.',
		])
			it(JSON.stringify(name), async () => {
				const error = await refused(zipOf({ name: 'good.obj', data: 'v' }, { name, data: 'evil' }));
				assert.equal(error.code, 'fileInvalid');
			});
	});

	/** What stands in the folder that an archive was unpacked into, by name. */
	async function contents(...files: Packed[]): Promise<Record<string, string>> {
		const folder = join(await unpacked(zipOf(...files)), 'in');
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		const paths = entries
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
		return Object.fromEntries(
			await Promise.all(
				paths.sort().map(async (path) => [relative(folder, path), await readFile(path, 'utf8')] as const),
			),
		);
	}

	describe('Law 9: keeps both of two files whose names meet', () => {
		const pairs: readonly [one: string, other: string, kept: string][] = [
			['a.png', 'a.png', 'a-2.png'],
			['a.png', './a.png', 'a-2.png'],
			['textures/a.png', 'textures//a.png', 'textures/a-2.png'],
			['a.png', 'A.PNG', 'A-2.PNG'],
			['é.png', 'e\u0301.png', 'e\u0301-2.png'],
			['b.png', 'B-2.png', 'B-2.png'],
		];
		for (const [one, other, kept] of pairs)
			it(`${JSON.stringify(one)} and ${JSON.stringify(other)}`, async () => {
				const files = await contents(
					{ name: one, data: '1' },
					{ name: other, data: '2' },
					{ name: 'z', data: '3' },
				);
				assert.deepEqual(files, { [one]: '1', [kept]: '2', z: '3' });
			});

		for (const [file, inFolder] of [
			['a', 'a/b.png'],
			['A/B', 'a/b/c.png'],
		] as const)
			it(`${JSON.stringify(file)} and the folder of ${JSON.stringify(inFolder)}`, async () => {
				for (const order of [
					[file, inFolder],
					[inFolder, file],
				]) {
					const files = await contents(...order.map((name) => ({ name, data: name })), {
						name: 'z',
						data: '3',
					});
					assert.deepEqual(files, { [`${file}-2`]: file, [inFolder]: inFolder, z: '3' });
				}
			});
	});

	describe('Law 10: takes archives as they are', () => {
		const obj = 'mtllib knight.mtl\nv 0 0 0\n';

		it('with backslashes between folders', async () => {
			assert.deepEqual(
				await contents({ name: 'knight.obj', data: obj }, { name: 'textures\\deep\\a.png', data: 'p' }),
				{
					'knight.obj': obj,
					'textures/deep/a.png': 'p',
				},
			);
		});

		it('without what macOS and Windows leave in them', async () => {
			const files = await contents(
				{ name: '__MACOSX/._knight.obj', data: 'x' },
				{ name: '__MACOSX/textures/._a.png', data: 'x' },
				{ name: '.DS_Store', data: 'x' },
				{ name: 'knight.obj', data: obj },
				{ name: 'textures/Thumbs.db', data: 'x' },
				{ name: 'textures\\desktop.ini', data: 'x' },
				{ name: 'textures/._a.png', data: 'x' },
				{ name: 'textures/a.png', data: 'p' },
			);
			assert.deepEqual(Object.keys(files), ['knight.obj', 'textures/a.png']);
		});

		it('without the folders that hold everything', async () => {
			const files = await contents(
				{ name: '__MACOSX/x', data: 'x' },
				{ name: 'export/Knight/', data: '' },
				{ name: 'export/Knight/knight.obj', data: obj },
				{ name: 'Export\\Knight\\textures\\a.png', data: 'p' },
			);
			assert.deepEqual(Object.keys(files), ['knight.obj', 'textures/a.png']);
		});

		it('without what a system would run', async () => {
			const files = await contents(
				{ name: 'knight.obj', data: obj },
				{ name: 'setup.EXE', data: 'x' },
				{ name: 'a.sh', data: 'x' },
			);
			assert.deepEqual(Object.keys(files), ['knight.obj']);
		});

		it('with characters and endings that some system refuses', async () => {
			const files = await contents(
				...['ab:c?.png', 'a\u0000\n.obj', 'con.png', 'aux', 'dir /b.png', 'c.', 'a/C:/evil.obj'].map(
					(name) => ({ name, data: name }),
				),
			);
			assert.deepEqual(
				Object.keys(files).sort(),
				['a/C_/evil.obj', 'a__.obj', 'ab_c_.png', 'aux_', 'c_', 'con_.png', 'dir_/b.png'].sort(),
			);
		});

		it('with names in UTF-8 that do not say so', async () => {
			const files = await contents({ name: '騎士.obj', data: obj, flags: 0 }, { name: 'z', data: '' });
			assert.deepEqual(Object.keys(files), ['z', '騎士.obj']);
		});

		const encodings: readonly [what: string, name: Uint8Array, flags: number][] = [
			['of code page 437', Buffer.from('caf\x82.png', 'latin1'), 0],
			['of GBK', Buffer.from('\xcc\xf9\xcd\xbc.png', 'latin1'), 0],
			['that claim to be UTF-8', Buffer.from('\xcc\xf9\xcd\xbc.png', 'latin1'), 0x800],
		];
		for (const [what, name, flags] of encodings)
			it(`with names ${what}, which the model still finds`, async () => {
				const raw = Buffer.from(name);
				const textures = Buffer.concat([Buffer.from('textures/'), raw]);
				const files = await contents(
					{ name: 'knight.obj', data: obj },
					{
						name: 'knight.mtl',
						data: Buffer.concat([
							Buffer.from('newmtl a\nmap_Kd -s 1 1 1 '),
							textures,
							Buffer.from('\r\nKd 1 1 1\n'),
						]),
					},
					{ name: textures, data: 'p', flags },
				);
				const [texture = ''] = Object.keys(files).filter((file) => file.startsWith('textures/'));
				assert.equal(files[texture], 'p');
				assert.equal(files['knight.mtl'], `newmtl a\nmap_Kd -s 1 1 1 ${texture}\r\nKd 1 1 1\n`);
				assert.equal(files['knight.obj'], obj);
			});

		it('with texts whose encoding is another one than that of the names', async () => {
			const files = await contents(
				{ name: 'knight.obj', data: obj },
				{ name: 'knight.mtl', data: 'newmtl a\nmap_Kd 贴图.png\n' },
				{ name: Buffer.from('\xcc\xf9\xcd\xbc.png', 'latin1'), data: 'p', flags: 0 },
			);
			const [texture = ''] = Object.keys(files).filter((file) => file.endsWith('.png'));
			assert.equal(files['knight.mtl'], `newmtl a\nmap_Kd ${texture}\n`);
		});

		it('with a library of another name', async () => {
			const files = await contents(
				{ name: 'knight.obj', data: 'mtllib .\\ab:c.mtl\nv 0 0 0\n' },
				{ name: 'ab:c.mtl', data: 'newmtl a\n' },
			);
			assert.equal(files['knight.obj'], 'mtllib .\\ab_c.mtl\nv 0 0 0\n');
		});

		it('with bytes behind their end', async () => {
			const outer = await unpacked(
				Buffer.concat([zipOf({ name: 'a.obj', data: obj }), Buffer.alloc(100, 'x')]),
			);
			assert.equal(await readFile(join(outer, 'in', 'a.obj'), 'utf8'), obj);
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
