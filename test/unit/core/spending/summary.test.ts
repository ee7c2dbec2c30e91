import assert from 'node:assert/strict';
import { dayOf } from '../../../../src/core/spending/day';
import { byDay, byOperation, byProvider, summaryOf } from '../../../../src/core/spending/summary';
import { entry } from '../support/entries';

const midnight = new Date(2026, 10, 22).getTime();

describe('Spending in sum', () => {
	it('goes by local day, newest first', () => {
		const days = byDay([entry({ at: midnight - 1 }), entry({ at: midnight }), entry({ at: midnight + 5 })]);
		assert.deepEqual(
			[...days].map(([day, entries]) => [day, entries.length]),
			[
				[dayOf(midnight), 2],
				[dayOf(midnight - 1), 1],
			],
		);
		assert.equal(dayOf(midnight), '2026-11-22');
	});

	it('goes by provider, and by operation with the dearest first', () => {
		const entries = [
			entry({ provider: 'meshy' }),
			entry({ operation: 'rig', charge: 25 }),
			entry({ operation: 'textToModel', charge: 20 }),
		];
		assert.deepEqual([...byProvider(entries).keys()], ['tripo', 'meshy']);
		assert.deepEqual([...byOperation(entries).keys()], ['textToModel', 'rig']);
	});

	it('has charges, what is expected, what came back, and what cost another price', () => {
		const { charge: _, ...open } = entry({ status: 'underWay' });
		const drifted = entry({ charge: 18 });
		const refunded = entry({ status: 'failed', refunded: 20 });
		assert.deepEqual(summaryOf([open, drifted, refunded]), {
			charged: 18,
			expected: 20,
			refunded: 20,
			tasks: 3,
			drifted: [drifted],
		});
	});
});
