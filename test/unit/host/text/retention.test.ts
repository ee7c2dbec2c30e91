import assert from 'node:assert/strict';
import { Formatter } from '../../../../src/host/text/formatter';
import { formatRetention } from '../../../../src/host/text/retention';

describe('What the service keeps', () => {
	const formatter = new Formatter('en', () => 1000);

	it('is told of with its end, where the service tells one', () => {
		const source = { kind: 'job', id: 'job-1' } as const;
		assert.equal(formatRetention(source, undefined, formatter), '');
		assert.equal(formatRetention(source, 601_000, formatter), 'The service forgets its task in 10 minutes.');
	});

	it('is no matter for a file, which is uploaded', () => {
		const source = { kind: 'file', path: '/game/crate.glb' } as const;
		assert.equal(formatRetention(source, 601_000, formatter), 'The file is uploaded.');
	});
});

describe('The time until a task is forgotten', () => {
	const hour = 3_600_000;
	for (const [ms, words] of [
		[5000, 'in 1 minute'],
		[hour / 2, 'in 30 minutes'],
		[5 * hour, 'in 5 hours'],
		[72 * hour - 1, 'in 3 days'],
	] as const)
		it(words, () => assert.equal(new Formatter('en').timeLeft(ms), words));
});
