import { type Disposable, Emitter, type Event } from '../base/events';
import { type ProviderId, providerIds, sumOf } from '../model/account';
import type { JobChange, JobRecord } from '../model/jobRecord';
import type { Operation } from '../model/request';
import { dayOf } from './day';
import { type LedgerEntry, netOf } from './entry';
import { byOperation, byProvider, type Summary, summaryOf } from './summary';
import { mayYetCost, type Scope, type Sums, sumsIn } from './totals';

/** The queue, as far as money goes. */
export interface BooksSource {
	list(): readonly JobRecord[];
	entries(): readonly LedgerEntry[];
	readonly onDidChange: Event<JobChange>;
	readonly onDidChangeEntries: Event<readonly LedgerEntry[]>;
}

/** What one line of an overview is about. */
export interface Line {
	/** See `dayOf`. */
	readonly day: string;
	readonly provider?: ProviderId;
	readonly operation?: Operation;
}

/**
 * The sums of `sumsIn` and the summaries of `summaryOf`, kept up change by change: a ledger of years is added up once,
 * and not again for every task that makes progress.
 */
export class RunningTotals implements Disposable {
	private readonly byTask = new Map<string, LedgerEntry>();
	private readonly byDay = new Map<string, DayBook>();
	private readonly byWorkspace = new Map<string, RunningSums>();
	/** Whose tasks the ledger knows; entries stay for good. */
	private readonly providers = new Set<ProviderId>();
	/** Jobs that may yet cost something the ledger does not know of. */
	private readonly toCome = new Map<string, JobRecord>();
	private readonly changed = new Emitter<void>();
	/** Tells of nothing that leaves all sums as they are, such as progress. */
	readonly onDidChange = this.changed.event;
	private readonly subscriptions: readonly Disposable[];

	constructor(source: BooksSource) {
		this.subscriptions = [
			source.onDidChange((change) => {
				if (this.takeJob(change)) this.changed.fire();
			}),
			source.onDidChangeEntries((entries) => {
				for (const entry of entries) this.takeEntry(entry);
				this.changed.fire();
			}),
		];
		for (const entry of source.entries()) this.takeEntry(entry);
		for (const job of source.list()) this.takeJob({ job, removed: false });
	}

	/** Since the beginning of the day that `since` is in, or of all time. */
	sumsSince(since = 0): Sums {
		const sums = new RunningSums();
		for (const [day, book] of this.byDay) if (day >= dayOf(since)) sums.include(book.sums);
		return this.withJobs(sums, { since });
	}

	/** Of one workspace folder, over time. */
	sumsOf(workspace: string): Sums {
		return this.withJobs(this.byWorkspace.get(workspace) ?? new RunningSums(), { workspace });
	}

	/** Credits by wallet since the beginning of the day that `since` is in: those of one are not worth those of another. */
	chargedSince(since: number): Map<ProviderId, number> {
		const charged = new Map<ProviderId, number>();
		for (const day of this.byDay.keys()) {
			if (day < dayOf(since)) continue;
			for (const provider of this.providersOf(day))
				charged.set(provider, sumOf([charged.get(provider) ?? 0, this.summary({ day, provider }).charged]));
		}
		return charged;
	}

	/** The providers whose credits the ledger tells of. */
	wallets(): ProviderId[] {
		return providerIds.filter((provider) => this.providers.has(provider));
	}

	/** Newest first. */
	days(): string[] {
		return [...this.byDay.keys()].sort().reverse();
	}

	providersOf(day: string): ProviderId[] {
		return [...byProvider(this.byDay.get(day)?.entries({ day }) ?? []).keys()];
	}

	/** The dearest first. */
	operationsOf(line: Line): Operation[] {
		return [...byOperation(this.byDay.get(line.day)?.entries(line) ?? []).keys()];
	}

	summary(line: Line): Summary {
		return this.byDay.get(line.day)?.summary(line) ?? summaryOf([]);
	}

