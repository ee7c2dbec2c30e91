import assert from 'node:assert/strict';
import { toCancel, toRemove, toRetry } from '../../../../../src/core/jobs/records/groupActions';
import type { JobRecord, JobState } from '../../../../../src/core/model/jobRecord';
import { jobIn, task } from '../../support/states';

const waiting: JobState = { kind: 'waiting' };
const running: JobState = { kind: 'running', task, progress: 5 };
const done: JobState = { kind: 'done', task, files: [] };
const failed: JobState = { kind: 'failed', error: { code: 'taskFailed' } };
const refused: JobState = { kind: 'refused', error: { code: 'contentRefused' } };
const heldUp: JobState = { kind: 'blocked', error: { code: 'sourceNotReady' }, resume: waiting };
const noCredits: JobState = { kind: 'blocked', error: { code: 'creditsExhausted' }, resume: waiting };

const group = (...states: JobState[]): JobRecord[] =>
	states.map((state, index) => ({
		...jobIn(state),
		id: `job-${index}`,
		group: { id: 'g', kind: 'chain', title: 'knight' },
	}));
const ids = (jobs: readonly JobRecord[]): string[] => jobs.map(({ id }) => id);

describe('What can be done to jobs that were asked for together', () => {
	it('stops later steps first, so that none is held up by the end of one before it', () => {
		assert.deepEqual(ids(toCancel(group(done, running, waiting))), ['job-2', 'job-1']);
	});

	it('tries again what failed, and lets steps that only wait for it go on by themselves', () => {
		assert.deepEqual(ids(toRetry(group(done, failed, heldUp, heldUp))), ['job-1']);
		assert.deepEqual(ids(toRetry(group(noCredits, running, noCredits))), ['job-0', 'job-2']);
	});

	it('does not try again what the content check refused', () => {
		assert.deepEqual(ids(toRetry(group(refused, failed, heldUp))), ['job-1']);
	});

	it('forgets all of them, later steps first, or none', () => {
		assert.deepEqual(ids(toRemove(group(done, failed, heldUp))), ['job-2', 'job-1', 'job-0']);
		assert.deepEqual(toRemove(group(done, running)), []);
	});
});
