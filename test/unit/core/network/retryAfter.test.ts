import assert from 'node:assert/strict';
import { retryAfterMs } from '../../../../src/core/network/retryAfter';

describe('Retry-After', () => {
	const now = Date.UTC(2026, 10, 22, 12, 0, 0);
	const cases: readonly [what: string, headers: Record<string, string>, ms: number | undefined][] = [
		['seconds', { 'retry-after': '7' }, 7000],
		['seconds with blanks', { 'retry-after': ' 7 ' }, 7000],
		['fractions', { 'retry-after': '0.25' }, 250],
		['zero', { 'retry-after': '0' }, 0],
		['an HTTP date', { 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }, 30_000],
		['a date in the past as "now"', { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 0],
		['a day as ten minutes', { 'retry-after': '86400' }, 600_000],
		['a negative number as nothing', { 'retry-after': '-5' }, undefined],
		['words as nothing', { 'retry-after': 'soon' }, undefined],
		['a word and a number as nothing', { 'retry-after': '12x' }, undefined],
		['an empty header as nothing', { 'retry-after': '' }, undefined],
		['no header as nothing', {}, undefined],
		['a reset time', { 'x-ratelimit-reset': String(now / 1000 + 9) }, 9000],
		['a reset that is over', { 'x-ratelimit-reset': String(now / 1000 - 9) }, 0],
		['a reset that is no time', { 'x-ratelimit-reset': '9' }, undefined],
		[
			'a date of a service whose clock is a day ahead',
			{ 'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT', date: 'Mon, 23 Nov 2026 12:00:00 GMT' },
			30_000,
		],
		[
			'a reset of a service whose clock is a day behind',
			{ 'x-ratelimit-reset': String(now / 1000 - 86_400 + 9), date: 'Sat, 21 Nov 2026 12:00:00 GMT' },
			9000,
		],
		['a date beside a Date that is none', { 'retry-after': '7', date: 'yesterday' }, 7000],
		[
			'Retry-After before the reset',
			{ 'retry-after': '2', 'x-ratelimit-reset': String(now / 1000 + 9) },
			2000,
		],
		[
			'the reset where Retry-After makes no sense',
			{ 'retry-after': 'soon', 'x-ratelimit-reset': String(now / 1000 + 9) },
			9000,
		],
	];
	for (const [what, headers, ms] of cases)
		it(`reads ${what}`, () => assert.equal(retryAfterMs(headers, now), ms));
});
