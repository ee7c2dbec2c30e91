import { dirname } from 'node:path';
import type { Log } from '../../base/log';
import { type Disk, isSystemError, syncFolder } from '../../files/disk';
import { PropsmithError } from '../../model/errors';
import type { JobRecord } from '../../model/jobRecord';
import { isHistory } from './actions';
import { idleMarkerOf } from './unfinishedLook';

/**
 * Keeps the marker true that tells other windows, and the next start, that no record is unfinished (see
 * `idleMarkerOf`). To be told of every change of the records on disk.
 */
export class IdleMarker {
	private readonly path: string;
	/** Ids of the records that are unfinished, on disk or on their way there, each with what names its last write. */
	private readonly unfinished = new Map<string, symbol>();
	/** Undefined until the first change: a former process may have left it. */
	private standing: boolean | undefined;
	private turn: Promise<void> = Promise.resolve();

	constructor(
		private readonly disk: Disk,
		jobsFolder: string,
		private readonly log: Log,
	) {
		this.path = idleMarkerOf(jobsFolder);
	}

	/**
	 * Writes records by `write`. Rejects like `write`, or with `recordUnwritable` when the marker cannot be taken away:
	 * nothing is written then.
	 */
	async around(records: readonly JobRecord[], write: () => Promise<void>): Promise<void> {
		if (records.every(isHistory)) {
			const before = records.map(({ id }) => this.unfinished.get(id));
			await write();
			records.forEach(({ id }, index) => {
				// It may have become unfinished again while this was on its way to the disk.
				if (this.unfinished.get(id) === before[index]) this.unfinished.delete(id);
			});
			await this.place();
			return;
		}
		// Before anything is waited for, and also where the write fails: nobody knows how far it came.
		for (const record of records) this.learn(record);
		await this.remove();
		await write();
	}

	/** Takes note of a record that is on disk. */
	learn(record: JobRecord): void {
		if (isHistory(record)) this.unfinished.delete(record.id);
		else this.unfinished.set(record.id, Symbol(record.id));
	}

	/** A record that is there and cannot be read may be unfinished; it counts until the next start. */
	learnUnreadable(name: string): void {
		this.unfinished.set(name, Symbol(name));
	}

	/** The record is gone from the disk. */
	async forget(id: string): Promise<void> {
		this.unfinished.delete(id);
		await this.place();
	}

	/** Puts the marker there if nothing is unfinished. Never rejects: without it, the next window only looks closer. */
	async place(): Promise<void> {
		await this.inTurn(async () => {
			if (this.standing || this.unfinished.size > 0) return;
			await (await this.disk.open(this.path, 'w')).close();
			this.standing = true;
		}).catch((error: unknown) => this.log.debug(`${this.path} was not written: ${String(error)}`));
	}

	private remove(): Promise<void> {
		return this.inTurn(async () => {
			if (this.standing === false) return;
			try {
				await this.unlink();
				// Flushed, for it must not come back in a power cut that leaves the record.
				await syncFolder(this.disk, dirname(this.path));
			} catch (cause) {
				if (!isSystemError(cause, 'ENOENT')) throw unwritable(cause);
			}
			this.standing = false;
		});
	}

	private async unlink(): Promise<void> {
		try {
			await this.disk.unlink(this.path);
		} catch (error) {
			// Seen with a busy disk: an unlink that did not find the file that this process had made.
			if (!this.standing || !isSystemError(error, 'ENOENT')) throw error;
			await this.disk.unlink(this.path);
		}
	}

	private inTurn(change: () => Promise<void>): Promise<void> {
		const turn = this.turn.then(change);
		this.turn = turn.catch(() => {});
		return turn;
	}
}

function unwritable(cause: unknown): PropsmithError {
	const detail = cause instanceof Error ? cause.message : String(cause);
	return new PropsmithError('recordUnwritable', { detail, cause });
}
