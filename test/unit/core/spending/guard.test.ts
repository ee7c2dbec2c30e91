import assert from 'node:assert/strict';
import type { JobDraft } from '../../../../src/core/jobs/draft';
import { SpendingGuard, type SpendingQuestion } from '../../../../src/core/spending/guard';
import { jobIn } from '../support/states';

describe('Law 8: nothing costs money unseen', () => {
	function guard(confirmAbove: number, answer: boolean): { guard: SpendingGuard; asked: SpendingQuestion[] } {
		const asked: SpendingQuestion[] = [];
		const confirm = async (question: SpendingQuestion): Promise<boolean> => {
			asked.push(question);
			return answer;
		};
		return { asked, guard: new SpendingGuard({ confirmAbove: () => confirmAbove, confirm }) };
	}
	const { provider, request, destination } = jobIn({ kind: 'waiting' });
	const costing = (estimate?: number): JobDraft => ({
		...{ provider, request, destination },
		...(estimate === undefined ? {} : { estimate }),
	});
	const free: JobDraft = { ...costing(500), provider: 'sandbox' };

	it('asks nothing up to the limit', async () => {
		const { guard: it, asked } = guard(40, false);
		await it.pass([costing(20), costing(20)], false);
		assert.deepEqual(asked, []);
	});

	it('asks for the sum above the limit', async () => {
		const { guard: it, asked } = guard(40, true);
		await it.pass([costing(20), costing(20), costing(0.5)], false);
		assert.deepEqual(asked, [{ jobs: 3, credits: 40.5, unpriced: 0 }]);
	});

	it('rejects when the answer is no', async () => {
		await assert.rejects(guard(0, false).guard.pass([costing(1)], false), { code: 'spendingDeclined' });
	});

	it('asks whenever a price is not known', async () => {
		const { guard: it, asked } = guard(1000, true);
		await it.pass([costing(undefined), costing(10)], false);
		assert.deepEqual(asked, [{ jobs: 2, credits: 10, unpriced: 1 }]);
	});

	it('takes the sandbox as free, but asks where a question is wanted', async () => {
		const { guard: it, asked } = guard(0, true);
		await it.pass([free, free], false);
		assert.deepEqual(asked, []);
		await it.pass([free, free], true);
		assert.deepEqual(asked, [{ jobs: 2, credits: 0, unpriced: 0 }]);
	});
});
