import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { Account } from '../../../../src/core/accounts/account';
import type { AccountAccess, Connection } from '../../../../src/core/accounts/accountAccess';
import { PropsmithError } from '../../../../src/core/model/errors';
import type { JobRecord } from '../../../../src/core/model/jobRecord';
import { type JobEvent, transition } from '../../../../src/core/model/transition';
import { meshyTier } from '../../../../src/core/providers/tiers';
import { DrivenClock } from '../support/drivenClock';
import { RecordingLog } from '../support/recordingLog';
import { jobIn } from '../support/states';
import { stubProvider } from '../support/stubProvider';

/** An account whose keys, records and service are the test's. */
class AccountBench {
	readonly clock = new DrivenClock();
	readonly stopping = new AbortController();
	jobs: JobRecord[] = [];
	changes = 0;
	private readonly paused = new Set<string>();
	readonly account: Account;

	constructor(connect: AccountAccess['connect']) {
		const { paused } = this;
		this.account = new Account(
			'meshy',
			{
				access: { connect, tier: () => meshyTier('pro', 1), onDidChange: () => ({ dispose() {} }) },
				records: {
					all: () => this.jobs,
					find: (id) => this.jobs.find((job) => job.id === id),
					apply: async (id, event) => this.apply(id, event),
				},
				pauses: {
					has: (provider) => paused.has(provider),
					set: async (provider, isPaused) => {
						if (isPaused) paused.add(provider);
						else paused.delete(provider);
					},
				},
				clock: this.clock,
				random: () => 0,
				log: new RecordingLog(),
				stopping: this.stopping.signal,
			},
			() => this.changes++,
		);
	}

	states(): string {
		return this.jobs.map(({ id, state }) => `${id} ${state.kind}`).join(', ');
	}

	private apply(id: string, event: JobEvent): void {
		this.jobs = this.jobs.map((job) =>
			job.id === id ? { ...job, state: transition(job.state, event) } : job,
		);
	}
}

const job = (
	id: string,
	state: JobRecord['state'],
	provider: JobRecord['provider'] = 'meshy',
): JobRecord => ({
	...jobIn(state, id),
	provider,
});

describe('An account whose key changes twice in a row', () => {
	it('is the later one, though the earlier one answers last', async () => {
		const answers: ((account: string) => void)[] = [];
		const { account, stopping } = new AccountBench(
			() =>
				new Promise<Connection>((answer) =>
					answers.push((key) => answer({ account: key, provider: stubProvider() })),
				),
		);
		const used: string[] = [];
		account.slots.use = ({ account: key }) => void used.push(key);
		account.changed();
		account.changed();
		answers[1]?.('new');
		answers[0]?.('old');
		await turn();
		assert.deepEqual(used, ['new']);
		stopping.abort();
	});
});

describe('An account', () => {
	const error = { code: 'keyRejected' } as const;
	const blocked = { kind: 'blocked', error, resume: { kind: 'waiting' } } as const;

	it('that cannot be used blocks its own waiting jobs, and unblocks them when its balance can be had', async () => {
		let works = false;
		const balance = async () => {
			if (!works) throw new PropsmithError('keyRejected');
			return { available: 100, frozen: 0 };
		};
		const bench = new AccountBench(async () => ({ account: 'key', provider: stubProvider({ balance }) }));
		const cause = job('a', blocked);
		bench.jobs = [cause, job('b', { kind: 'waiting' }), job('c', { kind: 'waiting' }, 'tripo')];
		bench.account.suspend(cause);
		await turn();
		assert.equal(bench.states(), 'a blocked, b blocked, c waiting');
		await bench.clock.advance(15_000);
		assert.equal(bench.states(), 'a blocked, b blocked, c waiting');
		works = true;
		bench.account.changed();
		await bench.clock.advance(1);
		assert.equal(bench.states(), 'a waiting, b waiting, c waiting');
		bench.stopping.abort();
	});

	it('stays paused whatever key it has', async () => {
		const bench = new AccountBench(async () => ({ account: 'key', provider: stubProvider() }));
		await bench.account.setPaused(true);
		bench.account.changed();
		await turn();
		assert.equal(bench.account.state.hindrance, 'paused');
		await bench.account.setPaused(false);
		assert.equal(bench.account.state.paused, false);
	});

	it('is told of only when somebody used it', async () => {
		const bench = new AccountBench(async () => ({ account: 'key', provider: stubProvider() }));
		bench.account.checkNow();
		assert.deepEqual([bench.account.isUsed, bench.changes], [false, 0]);
		await bench.account.connect();
		assert.deepEqual([bench.account.isUsed, bench.changes], [true, 1]);
	});

	it('offers the newest tasks that no job has, and no motions where the service has none', async () => {
		const provider = stubProvider({ history: async () => [{ taskId: 'task-1' }, { taskId: 'task-2' }] });
		const bench = new AccountBench(async () => ({ account: 'key', provider }));
		const task = { id: 'task-1', submittedAt: 1, account: 'key' };
		bench.jobs = [job('a', { kind: 'running', task, progress: 0 })];
		assert.deepEqual(await bench.account.history(), [{ taskId: 'task-2' }]);
		await assert.rejects(bench.account.motions(), { code: 'requestInvalid' });
	});
});
