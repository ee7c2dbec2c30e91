import assert from 'node:assert/strict';
import type { PaidProviderId } from '../../../src/core/model/account';
import { eventually } from '../../harness/eventually';
import { EngineHarness, type Run, text } from '../engineHarness';

const tasksAtOnce = 2;
const secondKeys = { tripo: 'tsk_second_key_of_it', meshy: 'msy_second_key_of_it' } as const;

/** The account may have two tasks at once, and has two. */
async function filled(provider: PaidProviderId): Promise<{ harness: EngineHarness; run: Run }> {
	const harness = await EngineHarness.open({ speed: 1 }, provider);
	const { key } = harness.accounts;
	await harness.sandbox.control('/accounts', { key, slots: tasksAtOnce });
	await harness.sandbox.control('/accounts', { key: secondKeys[provider], sameAs: key });
	harness.accounts.tier = { concurrentTasks: tasksAtOnce, classes: {}, budgets: [] };
	const run = await harness.start();
	const ids = await harness.make(run, text('barrel'), text('crate'));
	for (const id of ids) await harness.until(run, id, 'running');
	return { harness, run };
}

describe('Law 3: two keys of one account share its slots', () => {
	for (const provider of ['tripo', 'meshy'] as const)
		for (const isReloaded of [false, true])
			it(`at ${provider}${isReloaded ? ', also after a restart' : ''}`, async () => {
				const { harness, run: before } = await filled(provider);
				try {
					harness.accounts.setKey(secondKeys[provider]);
					const run = isReloaded ? await harness.reload(before) : before;
					const [more = ''] = await harness.make(run, text('lamp'));
					await eventually('the counter', () => run.engine.accounts()[0]?.waiting === 1);
					// A submit would have been refused by now: tasks end in the sandbox's time alone.
					await harness.sandbox.control('/clock', { speed: 400 });
					await harness.until(run, more, 'done');
					const { accounts } = await harness.sandbox.ledger();
					assert.equal(accounts.find(({ service }) => service === provider)?.peakConcurrent, tasksAtOnce);
					assert.deepEqual(
						(await harness.sandbox.posts()).map(({ status }) => status).filter((status) => status === 429),
						[],
					);
				} finally {
					await harness.close();
				}
			});

	it('unless the user says that they are of different accounts', async () => {
		const { harness, run } = await filled('tripo');
		try {
			harness.accounts.separate = true;
			harness.accounts.setKey('tsk_key_of_another_account');
			const [more = ''] = await harness.make(run, text('lamp'));
			await harness.until(run, more, 'running');
			assert.equal((await harness.sandbox.ledger()).accounts.length, 2);
		} finally {
			await harness.close();
		}
	});
});
