import assert from 'node:assert/strict';
import { chargeOf, describeError, type ErrorCode } from '../../../src/core/model/errors';
import type { Charge } from '../../../src/core/model/errorTable';
import {
	creditsOf,
	errorOf,
	type JobRecord,
	type StateKind,
	taskOf,
} from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';
import { LeapingClock } from './leapingClock';

/** What the service says of a task in the end, and what the job then says. */
const endings: readonly [
	word: string,
	charged: 'kept' | 'given back',
	state: StateKind,
	code: ErrorCode,
	charge: Charge,
	words: RegExp,
][] = [
	['banned', 'given back', 'refused', 'contentRefused', 'none', /No credits were used.*Change the input/],
	['banned', 'kept', 'refused', 'contentRefused', 'possible', /may have been used.*Change the input/],
	['failed', 'given back', 'failed', 'taskFailed', 'none', /No credits were used/],
	['failed', 'kept', 'failed', 'taskFailed', 'possible', /may have been used.*refunds them later/],
	[
		'cancelled',
		'given back',
		'failed',
		'taskCancelled',
		'none',
		/cancelled at the service.*No credits were used/,
	],
	['cancelled', 'kept', 'failed', 'taskCancelled', 'possible', /may have been used/],
	['expired', 'given back', 'failed', 'taskExpired', 'none', /No credits were used.*Task History/],
	['expired', 'kept', 'failed', 'taskExpired', 'possible', /may have been used.*Task History/],
];

/** Answers that say nothing about a task. Its credits stay frozen: it may still succeed, and be charged. */
const riddles: readonly [what: string, code: ErrorCode, words: RegExp][] = [
	['unknown', 'taskStateUnknown', /“unknown”.*may have been used.*ask again/],
	['meditating', 'taskStateUnknown', /“meditating”.*may have been used.*ask again/],
	['', 'taskStateUnknown', /“missing”.*may have been used.*ask again/],
	['gone', 'taskNotFound', /may have been used.*history/],
];

describe('Late truth: every state has its words, none spins, none hides a charge', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start({ clock: new LeapingClock(true) });
	});
	afterEach(() => harness.close());

	const look = (id: string): JobRecord => run.journal.get(id);
	const says = ({ state }: JobRecord): string => {
		const error = errorOf(state);
		return error ? describeError(error) : '';
	};
	const charge = ({ state }: JobRecord): Charge | undefined => {
		const error = errorOf(state);
		return error && chargeOf(error);
	};
	const looks = async (taskId: string): Promise<number> =>
		(await harness.sandbox.requests()).filter(({ path }) => path.endsWith(taskId)).length;

	for (const [word, charged, state, code, expected, words] of endings)
		it(`${word}, credits ${charged}: ${state} ${code}, charge ${expected}`, async () => {
			const keepCharge = charged === 'kept';
			await harness.sandbox.control('/tasks/next', { status: word, keepCharge, when: 'due' });
			const [id = ''] = await harness.make(run, text('crate'));
			const job = await harness.until(run, id, 'failed', 'refused', 'done', 'blocked');
			assert.deepEqual([job.state.kind, errorOf(job.state)?.code, charge(job)], [state, code, expected]);
			assert.match(says(job), words);
			assert.equal(creditsOf(job.state), (await harness.sandbox.bill()).charged);
			if (!keepCharge) return;
			await harness.sandbox.control(`/tasks/${taskOf(job.state)?.id}`, { refund: true });
			await eventually('the refund to be seen', () => creditsOf(look(id).state) === 0);
			assert.equal(charge(look(id)), 'none');
			assert.match(says(look(id)), /No credits were used/);
		});

	for (const [what, code, words] of riddles) {
		/** Makes the service say this of the task; answers how it comes to its senses. */
		async function pose(taskId: string): Promise<() => Promise<void>> {
			if (what !== 'gone') {
				await harness.sandbox.control(`/tasks/${taskId}`, { status: what });
				return () => harness.sandbox.control(`/tasks/${taskId}`, { status: null });
			}
			const gone = { type: 'status', status: 404, code: 2001 };
			await harness.sandbox.control('/faults', [{ path: `/tasks/${taskId}`, times: 'always', action: gone }]);
			return () => harness.sandbox.control('/faults', {}, 'DELETE');
		}
		async function posed(): Promise<{ id: string; taskId: string; solve: () => Promise<void> }> {
			const [id = ''] = await harness.make(run, text('crate'));
			const taskId = taskOf((await harness.until(run, id, 'running')).state)?.id ?? '';
			return { id, taskId, solve: await pose(taskId) };
		}

		it(`“${what}”: asks a few times, then waits for the user; a retry asks again and ends well`, async () => {
			const { id, taskId, solve } = await posed();
			const job = await harness.until(run, id, 'blocked', 'failed', 'done');
			assert.deepEqual(
				[job.state.kind, errorOf(job.state)?.code, charge(job)],
				['blocked', code, 'possible'],
			);
			assert.match(says(job), words);
			const asked = await looks(taskId);
			await run.engine.call('retry', id, noLimits);
			await harness.until(run, id, 'blocked');
			assert.equal((await looks(taskId)) - asked, 5);
			// Another job's whole way takes longer than the pause between two looks.
			const [other = ''] = await harness.make(run, text('crate'));
			await harness.until(run, other, 'done');
			assert.equal((await looks(taskId)) - asked, 5, 'nobody goes on asking');
			await solve();
			await run.engine.call('retry', id, noLimits);
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
			assert.deepEqual(await harness.sandbox.bill(), { charged: 40, tasks: 2 });
		});

		it(`“${what}”, given up: it counts as charged, holds no slot and can be removed`, async () => {
			const { id } = await posed();
			await harness.until(run, id, 'blocked');
			await run.engine.call('cancel', id);
			await eventually('the end of it', () => 'outcome' in look(id).state);
			const { state } = look(id);
			assert.equal(state.kind === 'cancelled' && state.outcome, 'charged');
			await run.engine.call('remove', id);
			assert.equal((await harness.sandbox.posts()).length, 1);
		});

		it(`“${what}”, when the link is asked for: paid, and to be had when the service knows it again`, async () => {
			let posing: Promise<() => Promise<void>> | undefined;
			run.kill();
			run = await harness.start({
				clock: new LeapingClock(true),
				between: (next) => async (request) => {
					const state = run.journal.all()[0]?.state;
					if (state?.kind === 'downloading') posing ??= pose(state.task.id);
					await posing;
					return next(request);
				},
			});
			const [id = ''] = await harness.make(run, text('crate'));
			const job = await harness.until(run, id, 'blocked', 'failed', 'done');
			assert.deepEqual([job.state.kind, errorOf(job.state)?.code, charge(job)], ['blocked', code, 'made']);
			await (await posing)?.();
			await run.engine.call('retry', id, noLimits);
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});
	}

	for (const [word, keepCharge, outcome] of [
		['failed', false, 'notCharged'],
		['failed', true, 'charged'],
		['expired', true, 'charged'],
	] as const)
		it(`stopped by the user, then ${word}: ${outcome}, as the service’s own figure says`, async () => {
			await harness.sandbox.control('/tasks/next', { status: word, keepCharge, when: 'due' });
			const [id = ''] = await harness.make(run, text('crate'));
			await harness.until(run, id, 'running');
			await run.engine.call('cancel', id);
			await eventually('the outcome', () => 'outcome' in look(id).state);
			const { state } = look(id);
			const { charged } = await harness.sandbox.bill();
			assert.deepEqual([state.kind === 'cancelled' && state.outcome, creditsOf(state)], [outcome, charged]);
		});
});
