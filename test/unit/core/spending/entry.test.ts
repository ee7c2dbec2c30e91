import assert from 'node:assert/strict';
import type { JobRecord, JobState } from '../../../../src/core/model/jobRecord';
import { entryAfter, type LedgerEntry, netOf, withFigure } from '../../../../src/core/spending/entry';
import { entry } from '../support/entries';
import { jobIn, sampleStates, task } from '../support/states';

describe('Ledger entry: what a record says of a task', () => {
	const { charge: _, ...open } = entry({ status: 'underWay' });
	const unsaid = { ...open, status: 'made' } as const;

	/** What follows from a job in each state, where the ledger has nothing yet. */
	const cases: readonly [what: string, state: JobState, expected: LedgerEntry | undefined][] = [
		['nothing while it waits', sampleStates.waiting, undefined],
		['nothing while it is in doubt', sampleStates.uncertain, undefined],
		['nothing when it was cancelled before', sampleStates['cancelled/no task'], undefined],
		['an estimate while it runs', sampleStates.running, open],
		['an estimate while it is held up there', sampleStates['blocked/running'], open],
		['the charge once it is made', sampleStates.downloading, entry()],
		['the charge when it is held up then', sampleStates['blocked/downloading'], entry()],
		['the charge at the end', sampleStates.done, entry()],
		['no charge where the service says none', { kind: 'done', task, files: [] }, unsaid],
		['that a failure cost nothing', sampleStates.failed, entry({ charge: 0, status: 'failed' })],
		[
			'what a failure cost all the same',
			{ ...sampleStates.failed, credits: 20 },
			entry({ charge: 20, status: 'failed' }),
		],
		[
			'no figure for a failure that may have cost something',
			{ kind: 'failed', error: { code: 'taskExpired' }, task },
			{ ...open, status: 'failed' },
		],
		['that a cancelled task goes on', sampleStates['cancelled/task goes on'], open],
		['what a cancelled task came to', sampleStates['cancelled/task ended'], entry()],
		[
			'that a cancelled task failed',
			{ ...sampleStates['cancelled/task ended'], failed: true },
			entry({ status: 'failed' }),
		],
		[
			'that a cancelled task cost nothing',
			{ kind: 'cancelled', task, outcome: 'notCharged' },
			entry({ charge: 0 }),
		],
	];
	for (const [what, state, expected] of cases)
		it(`tells ${what}`, () => assert.deepEqual(entryAfter(jobIn(state), undefined), expected));

	it('names the workspace folder, and the model that was asked for', () => {
		const job: JobRecord = {
			...jobIn(sampleStates.done),
			workspace: '/game',
			request: { operation: 'textToModel', prompt: 'x', options: { model: 'P1-20260311' } },
		};
		const { workspace, model } = entryAfter(job, undefined) ?? {};
		assert.deepEqual([workspace, model], ['/game', 'P1-20260311']);
	});

	it('leaves out the sandbox, whose credits are no money', () => {
		assert.equal(entryAfter({ ...jobIn(sampleStates.done), provider: 'sandbox' }, undefined), undefined);
	});

	it('changes nothing when it is applied twice', () => {
		for (const state of Object.values(sampleStates)) {
			const once = entryAfter(jobIn(state), undefined);
			assert.deepEqual(entryAfter(jobIn(state), once), once);
		}
	});

	it('counts no adopted task that somebody else paid for, and follows one of ours', () => {
		const adopted: JobRecord = {
			...jobIn({ ...sampleStates.done, credits: 25 }, 'job-2'),
			request: { operation: 'adoptTask', taskId: task.id, options: {} },
		};
		assert.equal(entryAfter(adopted, undefined), undefined);
		// Its record was lost while it ran.
		assert.deepEqual(entryAfter(adopted, open), entry({ charge: 25 }));
	});

	it('forgets no charge of a cancelled task that is taken up again', () => {
		assert.deepEqual(entryAfter(jobIn(sampleStates.running), entry()), entry({ status: 'underWay' }));
	});
});

describe('Ledger entry: refunds', () => {
	it('tells what came back from what was charged', () => {
		const refunded = withFigure(entry({ status: 'failed' }), 0);
		assert.deepEqual([refunded.charge, refunded.refunded, netOf(refunded)], [20, 20, 0]);
	});

	it('keeps to the last word, however often it is said', () => {
		const twice = withFigure(withFigure(entry(), 5), 5);
		assert.deepEqual([twice.charge, twice.refunded, netOf(twice)], [20, 15, 5]);
		const back = withFigure(twice, 20);
		assert.deepEqual([back.charge, back.refunded, netOf(back)], [20, undefined, 20]);
	});

	it('has no dust of fractions', () => {
		assert.equal(netOf(withFigure(entry({ charge: 0.3 }), 0.1)), 0.1);
	});
});
