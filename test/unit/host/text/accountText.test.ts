import assert from 'node:assert/strict';
import { accountBalanceText, formatBalance } from '../../../../src/host/text/balanceText';
import { taskText } from '../../../../src/host/text/taskText';
import { formatter } from '../support/jobs';

describe('What an account has', () => {
	const balance = { available: 80, frozen: 0 };

	it('is told with what is reserved there', () => {
		assert.equal(formatBalance(balance, 'tripo', formatter), '80 Tripo API credits available');
		assert.equal(
			formatBalance({ available: 1, frozen: 20 }, 'meshy', formatter),
			'1 Meshy credit available, 20 credits reserved by unfinished tasks',
		);
	});

	it('is told with where the key comes from, and what the wallet is', () => {
		assert.equal(
			accountBalanceText('tripo', balance, 'key from TRIPO_API_KEY', formatter),
			'Tripo (key from TRIPO_API_KEY): 80 Tripo API credits available. Studio credits are another wallet.',
		);
		assert.equal(
			accountBalanceText('sandbox', balance, undefined, formatter),
			'Sandbox: 80 credits available. Play money: nothing here costs anything.',
		);
	});
});

describe('A task of the account, to choose from', () => {
	const listed = { taskId: 'abc', operation: 'rig', createdAt: 1000 } as const;

	it('is called by its prompt, else by what made it', () => {
		const at = formatter.dateTime(1000);
		assert.deepEqual(taskText('tripo', { ...listed, prompt: 'a crate', status: 'success' }, formatter), {
			label: 'a crate',
			description: `Rig · succeeded · ${at}`,
		});
		assert.deepEqual(taskText('tripo', listed, formatter), { label: 'Rig', description: at });
		assert.deepEqual(taskText('tripo', { taskId: 'abc' }, formatter), { label: 'Task', description: '' });
		assert.equal(taskText('tripo', { taskId: 'abc', operation: 'refine' }, formatter).label, 'refine');
	});

	it('tells in which state it is', () => {
		const states = (
			['queued', 'running', 'success', 'failed', 'refused', 'cancelled', 'expired', 'unknown'] as const
		).map((status) => taskText('tripo', { taskId: 'abc', status }, formatter).description);
		assert.deepEqual(states, [
			'queued',
			'running',
			'succeeded',
			'failed',
			'refused by the content check',
			'cancelled',
			'expired',
			'unknown state',
		]);
	});
});
