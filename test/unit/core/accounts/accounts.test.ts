import assert from 'node:assert/strict';
import { Accounts } from '../../../../src/core/accounts/accounts';
import { Emitter } from '../../../../src/core/base/events';
import type { ProviderId } from '../../../../src/core/model/account';
import { meshyTier } from '../../../../src/core/providers/tiers';
import { DrivenClock } from '../support/drivenClock';
import { RecordingLog } from '../support/recordingLog';
import { stubProvider } from '../support/stubProvider';

describe('Accounts', () => {
	let tasks: number;
	let changed: Emitter<ProviderId>;
	let stopping: AbortController;
	let accounts: Accounts;
	beforeEach(() => {
		tasks = 3;
		changed = new Emitter();
		stopping = new AbortController();
		accounts = new Accounts({
			access: {
				connect: async () => ({ account: 'key', provider: stubProvider() }),
				tier: () => meshyTier('enterprise', tasks),
				onDidChange: changed.event,
			},
			records: { all: () => [], find: () => undefined, apply: () => assert.fail('there is no job') },
			pauses: { has: () => false, set: async () => {} },
			clock: new DrivenClock(),
			random: () => 0,
			log: new RecordingLog(),
			stopping: stopping.signal,
		});
	});

	it('are one for each provider, and those that were used are shown', async () => {
		assert.equal(accounts.of('meshy'), accounts.of('meshy'));
		assert.notEqual(accounts.of('meshy'), accounts.of('tripo'));
		let heard = 0;
		accounts.onDidChange(() => heard++);
		assert.deepEqual(accounts.states(), []);
		await accounts.of('meshy').connect();
		assert.deepEqual(
			accounts.states().map(({ provider, limit }) => [provider, limit]),
			[['meshy', 3]],
		);
		assert.equal(heard, 1);
	});

	it('hear of their new tiers until the engine stops', () => {
		accounts.listen();
		tasks = 5;
		changed.fire('meshy');
		assert.equal(accounts.of('meshy').state.limit, 5);
		stopping.abort();
		tasks = 7;
		changed.fire('meshy');
		assert.equal(accounts.of('meshy').state.limit, 5);
	});
});
