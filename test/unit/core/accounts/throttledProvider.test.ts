import assert from 'node:assert/strict';
import { RequestQueue } from '../../../../src/core/accounts/requestQueue';
import { throttledProvider } from '../../../../src/core/accounts/throttledProvider';
import { ServiceError } from '../../../../src/core/model/serviceError';
import type { TaskKey } from '../../../../src/core/model/task';
import type { Provider } from '../../../../src/core/providers/provider';
import { type CallBudget, purposes } from '../../../../src/core/providers/tiers';
import { DrivenClock } from '../support/drivenClock';
import { stubProvider } from '../support/stubProvider';

const { signal } = new AbortController();
const taskOf = (id: string): TaskKey => ({ id, operation: 'textToModel' });
const tooFast = new ServiceError('rate', 'serviceFault', 429, { retryAfterMs: 5000 });

/** A service behind its request queue. `failures` go before the answers. */
class Calls {
	readonly clock = new DrivenClock();
	readonly requests: RequestQueue;
	readonly made: string[] = [];
	readonly failures: Error[] = [];
	private readonly start = this.clock.now();

	constructor(...budgets: CallBudget[]) {
		this.requests = new RequestQueue(this.clock, () => 0.5, { concurrentTasks: 10, classes: {}, budgets });
	}

	provider(polling = false, complete = true): Provider {
		const make = async <T>(what: string, value: T): Promise<T> => {
			this.made.push(`${(this.clock.now() - this.start) / 1000} ${what}`);
			const failure = this.failures.shift();
			if (failure) throw failure;
			return value;
		};
		const inner: Provider = {
			upload: () => make('upload', 'token'),
			submit: () => make('submit', 'task-1'),
			task: ({ id }) => make('task', { taskId: id, status: 'running', progress: 1 }),
			...(complete ? { tasks: () => make('tasks', new Map()) } : {}),
			balance: () => make('balance', { available: 1, frozen: 0 }),
			...(complete ? { motions: () => make('motions', []) } : {}),
			recentTasks: () => make('recentTasks', []),
		};
		return throttledProvider(inner, this.requests, { clock: this.clock, random: () => 0.5, polling });
	}
}

describe('An account’s calls', () => {
	it('share one budget, and what moves a job forward goes first', async () => {
		const calls = new Calls({ purposes, calls: 1, withinMs: 1000 });
		const [polling, working] = [calls.provider(true), calls.provider()];
		const all = [
			polling.task(taskOf('a'), signal),
			polling.tasks?.([taskOf('b')], signal),
			working.balance(signal),
			working.motions?.({}, signal),
			working.upload(new Uint8Array(), 'a.png', signal),
			working.task(taskOf('c'), signal),
		];
		await calls.clock.advance(10_000);
		await Promise.all(all);
		assert.deepEqual(calls.made, [
			'0 task',
			'1.1 task',
			'2.2 upload',
			'3.3 tasks',
			'4.4 balance',
			'5.5 motions',
		]);
	});

	it('are all quiet when one was too fast, whatever it was for', async () => {
		const calls = new Calls();
		calls.failures.push(tooFast);
		const refused = assert.rejects(calls.provider(true).task(taskOf('a'), signal), { kind: 'rate' });
		await calls.clock.advance(0);
		await refused;
		assert.equal(calls.requests.slots.isClosed('any'), true, 'nobody submits either');
		const all = [
			calls.provider().upload(new Uint8Array(), 'a.png', signal),
			calls.provider(true).task(taskOf('a'), signal),
		];
		await calls.clock.advance(4999);
		assert.deepEqual(calls.made, ['0 task']);
		await calls.clock.advance(1);
		await Promise.all(all);
		assert.deepEqual(calls.made.slice(1).sort(), ['5 task', '5 upload']);
	});

	it('are repeated where they are free, and each repetition waits for its turn', async () => {
		const calls = new Calls();
		const stumbles = new ServiceError('unclear', 'serviceFault', 502);
		calls.failures.push(stumbles, tooFast);
		const token = calls.provider().upload(new Uint8Array(), 'a.png', signal);
		await calls.clock.advance(20_000);
		assert.equal(await token, 'token');
		assert.deepEqual(calls.made, ['0 upload', '0.75 upload', '5.75 upload']);
	});

	it('are not repeated where another look follows anyway, nor where they are paid', async () => {
		const calls = new Calls();
		const stumbles = new ServiceError('unavailable', 'serviceDown', 503);
		calls.failures.push(stumbles, stumbles, stumbles);
		const polling = calls.provider(true);
		for (const call of [
			() => polling.task(taskOf('a'), signal),
			() => polling.tasks?.([taskOf('a'), taskOf('b')], signal) ?? assert.fail(),
			() =>
				polling.submit(
					{ request: { operation: 'textToModel', prompt: 'x', options: {} }, tokens: new Map() },
					signal,
				),
		]) {
			const failing = assert.rejects(call(), { kind: 'unavailable' });
			await calls.clock.advance(60_000);
			await failing;
		}
		assert.equal(calls.made.length, 3);
	});

	it('that a stream makes inside wait for their turn, too', async () => {
		const calls = new Calls({ purposes, calls: 1, withinMs: 1000 });
		const made: number[] = [];
		const inner = stubProvider({
			watch: async function* ({ id }, _, inTurn) {
				for (const progress of [1, 2, 3])
					yield await (inTurn ?? assert.fail())(async () => {
						made.push(calls.clock.now());
						return { taskId: id, status: 'running', progress };
					});
			},
		});
		const { clock, requests } = calls;
		const watching = throttledProvider(inner, requests, { clock, random: () => 0.5 }).watch?.(
			taskOf('a'),
			signal,
		);
		const told: number[] = [];
		void (async () => {
			for await (const snapshot of watching ?? []) if ('progress' in snapshot) told.push(snapshot.progress);
		})();
		await clock.advance(1500);
		assert.deepEqual(told, [1, 2]);
		await clock.advance(1500);
		assert.deepEqual(told, [1, 2, 3]);
		assert.deepEqual(
			made.map((at) => at - (made[0] ?? 0)),
			[0, 1100, 2200],
		);
	});

	it('show whether the service answers, each try of them', async () => {
		const calls = new Calls();
		const { reachability } = calls.requests;
		let recovered = 0;
		reachability.onDidRecover(() => recovered++);
		calls.failures.push(new ServiceError('unavailable', 'serviceDown', 503));
		const balance = calls.provider().balance(signal);
		await calls.clock.advance(1);
		assert.deepEqual([reachability.isFailing, recovered], [true, 0]);
		await calls.clock.advance(20_000);
		await balance;
		assert.deepEqual([reachability.isFailing, recovered], [false, 1]);
		calls.failures.push(new ServiceError('refused', 'keyRejected', 401));
		await assert.rejects(calls.provider().balance(signal), { kind: 'refused' });
		assert.equal(reachability.isFailing, false, 'a refusal is an answer');
	});

	it('are only those that the service has', () => {
		const { tasks, motions } = new Calls().provider(true, false);
		assert.deepEqual([tasks, motions], [undefined, undefined]);
	});
});
