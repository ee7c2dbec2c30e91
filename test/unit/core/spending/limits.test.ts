import assert from 'node:assert/strict';
import type { JobRecord } from '../../../../src/core/model/jobRecord';
import { startOfDay, startOfMonth } from '../../../../src/core/spending/day';
import type { LedgerEntry } from '../../../../src/core/spending/entry';
import {
	noLimits,
	type Priced,
	refuseBeyond,
	type SpendingLimits,
} from '../../../../src/core/spending/limits';
import { SpendingLock } from '../../../../src/core/spending/spendingLock';
import { committedIn, type SpendingTotals } from '../../../../src/core/spending/totals';
import { entry } from '../support/entries';
import { jobIn, sampleStates } from '../support/states';

const now = new Date(2026, 10, 22, 15, 30).getTime();
const today = startOfDay(now);
const yesterday = today - 1;

const booksOf = (entries: readonly LedgerEntry[], jobs: readonly JobRecord[] = []): SpendingTotals => ({
	entries,
	jobs,
});
const { charge: _, ...uncharged } = entry({ status: 'underWay' });

describe('Days', () => {
	it('begin at midnight, where one is', () => {
		assert.deepEqual(new Date(today), new Date(2026, 10, 22));
		assert.equal(startOfDay(today), today);
		assert.notEqual(startOfDay(yesterday), today);
		assert.deepEqual(new Date(startOfMonth(now)), new Date(2026, 10, 1));
	});
});

describe('Committed credits', () => {
	const committed = (entries: LedgerEntry[], jobs: JobRecord[] = [], scope = {}): number =>
		committedIn(booksOf(entries, jobs), { since: today, ...scope });

	it('are charges, less what came back', () => {
		assert.equal(
			committed([entry({ at: now, charge: 18.2 }), entry({ at: now, charge: 20, refunded: 20 })]),
			18.2,
		);
	});

	it('are estimates as long as the service has not said', () => {
		assert.equal(committed([{ ...uncharged, at: now }]), 20);
	});

	it('are of the day on which they were sent', () => {
		assert.equal(committed([entry({ at: yesterday }), entry({ at: today })]), 20);
		assert.equal(committed([{ ...uncharged, at: yesterday }]), 0, 'what runs over midnight too');
	});

	const counted = ['waiting', 'uploading', 'submitting', 'uncertain', 'blocked/waiting'] as const;
	for (const name of counted)
		it(`are those of a job that is ${name}, whenever it was asked for`, () =>
			assert.equal(committed([], [{ ...jobIn(sampleStates[name]), createdAt: yesterday }]), 20));

	const elsewhere = ['running', 'done', 'failed', 'cancelled/no task', 'blocked/downloading'] as const;
	for (const name of elsewhere)
		it(`are not those of a job that is ${name}, which the ledger has or nobody`, () =>
			assert.equal(committed([], [jobIn(sampleStates[name])]), 0));

	it('are those of a job that was given up in doubt today', () => {
		const given = (since: number) => jobIn({ kind: 'cancelled', doubt: { since, account: 'acct' } });
		assert.equal(committed([], [given(now), given(yesterday)]), 20);
	});

	it('are nothing in the sandbox', () => {
		assert.equal(committed([], [{ ...jobIn(sampleStates.waiting), provider: 'sandbox' }]), 0);
	});

	it('are told apart by workspace folder', () => {
		const entries = [entry({ workspace: '/a', at: 1 }), entry({ workspace: '/b' }), entry()];
		const jobs = [{ ...jobIn(sampleStates.waiting), workspace: '/a' }];
		assert.equal(committedIn(booksOf(entries, jobs), { workspace: '/a' }), 40);
	});

	it('have no dust of fractions', () => {
		assert.equal(committed([0.1, 0.2].map((charge) => entry({ at: now, charge }))), 0.3);
	});
});

