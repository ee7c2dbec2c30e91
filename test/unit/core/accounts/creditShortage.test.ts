import assert from 'node:assert/strict';
import { shortOf, withBalance } from '../../../../src/core/accounts/creditShortage';
import type { Provider } from '../../../../src/core/providers/provider';
import { stubProvider } from '../support/stubProvider';

describe('A want of credits', () => {
	const told = { code: 'creditsExhausted', detail: 'no credits' } as const;
	const { signal } = new AbortController();
	const provider = (balance: Provider['balance']): Provider => stubProvider({ balance });

	it('says what there is and what is needed', async () => {
		const three = provider(async () => ({ available: 3, frozen: 0 }));
		const error = await withBalance(told, 20, three, signal);
		assert.deepEqual(error, { ...told, balance: 3, detail: 'balance: 3 of 20 needed' });
		assert.equal(shortOf(undefined, error).detail, 'balance: 3');
		assert.equal(shortOf(110, error).detail, 'balance: 3 of 110 needed');
	});

	it('is told all the same when the balance cannot be had, and asks for nothing else', async () => {
		const down = provider(() => Promise.reject(new Error('down')));
		assert.deepEqual(await withBalance(told, 20, down, signal), told);
		const other = { code: 'keyRejected' } as const;
		assert.deepEqual(await withBalance(other, 20, down, signal), other);
		assert.deepEqual(shortOf(20, other), other);
	});
});
