import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/core/base/events';
import type { JobChange, JobRecord } from '../../../../src/core/model/jobRecord';
import { dayOf, startOfDay, startOfMonth } from '../../../../src/core/spending/day';
import type { LedgerEntry } from '../../../../src/core/spending/entry';
import { RunningTotals } from '../../../../src/core/spending/runningTotals';
import { byDay, byOperation, byProvider, summaryOf } from '../../../../src/core/spending/summary';
import { sumsIn } from '../../../../src/core/spending/totals';
import { entry } from '../support/entries';
import { jobIn, sampleStates } from '../support/states';

const now = new Date(2026, 10, 22, 15, 30).getTime();
const dayMs = 24 * 3_600_000;

/** A queue that counts how often it is asked for everything. */
class Source {
	readonly jobs = new Map<string, JobRecord>();
	readonly byTask = new Map<string, LedgerEntry>();
	private readonly changes = new Emitter<JobChange>();
	private readonly entryChanges = new Emitter<readonly LedgerEntry[]>();
	readonly onDidChange = this.changes.event;
	readonly onDidChangeEntries = this.entryChanges.event;
	asked = 0;

	list(): JobRecord[] {
		this.asked++;
		return [...this.jobs.values()];
	}

	entries(): LedgerEntry[] {
		this.asked++;
		return [...this.byTask.values()];
	}

	setJob(job: JobRecord): void {
		this.jobs.set(job.id, job);
		this.changes.fire({ job, removed: false });
	}

	removeJob(id: string): void {
		const job = this.jobs.get(id);
		this.jobs.delete(id);
		if (job) this.changes.fire({ job, removed: true });
	}

	setEntries(...entries: LedgerEntry[]): void {
		for (const one of entries) this.byTask.set(one.taskId, one);
		this.entryChanges.fire(entries);
	}
}

/** Everything that the views ask, once from the running sums and once added up anew. */
function assertSame(books: RunningTotals, { byTask, jobs }: Source): void {
	const entries = [...byTask.values()];
	const all = { entries, jobs: jobs.values() };
	for (const since of [0, startOfMonth(now), startOfDay(now)])
		assert.deepEqual(books.sumsSince(since), sumsIn({ entries, jobs: jobs.values() }, { since }));
	assert.deepEqual(books.wallets(), [...byProvider(entries).keys()]);
	const today = entries.filter(({ at }) => at >= startOfDay(now));
	const charged = [...byProvider(today)].map(
		([provider, own]) => [provider, summaryOf(own).charged] as const,
	);
	assert.deepEqual(books.chargedSince(startOfDay(now)), new Map(charged));
	for (const workspace of ['/a', '/b', '/none'])
		assert.deepEqual(books.sumsOf(workspace), sumsIn({ ...all, jobs: jobs.values() }, { workspace }));
	const days = byDay(entries);
	assert.deepEqual(books.days(), [...days.keys()]);
	for (const [day, ofDay] of days) {
		assert.deepEqual(books.summary({ day }), summaryOf(ofDay));
		const providers = byProvider(ofDay);
		assert.deepEqual(books.providersOf(day), [...providers.keys()]);
		for (const [provider, ofProvider] of providers) {
			const operations = byOperation(ofProvider);
			assert.deepEqual(books.operationsOf({ day, provider }).sort(), [...operations.keys()].sort());
			for (const [operation, ofOperation] of operations)
				assert.deepEqual(books.summary({ day, provider, operation }), summaryOf(ofOperation));
		}
	}
}

describe('Running sums of the ledger', () => {
	for (const seed of [1, 2, 3, 4, 5])
		it(`are those of adding everything up again, after every change (${seed})`, () => {
			let random = seed;
			const dice = (sides: number): number => {
				random = (random * 48271) % 2147483647;
				return random % sides;
			};
			const one = <T>(of: readonly T[]): T => of[dice(of.length)] as T;
			const source = new Source();
			const randomEntry = (): LedgerEntry => {
				const { charge: _, ...bare } = entry({
					taskId: `task-${dice(30)}`,
					at: now - dice(60) * dayMs - dice(10_000_000),
					estimate: dice(4000) / 100,
					provider: one(['tripo', 'meshy']),
					operation: one(['textToModel', 'rig', 'texture']),
					status: one(['underWay', 'made', 'failed']),
				});
				return {
					...bare,
					...(dice(3) > 0 ? { charge: dice(4000) / 100 } : {}),
					...(dice(3) === 0 ? { refunded: dice(100) / 100 } : {}),
					...(dice(3) > 0 ? { workspace: one(['/a', '/b']) } : {}),
				};
			};
			const randomJob = (): JobRecord => ({
				...jobIn(one(Object.values(sampleStates)), `job-${dice(20)}`),
				estimate: dice(4000) / 100,
				provider: one(['tripo', 'meshy', 'sandbox']),
				...(dice(2) === 0 ? { workspace: '/a' } : {}),
			});
			for (let at = 0; at < 15; at++) {
				source.setEntries(randomEntry());
				source.setJob(randomJob());
			}
			const books = new RunningTotals(source);
			assertSame(books, source);
			for (let round = 0; round < 150; round++) {
				const kind = dice(4);
				if (kind === 0) source.setEntries(randomEntry(), randomEntry());
				else if (kind === 1) source.removeJob(`job-${dice(20)}`);
				else source.setJob(randomJob());
				assertSame(books, source);
			}
			books.dispose();
		});

	it('ask for everything once, and neither add up nor tell anybody for progress', () => {
		const source = new Source();
		for (let at = 0; at < 1000; at++)
			source.setEntries(entry({ taskId: `task-${at}`, at: now - at * dayMs }));
		source.setJob(jobIn(sampleStates.running));
		const books = new RunningTotals(source);
		let told = 0;
		books.onDidChange(() => told++);
		const line = { day: dayOf(now) };
		const before = books.summary(line);
		const { asked } = source;
		for (let progress = 0; progress < 100; progress++)
			source.setJob(jobIn({ ...sampleStates.running, progress }));
		books.sumsSince(startOfDay(now));
		assert.equal(books.summary(line), before, 'the very same');
		assert.equal(source.asked, asked);
		assert.equal(told, 0);
		source.setEntries(entry({ taskId: 'task-1', at: now - dayMs, charge: 30 }));
		assert.equal(books.summary(line), before, 'another day changed');
		source.setJob(jobIn(sampleStates.waiting));
		assert.equal(told, 2);
	});
});
