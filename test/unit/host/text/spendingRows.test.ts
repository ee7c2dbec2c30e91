import assert from 'node:assert/strict';
import type { Drifted } from '../../../../src/core/spending/drift';
import type { Summary } from '../../../../src/core/spending/summary';
import {
	balanceText,
	dayText,
	driftParagraphs,
	leftOf,
	limitText,
	nothingText,
	operationText,
	providerText,
	switchText,
	totalText,
} from '../../../../src/host/text/spendingRows';
import { entry } from '../../core/support/entries';
import { formatter } from '../support/jobs';

const none: Summary = { charged: 0, expected: 0, tasks: 0, refunded: 0, drifted: [] };

function drifted(charge: number, estimate = 20): Drifted {
	return { ...entry(), charge, estimate };
}

describe('The rows of the Spending view', () => {
	it('are said in full by a screen reader', () => {
		const { label, description, spoken } = switchText();
		assert.equal(`${label}: ${description}`, 'Spend nothing: is on: nothing paid is sent');
		assert.equal(spoken, `${label}: ${description}`);
		assert.deepEqual(nothingText(), {
			label: 'Nothing was spent yet',
			description: '',
			spoken: 'Nothing was spent yet',
		});
	});

	it('have tooltips that say what counts, and what a click does', () => {
		assert.equal(
			switchText().tooltip,
			'What costs credits is refused, and what waits is held. Click to change the setting.',
		);
		assert.equal(
			totalText('today', { charged: 1, expected: 0 }, [], formatter).tooltip,
			'By the services’ own figures, without what came back; what is under way counts with its estimate.',
		);
		assert.equal(
			limitText(100, 30.5, undefined, formatter).tooltip,
			'30.5 credits spent, under way or waiting. Credits of all wallets count. Click to change the limit.',
		);
	});

	it('sum up a day and a month, with what is still to come and the wallets', () => {
		const { label, description } = totalText('today', { charged: 1, expected: 0 }, [], formatter);
		assert.equal(`${label}: ${description}`, 'Today: 1 credit');
		const month = totalText('month', { charged: 30, expected: 12.5 }, ['tripo', 'meshy'], formatter);
		assert.equal(month.label, 'This month');
		assert.equal(
			month.description,
			'30 credits, 12.5 credits more under way or waiting (Tripo API credits and Meshy credits)',
		);
	});

	it('tell what is left of a limit, and never less than nothing', () => {
		const today = limitText(100, 30.5, undefined, formatter);
		assert.equal(`${today.label}: ${today.description}`, 'Left today: 69.5 credits of 100');
		const workspace = limitText(100, 130, '/games/castle', formatter);
		assert.equal(`${workspace.label}: ${workspace.description}`, 'Left for castle: 0 credits of 100');
		assert.equal(leftOf(0.3, 0.1), 0.2);
		assert.equal(leftOf(1, 2), 0);
	});

	it('tell what an account has, when it said so, and what is reserved there', () => {
		const balance = { available: 80, frozen: 0, at: 1000 };
		const { label, description, tooltip } = balanceText('tripo', balance, formatter);
		assert.equal(`${label}: ${description}`, 'Tripo balance: 80 Tripo API credits');
		assert.equal(tooltip, `At ${formatter.time(1000)}. Wallet: Tripo API credits.`);
		assert.equal(
			balanceText('meshy', { ...balance, frozen: 20 }, formatter).description,
			'80 Meshy credits, 20 credits reserved by unfinished tasks',
		);
	});

	it('tell of a day what it cost, and of which wallets', () => {
		const { label, description } = dayText('2026-11-27', { ...none, charged: 40 }, ['tripo'], formatter);
		assert.equal(label, 'Friday, November 27, 2026');
		assert.equal(description, '40 credits (Tripo API credits)');
	});

	it('tell of an account what it cost and what is to come', () => {
		const { label, description, tooltip } = providerText(
			'meshy',
			{ ...none, charged: 40, expected: 20 },
			formatter,
		);
		assert.equal(`${label}: ${description}`, 'Meshy: 40 credits and about 20 credits to come');
		assert.equal(tooltip, 'Wallet: Meshy credits, which the API and the web app share.');
	});

	it('tell of an operation its tasks and refunds', () => {
		const one = operationText('tripo', 'textToModel', { ...none, charged: 20, tasks: 1 }, formatter);
		assert.equal(`${one.label}: ${one.description}`, 'Text to Model: 20 credits, 1 task');
		const two = operationText('tripo', 'rig', { ...none, tasks: 2, refunded: 20 }, formatter);
		assert.equal(`${two.label}: ${two.description}`, 'Rig: 0 credits, 2 tasks, 20 credits refunded');
		assert.equal(operationText('tripo', 'refine', none, formatter).label, 'refine');
	});

	it('tell first of all that an operation was not charged as estimated', () => {
		const described = (...tasks: Drifted[]): string =>
			operationText('tripo', 'rig', { ...none, charged: 50, tasks: 2, drifted: tasks }, formatter)
				.description;
		assert.equal(described(drifted(25)), '50 credits (5 more than estimated), 2 tasks');
		assert.equal(described(drifted(15)), '50 credits (5 less than estimated), 2 tasks');
		assert.equal(described(drifted(15), drifted(25)), '50 credits (not as estimated), 2 tasks');
	});

	it('explain each difference once', () => {
		const { model: _, ...modelless } = drifted(15);
		const paragraphs = driftParagraphs([drifted(25), drifted(25), modelless], formatter);
		assert.deepEqual(paragraphs, [
			'v3.1-20260211: 25 credits, 5 credits more than estimated',
			'no model: 15 credits, 5 credits less than estimated',
			'The price table is out of date, or the account has a discount.',
		]);
		assert.deepEqual(driftParagraphs([], formatter), []);
	});
});
