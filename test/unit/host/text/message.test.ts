import assert from 'node:assert/strict';
import { describeError, type ErrorCode } from '../../../../src/core/model/errors';
import type { JobState } from '../../../../src/core/model/jobRecord';
import { explanation, setAsideMessage, troubleMessages } from '../../../../src/host/text/message';
import { sampleStates } from '../../core/support/states';
import { job } from '../support/jobs';

const damaged = sampleStates['blocked/refused file'];

function blocked(code: ErrorCode, detail?: string): JobState {
	return {
		kind: 'blocked',
		error: { code, ...(detail === undefined ? {} : { detail }) },
		resume: { kind: 'waiting' },
	};
}

describe('A message about trouble', () => {
	it('names a single job, and says what happened and what to do', () => {
		const [message, ...others] = troubleMessages([job(sampleStates.failed)]);
		assert.deepEqual(others, []);
		assert.deepEqual(message, {
			severity: 'warning',
			text: `“an oak barrel”: ${describeError({ code: 'taskFailed' })}`,
			actions: ['Show Jobs', 'Show Log'],
			jobId: 'job-1',
		});
	});

	it('tells once of all jobs with the same fault, and apart of others', () => {
		const messages = troubleMessages([
			job(blocked('diskFull')),
			job(blocked('keyMissing')),
			job(blocked('diskFull'), { id: 'job-3' }),
		]);
		assert.deepEqual(
			messages.map(({ text, jobId }) => [text, jobId]),
			[
				[`2 jobs: ${describeError({ code: 'diskFull' })}`, 'job-1'],
				[`“an oak barrel”: ${describeError({ code: 'keyMissing' })}`, 'job-1'],
			],
		);
	});

	it('tells apart what differs in one kind of fault', () => {
		const [message] = troubleMessages([
			job(blocked('folderUnwritable', '/a')),
			job(blocked('folderUnwritable', '/b'), {
				request: { operation: 'textToModel', prompt: 'a crate', options: {} },
			}),
		]);
		assert.match(message?.text ?? '', /^2 jobs: .*“an oak barrel”: \/a; “a crate”: \/b/);
	});

	it('says nothing of jobs without trouble', () => {
		assert.deepEqual(troubleMessages([]), []);
		assert.deepEqual(troubleMessages([job(sampleStates.running), job(sampleStates.done)]), []);
	});

	const actionsOf = (state: JobState): readonly string[] => troubleMessages([job(state)])[0]?.actions ?? [];

	it('offers what mends the account, where the whole account is held up', () => {
		assert.deepEqual(actionsOf(blocked('creditsExhausted')), ['Open Billing', 'Show Balance']);
		assert.deepEqual(actionsOf(blocked('networkDown')), ['Show Log', 'Show Jobs']);
		assert.deepEqual(actionsOf(blocked('keyRejected')), ['Set API Key…', 'Choose Account…']);
	});

	it('offers what the user can choose for one job', () => {
		assert.deepEqual(actionsOf(sampleStates.refused), ['Edit and Generate Again…', 'Show Jobs', 'Show Log']);
		assert.deepEqual(actionsOf(damaged), ['Retry', 'Keep Anyway', 'Show Jobs']);
		const [several] = troubleMessages([job(damaged), job(damaged)]);
		assert.deepEqual(several?.actions, ['Show Jobs', 'Show Log']);
	});

	it('offers no edit for a task that was not asked for here', () => {
		const request = { operation: 'adoptTask', taskId: 'abc', options: {} } as const;
		const [message] = troubleMessages([job(sampleStates.refused, { request })]);
		assert.deepEqual(message?.actions, ['Show Jobs', 'Show Log']);
	});
});

describe('The explanation of a job', () => {
	const explained = (state: JobState & { error: { code: ErrorCode } }) =>
		explanation(job(state), state.error);

	it('says what happened, and offers what can be done', () => {
		assert.deepEqual(explained(sampleStates.failed), {
			severity: 'information',
			text: `“an oak barrel”: ${describeError({ code: 'taskFailed' })}`,
			actions: ['Retry', 'Show Log'],
			jobId: 'job-1',
		});
		assert.deepEqual(explained(sampleStates.refused).actions, ['Edit and Generate Again…', 'Show Log']);
		assert.deepEqual(explained(damaged).actions, ['Retry', 'Keep Anyway', 'Show Log']);
		assert.deepEqual(explained(sampleStates['uncertain/looking']).actions, ['Show Log']);
	});
});

describe('The message about records that could not be read', () => {
	it('counts them, names the first, and is not shown for none', () => {
		assert.equal(setAsideMessage([]), undefined);
		assert.match(setAsideMessage(['/s/a.json'])?.text ?? '', /^A job record could not .*: \/s\/a\.json\. /);
		const two = setAsideMessage(['/s/a.json', '/s/b.json']);
		assert.match(two?.text ?? '', /^2 job records could not .*: \/s\/a\.json\. /);
		assert.deepEqual(two?.actions, ['Open Task History', 'Show Log']);
	});
});
