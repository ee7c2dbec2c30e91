import assert from 'node:assert/strict';
import type { DownloadWait } from '../../../../src/core/model/jobRecord';
import { waitChangesIn, waitStatus } from '../../../../src/host/text/downloadWait';

describe('The row of a download that waits', () => {
	const wait = (seconds: number, waitsFor: DownloadWait['waitsFor'] = 'fileHost'): DownloadWait => ({
		waitsFor,
		until: seconds * 1000,
		error: { code: 'downloadBroken' },
	});

	it('says what for, and how long still', () => {
		assert.equal(waitStatus(wait(40), 0), 'waiting for the file host, next try in 40 s');
		assert.equal(waitStatus(wait(38), 0), 'waiting for the file host, next try in 40 s');
		assert.equal(waitStatus(wait(3), 500), 'waiting for the file host, next try in 3 s');
		assert.equal(waitStatus(wait(200, 'service'), 0), 'waiting for the service, next try in 4 min');
		assert.equal(waitStatus(wait(0, 'folder'), 1), 'waiting for the output folder, trying again');
	});

	it('is drawn anew just when its words change, and no more after the end', () => {
		const one = wait(300);
		let now = 0;
		let draws = 0;
		for (let ms = waitChangesIn(one, now); ms !== undefined; ms = waitChangesIn(one, now)) {
			const before = waitStatus(one, now);
			assert.equal(waitStatus(one, now + ms - 1), before);
			now += ms;
			draws++;
			// At the very moment the old words still hold; a timer is never early.
			assert.notEqual(waitStatus(one, now + 1), before);
			now += 1;
		}
		assert.ok(now >= 300_000 && draws < 40, `${draws} draws until ${now} ms`);
	});
});
