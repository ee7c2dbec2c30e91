import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Emitter } from '../base/events';
import type { Log } from '../base/log';
import { PropsmithError } from '../model/errors';
import { type JobRecord, taskOf } from '../model/jobRecord';
import { entryAfter, type LedgerEntry, withFigure } from './entry';
import type { LedgerFile } from './ledgerFile';

/** Records that are looked through, or entries that are written, in one go; the event loop breathes between them. */
const together = 500;

/**
 * Every paid task that a service took, for good: it outlives its job's record, which the user may remove. Only the
 * window that leads has one. What it says follows from the records, so a crash between a record and the ledger is
 * mended by noting all records again at the next start; a record may go, or forget its task, only when `flushed`.
 */
export class Ledger {
	private readonly emitter: Emitter<readonly LedgerEntry[]>;
	private readonly unwritten = new Map<string, LedgerEntry>();
	private writes: Promise<void> = Promise.resolve();

	private constructor(
		private readonly file: LedgerFile,
		private readonly byTask: Map<string, LedgerEntry>,
		private readonly log: Log,
	) {
		this.emitter = new Emitter((error) => log.error(`A listener to the ledger failed: ${String(error)}`));
	}

	/** Rejects when there is a ledger that cannot be opened: without it, limits would hold nothing. */
	static async open(file: LedgerFile, log: Log): Promise<Ledger> {
		return new Ledger(file, await file.read(), log);
	}

	/** Tells of entries that are new or changed. */
	get onDidChange(): Emitter<readonly LedgerEntry[]>['event'] {
		return this.emitter.event;
	}

	/** In the order in which they came in. */
	entries(): LedgerEntry[] {
		return [...this.byTask.values()];
	}

	/** Notes what a former process wrote into records and no longer into the ledger. */
	async catchUp(jobs: readonly JobRecord[]): Promise<void> {
		for (let first = 0; first < jobs.length; first += together) {
			this.note(...jobs.slice(first, first + together));
			await nextTurn();
		}
	}

	/** Notes what records say of their tasks: at once in memory, soon on disk. */
	note(...jobs: readonly JobRecord[]): void {
		this.take(jobs.flatMap((job) => entryAfter(job, this.byTask.get(taskOf(job.state)?.id ?? '')) ?? []));
	}

	/** Notes what the service says that a task has cost by now, where no record has the task any more. */
	tell(taskId: string, credits: number): void {
		const entry = this.byTask.get(taskId);
		if (entry) this.take([withFigure(entry, credits)]);
	}

	/** Resolves when everything that was noted is on disk; rejects with `recordUnwritable`. */
	async flushed(): Promise<void> {
		await this.write().catch((cause: unknown) => {
			const detail = cause instanceof Error ? cause.message : String(cause);
			throw new PropsmithError('recordUnwritable', { detail, cause });
		});
	}

	private take(entries: readonly LedgerEntry[]): void {
		const changed = entries.filter((entry) => !isDeepStrictEqual(entry, this.byTask.get(entry.taskId)));
		if (changed.length === 0) return;
		for (const entry of changed) {
			this.byTask.set(entry.taskId, entry);
			this.unwritten.set(entry.taskId, entry);
		}
		this.emitter.fire(changed);
		this.write().catch((error: unknown) =>
			this.log.error(`The ledger was not written, and will be with its next entry: ${String(error)}`),
		);
	}

	/** One write at a time, each with all that gathered during the one before. */
	private write(): Promise<void> {
		const turn = this.writes.then(async () => {
			const gathered = [...this.unwritten.values()];
			for (let first = 0; first < gathered.length; first += together) {
				const entries = gathered.slice(first, first + together);
				await this.file.append(entries);
				for (const entry of entries)
					if (this.unwritten.get(entry.taskId) === entry) this.unwritten.delete(entry.taskId);
			}
		});
		this.writes = turn.catch(() => {});
		return turn;
	}
}
