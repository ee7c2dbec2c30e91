import assert from 'node:assert/strict';
import type { Connection } from '../../../src/core/accounts/accountAccess';
import { describeError } from '../../../src/core/model/errors';
import { errorOf, type StateKind } from '../../../src/core/model/jobRecord';
import { ServiceError } from '../../../src/core/model/serviceError';
import type { Provider } from '../../../src/core/providers/provider';
import { eventually } from '../../harness/eventually';
import { EngineHarness, sandboxClock, text } from '../engineHarness';

describe('A plan that cannot create tasks', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	it('is told apart from a full queue, and no job fails for it', async () => {
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, slots: 0 });
		const run = await harness.start({ clock: sandboxClock() });
		const ids = await harness.make(run, text('barrel'), text('crate'));
		const why = (): string | undefined => run.engine.accounts()[0]?.hindrance;
		await eventually('others to be suspected first', () => why() === 'usedElsewhere');
		await eventually('the plan to be suspected', () => why() === 'plan');
		assert.equal(run.engine.accounts()[0]?.usedElsewhere, 0);
		// One of them may be knocking just now.
		const patient = new Set<StateKind>(['waiting', 'uploading', 'submitting']);
		for (const id of ids) assert.ok(patient.has(run.journal.get(id).state.kind));
		await harness.sandbox.control('/accounts', { key, slots: 10 });
		harness.accounts.setKey(key);
		for (const id of ids) await harness.until(run, id, 'done');
		assert.deepEqual(await harness.sandbox.bill(), { charged: 40, tasks: 2 });
	});

	it('that the service names holds all jobs until the key or the tier changes', async () => {
		const poor = new ServiceError('refused', 'planHasNoApi', 402, { detail: 'NoMorePendingTasks' });
		let [allowed, tries] = [false, 0];
		const account = (connection: Connection): Connection => {
			const provider: Provider = Object.create(connection.provider);
			provider.submit = (...all) => {
				tries++;
				return allowed ? connection.provider.submit(...all) : Promise.reject(poor);
			};
			return { ...connection, provider };
		};
		harness.accounts.tier = { concurrentTasks: 2, classes: {}, budgets: [] };
		const run = await harness.start({ account });
		const held: string[] = [];
		run.engine.onDidChange(({ job }) => job.state.kind === 'blocked' && held.push(job.id));
		const ids = await harness.make(run, ...Array.from({ length: 12 }, (_, index) => text(`crate ${index}`)));
		for (const id of ids) {
			const error = errorOf((await harness.until(run, id, 'blocked')).state);
			assert.match(
				error ? describeError(error) : '',
				/^The account’s plan cannot create tasks .*No credits were used/,
			);
		}
		assert.ok(tries <= 4, `what is true of one is true of all; ${tries} were tried`);
		const balances = (await harness.sandbox.requests()).filter(({ path }) => path.endsWith('/balance'));
		assert.deepEqual(balances, [], 'a balance tells nothing of the plan');
		assert.ok(held.length <= 14, `each is told of once; ${held.length} times they were`);
		allowed = true;
		harness.accounts.setKey(harness.accounts.key);
		for (const id of ids) await harness.until(run, id, 'done');
		assert.equal((await harness.sandbox.bill()).tasks, 12);
	});
});
