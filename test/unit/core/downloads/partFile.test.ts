import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flushedBlock, PartFile } from '../../../../src/core/downloads/partFile';
import { type Disk, systemDisk } from '../../../../src/core/files/disk';
import { tempFolders } from '../support/tempFolders';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('Part file', () => {
	const newFolder = tempFolders();
	const create = async (disk = systemDisk): Promise<PartFile> =>
		PartFile.open(disk, join(await newFolder(), 'made', '.j.part'));

	it('grows by pieces, and its hash with it', async () => {
		const part = await create();
		await part.restart('"e"', 6);
		await part.append(bytes('abc'));
		assert.equal(part.isWhole, false);
		await part.append(bytes('def'));
		assert.equal(part.isWhole, true);
		await part.close();
		assert.equal(await readFile(part.path, 'utf8'), 'abcdef');
		assert.equal(part.sha256(), sha256('abcdef'));
	});

	it('starts over with nothing left of the old', async () => {
		const part = await create();
		await part.restart('"e"', 100);
		await part.append(bytes('something long'));
		await part.restart('"f"', 3);
		await part.append(bytes('new'));
		await part.close();
		assert.equal(await readFile(part.path, 'utf8'), 'new');
		assert.equal(part.sha256(), sha256('new'));
		assert.equal(part.bytes, 3);
	});

	it('flushes what a killed process left before it counts', async () => {
		const first = await create();
		await first.restart('"e"', 2 * flushedBlock);
		await first.append(new Uint8Array(flushedBlock + 5));
		await first.release();
		let flushes = 0;
		const counting: Disk = {
			...systemDisk,
			open: async (...args) => {
				const handle = await systemDisk.open(...args);
				const datasync = handle.datasync.bind(handle);
				handle.datasync = () => {
					flushes++;
					return datasync();
				};
				return handle;
			},
		};
		const second = await PartFile.open(counting, first.path, { etag: '"e"', bytes: 2 * flushedBlock });
		assert.deepEqual([second.bytes, flushes], [flushedBlock, 1]);
		await second.discard();
	});

	it('overwrites what an earlier try left', async () => {
		const first = await create();
		await first.append(bytes('an old and long start'));
		await first.close();
		const second = await PartFile.open(systemDisk, first.path);
		await second.append(bytes('new'));
		await second.close();
		assert.equal(await readFile(first.path, 'utf8'), 'new');
	});

	for (const [etag, resumable] of [
		['"abc"', true],
		['W/"abc"', false],
		[undefined, false],
		['abc', false],
	] as const)
		it(`can${resumable ? '' : 'not'} be continued with ETag ${etag}`, async () => {
			const part = await create();
			await part.restart(etag, 10);
			assert.equal(part.resumable, false, 'nothing is there yet');
			await part.append(bytes('x'));
			assert.equal(part.resumable, resumable);
			await part.discard();
		});

	it('disappears when it is discarded, open or closed', async () => {
		for (const closed of [false, true]) {
			const part = await create();
			await part.append(bytes('x'));
			if (closed) await part.close();
			await part.discard();
			assert.deepEqual(await readdir(join(part.path, '..')), []);
		}
	});

	it('writes every byte where the system takes only some at a time', async () => {
		// An almost full disk or a network share may take fewer bytes than it was given.
		const stingy: Disk = {
			...systemDisk,
			open: async (path, flags) => {
				const handle = await systemDisk.open(path, flags);
				const write = handle.write.bind(handle) as (...all: unknown[]) => ReturnType<typeof handle.write>;
				handle.write = ((data: Uint8Array, offset: number, length: number, position: number) =>
					write(data, offset, Math.min(length, 3), position)) as typeof handle.write;
				return handle;
			},
		};
		const part = await create(stingy);
		await part.append(bytes('0123456789'));
		await part.append(bytes('abcdef'));
		await part.close();
		assert.equal(await readFile(part.path, 'utf8'), '0123456789abcdef');
		assert.equal(part.bytes, 16);
	});
});
