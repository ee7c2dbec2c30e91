import assert from 'node:assert/strict';
import type { JobDraft } from '../../../../src/core/model/jobDraft';
import type { JobRequest } from '../../../../src/core/model/request';
import { SpendingGuard, type SpendingPolicy } from '../../../../src/core/spending/guard';
import { noLimits } from '../../../../src/core/spending/limits';
import type { SpendingQuestion } from '../../../../src/core/spending/question';
import { askNothing } from '../../../harness/askNothing';
import { entry } from '../support/entries';
import { jobIn } from '../support/states';

describe('Law 8: nothing costs money unseen', () => {
	const now = 50_000;
	const empty = { entries: [], jobs: [] };
	function guard(policy: Partial<SpendingPolicy>, answer = true) {
		const asked: SpendingQuestion[] = [];
		const confirm = async (question: SpendingQuestion): Promise<boolean> => {
			asked.push(question);
			return answer;
		};
		const made = new SpendingGuard({ ...askNothing, confirm, ...policy }, () => now);
		const pass = (drafts: JobDraft[], alwaysConfirm = false) => made.pass(drafts, empty, { alwaysConfirm });
		return { asked, made, pass };
	}
	const { provider, destination } = jobIn({ kind: 'waiting' });
	const request: JobRequest = { operation: 'textToModel', prompt: 'knight', options: {} };
	const costing = (estimate?: number): JobDraft => ({
		...{ provider, request, destination },
		...(estimate === undefined ? {} : { estimate }),
	});
	const free: JobDraft = { ...costing(500), provider: 'sandbox' };
	const item = { provider: 'tripo', operation: 'textToModel', model: 'v3.1-20260211' } as const;

	it('asks nothing up to the limit', async () => {
		const { pass, asked } = guard({ confirmAbove: () => 40 });
		await pass([costing(20), costing(20)]);
		assert.deepEqual(asked, []);
	});

	it('asks for the sum above the limit, equal jobs together', async () => {
		const { pass, asked } = guard({ confirmAbove: () => 40 });
		await pass([costing(20), costing(20), costing(0.5)]);
		const items = [
			{ ...item, jobs: 2, estimate: 20 },
			{ ...item, jobs: 1, estimate: 0.5 },
		];
		assert.deepEqual(asked, [{ jobs: 3, credits: 40.5, unpriced: 0, items }]);
	});

	it('asks for a chain step by step', async () => {
		const group = { id: 'g', kind: 'chain', title: 'knight' } as const;
		const { pass, asked } = guard({ confirmAbove: () => 0 });
		await pass([costing(20), costing(20)].map((draft) => ({ ...draft, group })));
		const step = { ...item, jobs: 1, estimate: 20 };
		assert.deepEqual(asked, [
			{ jobs: 2, credits: 40, unpriced: 0, items: [step, step], group: { kind: 'chain', title: 'knight' } },
		]);
	});

	it('rejects when the answer is no', async () => {
		await assert.rejects(guard({ confirmAbove: () => 0 }, false).pass([costing(1)]), {
			code: 'spendingDeclined',
		});
	});

	it('asks whenever a price is not known, and names what it is of', async () => {
		const { pass, asked } = guard({ confirmAbove: () => 1000 });
		const unknown = { ...costing(), request: { ...request, options: { model: 'v9' } } } as JobDraft;
		await pass([unknown, costing(10)]);
		const items = [
			{ ...item, model: 'v9', jobs: 1 },
			{ ...item, jobs: 1, estimate: 10 },
		];
		assert.deepEqual(asked, [{ jobs: 2, credits: 10, unpriced: 1, items }]);
	});

	it('takes the sandbox as free, but asks where a question is wanted', async () => {
		const { pass, asked } = guard({ confirmAbove: () => 0 });
		await pass([free, free]);
		assert.deepEqual(asked, []);
		await pass([free, free], true);
		assert.deepEqual(
			asked.map(({ jobs, credits, unpriced }) => ({ jobs, credits, unpriced })),
			[{ jobs: 2, credits: 0, unpriced: 0 }],
		);
	});

	it('asks nobody for what a limit refuses, and answers the limits it went by', async () => {
		const limits = { ...noLimits, perDay: 50 };
		const { made, asked } = guard({ confirmAbove: () => 0, limits: () => limits });
		const books = { entries: [entry({ at: now, charge: 20 })], jobs: [] };
		await assert.rejects(made.pass([costing(31)], books, { alwaysConfirm: true }), {
			code: 'dailyLimitReached',
		});
		assert.deepEqual(asked, []);
		assert.equal(await made.pass([costing(30)], books, { alwaysConfirm: true }), limits);
	});

	it('asks for the limits of the workspace folders that jobs are made for', async () => {
		const asked: (readonly string[])[] = [];
		const { made, pass } = guard({
			workspaceOf: (folder) => (folder === '/out' ? '/game' : undefined),
			limits: (workspaces) => {
				asked.push(workspaces);
				return noLimits;
			},
		});
		const elsewhere = { ...costing(1), destination: { folder: '/tmp', name: 'x' } };
		await pass([made.placed(costing(1)), made.placed(costing(1)), made.placed(elsewhere)]);
		assert.deepEqual(asked, [['/game']]);
	});
});