	dispose(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
		this.changed.dispose();
	}

	private takeEntry(entry: LedgerEntry): void {
		const before = this.byTask.get(entry.taskId);
		if (before) {
			const book = this.dayBook(before);
			book.delete(before);
			if (book.isEmpty) this.byDay.delete(dayOf(before.at));
			this.workspaceSums(before)?.subtract(before);
		}
		this.byTask.set(entry.taskId, entry);
		this.providers.add(entry.provider);
		this.dayBook(entry).add(entry);
		this.workspaceSums(entry)?.add(entry);
	}

	/** True when a sum changes by it. */
	private takeJob({ job, removed }: JobChange): boolean {
		const before = this.toCome.get(job.id);
		const counts = !removed && mayYetCost(job);
		if (counts) this.toCome.set(job.id, job);
		else this.toCome.delete(job.id);
		if (!counts || !before) return counts || before !== undefined;
		return before.estimate !== job.estimate || before.state.kind !== job.state.kind;
	}

	private withJobs({ charged, expected }: RunningSums, scope: Scope): Sums {
		const jobs = sumsIn({ entries: [], jobs: this.toCome.values() }, scope);
		return { charged: charged / 100, expected: (expected + hundredths(jobs.expected)) / 100 };
	}

	private dayBook({ at }: LedgerEntry): DayBook {
		return getOrMake(this.byDay, dayOf(at), () => new DayBook());
	}

	private workspaceSums({ workspace }: LedgerEntry): RunningSums | undefined {
		if (workspace === undefined) return undefined;
		return getOrMake(this.byWorkspace, workspace, () => new RunningSums());
	}
}

/** Credits in hundredths: whole numbers, so that what is added and subtracted leaves no dust. */
class RunningSums {
	charged = 0;
	expected = 0;

	add(entry: LedgerEntry): void {
		this.count(entry, 1);
	}

	subtract(entry: LedgerEntry): void {
		this.count(entry, -1);
	}

	include({ charged, expected }: RunningSums): void {
		this.charged += charged;
		this.expected += expected;
	}

	private count(entry: LedgerEntry, sign: 1 | -1): void {
		const net = netOf(entry);
		if (net !== undefined) this.charged += sign * hundredths(net);
		else this.expected += sign * hundredths(entry.estimate ?? 0);
	}
}

/** The entries of one day. What was made of them is kept until one of them changes. */
class DayBook {
	readonly sums = new RunningSums();
	private readonly byTask = new Map<string, LedgerEntry>();
	private sorted: readonly LedgerEntry[] | undefined;
	private readonly summaries = new Map<string, Summary>();

	get isEmpty(): boolean {
		return this.byTask.size === 0;
	}

	add(entry: LedgerEntry): void {
		this.byTask.set(entry.taskId, entry);
		this.sums.add(entry);
		this.forget();
	}

	delete(entry: LedgerEntry): void {
		this.byTask.delete(entry.taskId);
		this.sums.subtract(entry);
		this.forget();
	}

	/** Newest first. */
	entries({ provider, operation }: Line): readonly LedgerEntry[] {
		this.sorted ??= [...this.byTask.values()].sort((a, b) => b.at - a.at);
		return this.sorted.filter(
			(entry) =>
				(provider ?? entry.provider) === entry.provider && (operation ?? entry.operation) === entry.operation,
		);
	}

	summary(line: Line): Summary {
		const key = `${line.provider ?? ''}:${line.operation ?? ''}`;
		return getOrMake(this.summaries, key, () => summaryOf(this.entries(line)));
	}

	private forget(): void {
		this.sorted = undefined;
		this.summaries.clear();
	}
}

function hundredths(credits: number): number {
	return Math.round(credits * 100);
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	const known = map.get(key);
	if (known !== undefined) return known;
	const made = make();
	map.set(key, made);
	return made;
}
