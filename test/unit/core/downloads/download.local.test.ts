import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultyDisk, systemError } from '../support/faultyDisk';
import { tempFolders } from '../support/tempFolders';
import { cutAfter, type DownloadStep, good, tryDownload } from './downloading';

describe('Downloading: faults of this machine', () => {
	const newFolder = tempFolders();

	for (const [errno, code] of [
		['ENOSPC', 'diskFull'],
		['EDQUOT', 'diskFull'],
		['EACCES', 'folderUnwritable'],
	] as const)
		it(`says ${code} on ${errno} in mid-stream, at once and without a part file`, async () => {
			const folder = await newFolder();
			let writes = 0;
			const disk = faultyDisk((operation) => {
				if (operation === 'write' && ++writes === 2) throw systemError(errno);
			});
			const { error, seen } = await tryDownload(folder, [cutAfter(100), good], { disk });
			assert.equal((error as { code: string }).code, code);
			assert.equal(seen.length, 2);
			assert.deepEqual(await readdir(folder), []);
		});

	it('says diskFull when the flush fails, and leaves no part file', async () => {
		const folder = await newFolder();
		const disk = faultyDisk((operation) => {
			if (operation === 'sync') throw systemError('ENOSPC');
		});
		const { error } = await tryDownload(folder, [good], { disk });
		assert.equal((error as { code: string }).code, 'diskFull');
		assert.deepEqual(await readdir(folder), []);
	});

	it('says folderUnwritable when there is no folder to be had', async () => {
		const folder = join(await newFolder(), 'file');
		await writeFile(folder, '');
		const { error, seen } = await tryDownload(folder, [good]);
		assert.equal((error as { code: string }).code, 'folderUnwritable');
		assert.equal(seen.length, 0, 'no bytes are asked for that cannot be kept');
	});

	it('stops when it is told to, and leaves no part file', async () => {
		const folder = await newFolder();
		const stop = new AbortController();
		const endless: DownloadStep = (response) => {
			response.writeHead(200, { 'content-length': 1_000_000 });
			response.write('some', () => stop.abort(new Error('cancelled')));
		};
		const { error } = await tryDownload(folder, [endless], { signal: stop.signal });
		assert.match(String(error), /cancelled/);
		assert.deepEqual(await readdir(folder), []);
	});
});
