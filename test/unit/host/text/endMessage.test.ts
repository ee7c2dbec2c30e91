import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { describeError } from '../../../../src/core/model/errors';
import type { JobRecord } from '../../../../src/core/model/jobRecord';
import { doneMessage, groupMessage } from '../../../../src/host/text/endMessage';
import type { Message } from '../../../../src/host/text/message';
import { sampleStates } from '../../core/support/states';
import { batch, chain, formatter, job, rigJob } from '../support/jobs';

const { done, failed, refused, waiting } = sampleStates;
const left = sampleStates['done/left at the service'];
const failure = describeError({ code: 'taskFailed' });

function ended(...jobs: JobRecord[]): Message | undefined {
	return doneMessage(jobs, formatter, (path) => basename(path));
}

function together(...jobs: JobRecord[]): Message | undefined {
	return groupMessage(jobs, formatter, (path) => basename(path));
}

describe('A message about jobs that are done', () => {
	it('names the file of a single one, and opens it', () => {
		assert.deepEqual(ended(job(done)), {
			severity: 'information',
			text: 'a.glb is ready.',
			actions: ['Reveal', 'Open'],
			jobId: 'job-1',
		});
	});

	it('says of one without a file what was found out', () => {
		const checked = { ...left, findings: { riggable: true } };
		assert.deepEqual(ended(job(checked)), {
			severity: 'information',
			text: 'an oak barrel: riggable: yes · 20 credits (Tripo API)',
			actions: ['Do Next…'],
			jobId: 'job-1',
		});
	});

	it('counts several', () => {
		assert.deepEqual(ended(job(done), job(done)), {
			severity: 'information',
			text: '2 assets are ready.',
			actions: ['Show Assets'],
		});
	});

	it('is not shown where nothing is done', () => {
		assert.equal(ended(), undefined);
		assert.equal(ended(job(failed)), undefined);
	});
});

describe('A message about the end of a group', () => {
	const member = (state: JobRecord['state'], changes: Partial<JobRecord> = {}): JobRecord =>
		job(state, { group: batch, ...changes });

	it('counts what is ready; a single file is named', () => {
		assert.deepEqual(together(member(done), member(done)), {
			severity: 'information',
			text: '“Village props”: 2 assets are ready.',
			actions: ['Show Assets'],
		});
		assert.equal(together(member(done), member(left))?.text, 'a.glb is ready.');
	});

	it('is not shown where nothing came and nothing is wrong', () => {
		assert.equal(together(), undefined);
		assert.equal(together(member(left), member(sampleStates['cancelled/no task'])), undefined);
	});

	it('counts what is ready and what needs the user, and says what is wrong', () => {
		assert.deepEqual(together(member(done), member(failed)), {
			severity: 'warning',
			text: `“Village props”: 1 of 2 are ready, 1 needs attention. ${failure}`,
			actions: ['Retry', 'Show Jobs'],
			jobId: 'job-1',
			groupId: 'group-2',
		});
		assert.match(together(member(failed), member(failed))?.text ?? '', /0 of 2 are ready, 2 need attention/);
	});

	it('offers what the user can choose for the only one in trouble', () => {
		assert.deepEqual(together(member(done), member(refused))?.actions, [
			'Edit and Generate Again…',
			'Show Jobs',
		]);
		assert.deepEqual(together(member(refused), member(refused))?.actions, ['Show Jobs']);
		const damaged = member(sampleStates['blocked/refused file']);
		assert.deepEqual(together(damaged, member(done))?.actions, ['Retry', 'Keep Anyway', 'Show Jobs']);
	});

	it('tells at which step a chain stopped, and nothing of the steps behind it', () => {
		const heldUp = {
			kind: 'blocked',
			error: { code: 'sourceNotReady' },
			resume: { kind: 'waiting' },
		} as const;
		const message = together(job(done, { group: chain }), rigJob(failed), rigJob(heldUp));
		assert.equal(message?.text, `“Rigged robot”: stopped at step 2 of 3, Rig. ${failure}`);
		assert.equal(message?.jobId, 'job-2');
	});

	it('does not take a job that still waits for one in trouble', () => {
		assert.equal(together(member(done), member(waiting))?.text, 'a.glb is ready.');
	});
});