describe('Law 8: limits', () => {
	const wanted = (estimate?: number, changes: Partial<Priced> = {}): Priced => ({
		provider: 'tripo',
		...(estimate === undefined ? {} : { estimate }),
		...changes,
	});
	const spent = booksOf([entry({ at: now, charge: 60, workspace: '/game' })]);
	const limits = (changes: Partial<SpendingLimits>): SpendingLimits => ({ ...noLimits, ...changes });
	const check =
		(changes: Partial<SpendingLimits>, ...jobs: Priced[]) =>
		(): void =>
			refuseBeyond(limits(changes), jobs, spent, now);

	it('let everything pass where there are none', () => {
		assert.doesNotThrow(check({}, wanted(1e6), wanted()));
	});

	it('of a day hold for the sum, to the last credit', () => {
		assert.doesNotThrow(check({ perDay: 100 }, wanted(20), wanted(20)));
		assert.throws(check({ perDay: 100 }, wanted(20), wanted(20.5)), {
			code: 'dailyLimitReached',
			message: /limit 100 credits, 60 spent, under way or waiting, this asks for 40\.5/,
		});
	});

	it('of a day begin anew at midnight', () => {
		const tomorrow = new Date(2026, 10, 23).getTime();
		const jobs = [wanted(100)];
		assert.throws(() => refuseBeyond(limits({ perDay: 100 }), jobs, spent, tomorrow - 1));
		assert.doesNotThrow(() => refuseBeyond(limits({ perDay: 100 }), jobs, spent, tomorrow));
	});

	it('of a workspace folder hold for what is made for it, over time', () => {
		const perWorkspace = { '/game': 100 };
		const later = now + 40 * 24 * 3_600_000;
		const here = wanted(50, { workspace: '/game' });
		const elsewhere = wanted(500, { workspace: '/other' });
		assert.throws(() => refuseBeyond(limits({ perWorkspace }), [here], spent, later), {
			code: 'workspaceLimitReached',
		});
		assert.doesNotThrow(() => refuseBeyond(limits({ perWorkspace }), [elsewhere], spent, later));
		assert.doesNotThrow(check({ perWorkspace }, wanted(40, { workspace: '/game' }), elsewhere));
	});

	it('let jobs of unknown price pass as long as something is left', () => {
		assert.doesNotThrow(check({ perDay: 61 }, wanted()));
		assert.throws(check({ perDay: 60 }, wanted()), {
			code: 'dailyLimitReached',
			message: /the price of this is not known/,
		});
	});

	it('of 0 let nothing pass that costs something', () => {
		const nothing = { perDay: 0 };
		assert.throws(() => refuseBeyond(limits(nothing), [wanted(1)], booksOf([]), now));
		assert.doesNotThrow(() => refuseBeyond(limits(nothing), [wanted(0)], booksOf([]), now));
	});

	it('do not count a job twice that is asked for again', () => {
		const uncertain = jobIn(sampleStates.uncertain);
		const books = booksOf([], [uncertain]);
		assert.doesNotThrow(() => refuseBeyond(limits({ perDay: 20 }), [uncertain], books, now, uncertain.id));
		assert.throws(() => refuseBeyond(limits({ perDay: 20 }), [uncertain], books, now));
	});

	it('“spend nothing” lets pass what is free, and nothing of which that is not known', () => {
		const off = { spendNothing: true };
		assert.throws(check(off, wanted(1)), { code: 'spendingOff' });
		assert.throws(check(off, wanted()), { code: 'spendingOff' });
		assert.doesNotThrow(check(off, wanted(0), wanted(500, { provider: 'sandbox' })));
	});

	it('hold for those who ask at once: each finds what the one before wrote', async () => {
		const jobs: JobRecord[] = [];
		const admission = new SpendingLock(
			() => booksOf([], jobs),
			() => now,
		);
		const ask = (id: string): Promise<void> =>
			admission.pass({ wanted: [wanted(20)], limits: limits({ perDay: 50 }) }, async () => {
				await new Promise((resolve) => setTimeout(resolve, 5));
				jobs.push(jobIn(sampleStates.waiting, id));
			});
		const answers = await Promise.allSettled(['a', 'b', 'c', 'd'].map(ask));
		assert.deepEqual(
			answers.map(({ status }) => status),
			['fulfilled', 'fulfilled', 'rejected', 'rejected'],
		);
	});
});
