import assert from 'node:assert/strict';
import type { Balance, ProviderId } from '../../../../src/core/model/account';
import type { SpendingItem, SpendingQuestion } from '../../../../src/core/spending/question';
import { payersOf, spendingHeadline, spendingLines } from '../../../../src/host/text/spendingQuestionText';
import { batch, chain, formatter } from '../support/jobs';

const model: SpendingItem = {
	provider: 'tripo',
	operation: 'textToModel',
	model: 'v3.1-20260211',
	jobs: 1,
	estimate: 20,
};
const rig: SpendingItem = { provider: 'tripo', operation: 'rig', jobs: 1, estimate: 25 };

function question(items: readonly SpendingItem[], changes: Partial<SpendingQuestion> = {}): SpendingQuestion {
	return {
		jobs: items.reduce((sum, { jobs }) => sum + jobs, 0),
		credits: items.reduce((sum, { jobs, estimate = 0 }) => sum + jobs * estimate, 0),
		unpriced: items.filter(({ estimate }) => estimate === undefined).length,
		items,
		...changes,
	};
}

function linesOf(asked: SpendingQuestion, balances: ReadonlyMap<ProviderId, Balance> = new Map()): string[] {
	return spendingLines(asked, balances, formatter);
}

const tripoWallet = 'Wallet: Tripo API credits; Studio credits are another wallet.';

describe('The question before credits are spent', () => {
	it('counts models, or assets where not all are models', () => {
		assert.equal(spendingHeadline(question([model])), 'Generate 1 model?');
		assert.equal(spendingHeadline(question([{ ...model, jobs: 3 }])), 'Generate 3 models?');
		const picture: SpendingItem = { provider: 'tripo', operation: 'textToImage', jobs: 1, estimate: 5 };
		assert.equal(spendingHeadline(question([picture])), 'Generate 1 asset?');
		assert.equal(spendingHeadline(question([model, picture], { group: batch })), 'Generate 2 assets?');
	});

	it('names a chain', () => {
		assert.equal(
			spendingHeadline(question([model, rig], { group: chain })),
			'Run the 2 steps of “Rigged robot”?',
		);
	});

	it('has the price of one job and its wallet', () => {
		assert.deepEqual(linesOf(question([model])), ['Estimated cost: 20 Tripo API credits.', tripoWallet]);
	});

	it('has the price of each of several equal jobs', () => {
		assert.equal(
			linesOf(question([{ ...model, jobs: 3 }]))[0],
			'Estimated cost: 60 Tripo API credits (20 credits each).',
		);
	});

	it('has a line for each step of a chain, and for each kind of a batch', () => {
		assert.deepEqual(linesOf(question([model, rig], { group: chain })).slice(0, 3), [
			'1. Text to Model with H3.1: 20 credits',
			'2. Rig: 25 credits',
			'Estimated cost: 45 Tripo API credits.',
		]);
		assert.deepEqual(linesOf(question([{ ...model, jobs: 2 }, rig], { group: batch })).slice(0, 2), [
			'2 × Text to Model with H3.1: 20 credits each',
			'1 × Rig: 25 credits',
		]);
	});

	it('says whose price is not known', () => {
		const { estimate: _, ...unpriced } = { ...model, model: 'v9' };
		assert.deepEqual(linesOf(question([model, unpriced])).slice(1, 3), [
			'1 × Text to Model with v9: price not known',
			'Estimated cost: 20 Tripo API credits, and what is not known: the price of Text to Model with v9.',
		]);
	});

	it('costs nothing in the sandbox, whose price needs no estimate', () => {
		const { estimate: _, ...free } = { ...model, provider: 'sandbox' as const };
		assert.deepEqual(linesOf(question([free])), ['They cost nothing in the sandbox.']);
		assert.deepEqual(payersOf(question([free, model])), ['tripo']);
		assert.equal(linesOf(question([free, rig]))[0], '1 × Text to Model with H3.1: free');
	});

	it('tells what is in the wallet and, where that is too little, what is lacking', () => {
		const has = (available: number) =>
			linesOf(question([model]), new Map([['tripo', { available, frozen: 0 }]])).at(-1);
		assert.equal(has(20), `${tripoWallet} Balance: 20 credits.`);
		assert.equal(
			has(19.5),
			`${tripoWallet} Balance: 19.5 credits. You are 0.5 credits short. Jobs that can’t be paid for wait until you top up.`,
		);
	});

	it('parts the sum between several wallets', () => {
		const meshy: SpendingItem = { provider: 'meshy', operation: 'remesh', jobs: 2, estimate: 5 };
		const asked = question([model, meshy]);
		assert.deepEqual(payersOf(asked), ['tripo', 'meshy']);
		assert.deepEqual(linesOf(asked).slice(2), [
			'Estimated cost: 30 credits.',
			'Wallet: 20 credits of Tripo API credits; Studio credits are another wallet.',
			'Wallet: 10 credits of Meshy credits, which the API and the web app share.',
		]);
	});
});
