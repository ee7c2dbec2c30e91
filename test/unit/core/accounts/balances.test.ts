import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { Balances } from '../../../../src/core/accounts/balances';
import { Emitter } from '../../../../src/core/base/events';
import type { ProviderId } from '../../../../src/core/model/account';
import { PropsmithError } from '../../../../src/core/model/errors';

describe('The balances that a window knows', () => {
	const changed = new Emitter<ProviderId>();
	let key: string;
	let answer: () => Promise<number>;
	let balances: Balances;
	beforeEach(() => {
		key = 'old';
		answer = async () => 7;
		balances = new Balances({
			accounts: { keyFingerprint: async () => key, onDidChange: changed.event },
			balance: async (provider) => {
				if (provider === 'meshy') throw new PropsmithError('keyMissing');
				const account = key;
				return { available: await answer(), frozen: 0, account };
			},
			clock: { now: () => 5000 },
		});
	});
	afterEach(() => balances.dispose());

	it('are what the accounts that have a key answered, and when', async () => {
		assert.equal(balances.of('tripo'), undefined);
		assert.deepEqual([...(await balances.askAll()).keys()], ['tripo']);
		assert.deepEqual(balances.of('tripo'), { available: 7, frozen: 0, account: 'old', at: 5000 });
	});

	it('stay when an account cannot be asked', async () => {
		await balances.ask('tripo');
		answer = () => Promise.reject(new PropsmithError('networkDown'));
		await assert.rejects(balances.ask('tripo'), { code: 'networkDown' });
		assert.equal(balances.of('tripo')?.available, 7);
	});

	it('are forgotten with their key, and stay when only a setting changed', async () => {
		await balances.ask('tripo');
		changed.fire('tripo');
		await turn();
		assert.equal(balances.of('tripo')?.available, 7);
		let heard = 0;
		balances.onDidChange(() => heard++);
		key = 'new';
		changed.fire('tripo');
		await turn();
		assert.deepEqual([balances.of('tripo'), heard], [undefined, 1]);
	});

	it('that arrive after their key was replaced are not taken for the new one’s', async () => {
		let tell = (_: number): void => {};
		answer = () =>
			new Promise((resolve) => {
				tell = resolve;
			});
		const asked = balances.ask('tripo');
		await turn();
		key = 'new';
		changed.fire('tripo');
		tell(7);
		assert.equal((await asked).account, 'old');
		assert.equal(balances.of('tripo'), undefined);
	});
});
