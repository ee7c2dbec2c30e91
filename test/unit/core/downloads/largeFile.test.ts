import assert from 'node:assert/strict';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { landAgain } from '../../../../src/core/assets/placeFile';
import { flushedBlock, PartFile } from '../../../../src/core/downloads/partFile';
import { systemDisk } from '../../../../src/core/files/disk';
import { tempFolders } from '../support/tempFolders';

/** More than can be read at once, in whole blocks. */
const bytes = 2 ** 31 + flushedBlock;

describe('A file of more than 2 GiB', () => {
	const newFolder = tempFolders();

	it('is taken up after a restart, hashed, and gets its name', async function () {
		if (process.platform === 'win32') return this.skip();
		const folder = await newFolder();
		const partPath = join(folder, '.job-1.part');
		// Of holes, which take no room on the disk.
		const file = await open(partPath, 'w');
		await file.truncate(bytes);
		await file.close();
		const part = await PartFile.open(systemDisk, partPath, { etag: '"1"', bytes });
		assert.equal(part.bytes, bytes);
		assert.ok(part.isWhole);
		await part.close();
		const path = join(folder, 'city.glb');
		const staged = { part: 'model', last: true, partPath, path, bytes, sha256: part.sha256() };
		const { part: _, last: __, partPath: ___, ...asset } = staged;
		assert.deepEqual(await landAgain(systemDisk, staged), [{ part: 'model', ...asset }]);
		assert.equal((await stat(path)).size, bytes);
	});
});
