import assert from 'node:assert/strict';
import { affordable } from '../../../../src/core/accounts/accountRecovery';
import type { ErrorCode } from '../../../../src/core/model/errors';
import type { Blocked, JobRecord } from '../../../../src/core/model/jobRecord';
import { jobIn, task } from '../support/states';

describe('Jobs that credits let go on', () => {
	const held = (
		id: string,
		estimate: number | undefined,
		code: ErrorCode = 'creditsExhausted',
		resume: Blocked['resume'] = { kind: 'waiting' },
	): JobRecord => {
		const { estimate: _, ...job } = jobIn({ kind: 'blocked', error: { code }, resume }, id);
		return estimate === undefined ? job : { ...job, estimate };
	};
	const ids = (available: number, ...jobs: JobRecord[]): string =>
		affordable(jobs, available)
			.map(({ id }) => id)
			.join();

	it('are the oldest, as far as the credits reach', () => {
		assert.equal(ids(45, held('a', 20), held('b', 20), held('c', 20)), 'a,b');
		assert.equal(ids(40, held('a', 20), held('b', 20)), 'a,b');
	});

	it('do not overtake a dear one', () => {
		assert.equal(ids(50, held('a', 60), held('b', 20)), '');
	});

	it('are all that is paid already or free, whatever is left', () => {
		const running = held('c', 20, 'keyRejected', { kind: 'running', task, progress: 5 });
		const downloading = held('d', 20, 'serviceDown', { kind: 'downloading', task });
		assert.equal(ids(0, held('a', 60), held('b', 0), running, downloading), 'b,c,d');
	});

	it('are those of unknown price as long as anything is left', () => {
		assert.equal(ids(0, held('a', undefined)), '');
		assert.equal(ids(21, held('a', 20), held('b', undefined)), 'a,b');
		assert.equal(ids(20, held('a', 20), held('b', undefined)), 'a');
	});

	it('are those that waited for something else than credits', () => {
		assert.equal(ids(0, held('a', 20, 'serviceDown'), held('b', 20, 'keyRejected')), 'a,b');
	});
});
