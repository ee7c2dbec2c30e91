import assert from 'node:assert/strict';
import { Formatter } from '../../../../src/host/text/formatter';

describe('Numbers and times in the user’s language', () => {
	const english = new Formatter('en');
	const german = new Formatter('de');

	it('have the language’s separators, and two decimals at most', () => {
		assert.equal(english.number(1_234_567), '1,234,567');
		assert.equal(german.number(1_234_567), '1.234.567');
		assert.equal(english.number(12.345), '12.35');
		assert.equal(german.number(12.5), '12,5');
	});

	it('name credits by their wallet, one alone in the singular', () => {
		assert.equal(english.credits(20), '20 credits');
		assert.equal(english.credits(1), '1 credit');
		assert.equal(english.credits(0), '0 credits');
		assert.equal(english.credits(20, 'tripo'), '20 Tripo API credits');
		assert.equal(english.credits(1, 'tripo'), '1 Tripo API credit');
		assert.equal(english.credits(20, 'meshy'), '20 Meshy credits');
		assert.equal(english.credits(20, 'sandbox'), '20 credits');
	});

	it('name the wallet behind the credits where there is little room', () => {
		assert.equal(english.shortCredits(20, 'tripo'), '20 credits (Tripo API)');
		assert.equal(english.shortCredits(1.5, 'meshy'), '1.5 credits (Meshy)');
		assert.equal(english.shortCredits(0, 'sandbox'), '0 credits (Sandbox)');
	});

	it('tell by how much a charge is not what was estimated, without the dust of fractions', () => {
		assert.equal(english.drift(20, 20), '20 credits');
		assert.equal(english.drift(25, 20), '25 credits, 5 credits more than estimated');
		assert.equal(english.drift(19, 20), '19 credits, 1 credit less than estimated');
		assert.equal(english.drift(0.3, 0.1), '0.3 credits, 0.2 credits more than estimated');
	});

	it('write days and moments as the language does', () => {
		const at = new Date(2026, 10, 27, 9, 5, 7).getTime();
		assert.equal(english.day('2026-11-27'), 'Friday, November 27, 2026');
		assert.equal(german.day('2026-11-27'), 'Freitag, 27. November 2026');
		assert.match(english.dateTime(at), /^11\/27\/2026, 9:05:07\sAM$/);
		assert.match(english.time(at), /^9:05:07\sAM$/);
		assert.equal(german.time(at), '09:05:07');
	});
});
