import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Log } from '../../base/log';
import { type Disk, isLeftBehind, isSystemError, replaceFile } from '../../files/disk';
import { PropsmithError } from '../../model/errors';
import type { JobRecord } from '../../model/jobRecord';
import { IdleMarker } from './idleMarker';
import { readRecord } from './migrate';

/** Records that are read at the same time; the event loop breathes between them. */
const readTogether = 32;

/**
 * Job records on disk, one JSON file each, with every one of them in memory. A write is whole or did not
 * happen; writes of one job keep their order.
 */
export class JobStore {
	private readonly records = new Map<string, JobRecord>();
	private readonly writes = new Map<string, Promise<void>>();
	/** Files that were set aside at loading, because they are no records; for the user to be told. */
	readonly setAsideFiles: string[] = [];
	private readonly idleMarker: IdleMarker;

	constructor(
		private readonly disk: Disk,
		private readonly folder: string,
		private readonly log: Log,
	) {
		this.idleMarker = new IdleMarker(disk, folder, log);
	}

	/** Reads all records. What cannot be read is set aside with a log line, never deleted. */
	async load(): Promise<void> {
		const names = await this.disk.readdir(this.folder).catch((error: unknown) => {
			if (isSystemError(error, 'ENOENT')) return [];
			throw error;
		});
		const ids = names.filter((name) => name.endsWith('.json')).sort();
		for (let first = 0; first < ids.length; first += readTogether) {
			const files = ids.slice(first, first + readTogether);
			for (const record of await Promise.all(files.map((name) => this.read(name)))) {
				if (!record) continue;
				this.records.set(record.id, record);
				this.idleMarker.learn(record);
			}
		}
		if (ids.length > 0) await this.idleMarker.place();
		await this.sweep(names.filter(isLeftBehind));
	}

	/** In the order of creation, which is that of their ids. */
	all(): JobRecord[] {
		return [...this.records.values()];
	}

	get(id: string): JobRecord | undefined {
		return this.records.get(id);
	}

	/** Resolves when the record is flushed to disk; until then `get` still gives the old one. */
	async save(record: JobRecord): Promise<void> {
		const before = this.writes.get(record.id) ?? Promise.resolve();
		const write = before.catch(() => {}).then(() => this.write(record));
		this.writes.set(record.id, write);
		try {
			await write;
		} finally {
			if (this.writes.get(record.id) === write) this.writes.delete(record.id);
		}
	}

	/** All of them or, when one cannot be written, none. */
	async add(records: readonly JobRecord[]): Promise<void> {
		const written: JobRecord[] = [];
		try {
			await this.idleMarker.around(records, async () => {
				// The last first: a chain begins with its first step, so when that is written, all of it is.
				for (const record of [...records].reverse()) {
					await this.writeFile(record);
					written.push(record);
				}
			});
		} catch (error) {
			for (const { id } of written)
				await this.disk.unlink(this.pathOf(id)).then(
					() => this.idleMarker.forget(id),
					() => {},
				);
			throw error;
		}
		for (const record of records) this.records.set(record.id, record);
	}

	/** Shows a change that need not survive a crash, such as progress. */
	saveInMemory(record: JobRecord): void {
		this.records.set(record.id, record);
	}

	async remove(id: string): Promise<void> {
		await this.writes.get(id)?.catch(() => {});
		await this.disk.unlink(this.pathOf(id)).catch((error: unknown) => {
			if (!isSystemError(error, 'ENOENT')) throw error;
		});
		this.records.delete(id);
		await this.idleMarker.forget(id);
	}

	/** Resolves when no write is under way. */
	async flushed(): Promise<void> {
		await Promise.allSettled(this.writes.values());
	}

	private async write(record: JobRecord): Promise<void> {
		await this.idleMarker.around([record], () => this.writeFile(record));
		this.records.set(record.id, record);
	}

	private async writeFile(record: JobRecord): Promise<void> {
		const path = this.pathOf(record.id);
		const text = `${JSON.stringify(record, undefined, '\t')}\n`;
		try {
			await replaceFile(this.disk, path, text).catch(async (error: unknown) => {
				if (!isSystemError(error, 'ENOENT')) throw error;
				await this.disk.mkdir(this.folder, { recursive: true });
				await replaceFile(this.disk, path, text);
			});
		} catch (cause) {
			const detail = cause instanceof Error ? cause.message : String(cause);
			throw new PropsmithError('recordUnwritable', { detail, cause });
		}
	}

	/** A process that is killed leaves the file that it was about to rename. */
	private async sweep(names: readonly string[]): Promise<void> {
		for (const name of names)
			await this.disk.unlink(join(this.folder, name)).catch((error: unknown) => {
				this.log.warn(`${name} was left behind and cannot be removed: ${String(error)}`);
			});
	}

	private async read(name: string): Promise<JobRecord | undefined> {
		const path = join(this.folder, name);
		try {
			const record = readRecord(await this.disk.readFile(path, 'utf8'));
			if (record === 'newer') {
				this.idleMarker.learnUnreadable(name);
				this.log.error(
					`The job record ${path} was written by a later version of Propsmith; it is left alone.`,
				);
			} else if (record && `${record.id}.json` === name) return record;
			else await this.setAside(path);
		} catch (error) {
			// One file that cannot be opened or moved must not keep all the other jobs from going on.
			this.idleMarker.learnUnreadable(name);
			this.log.error(`The job record ${path} cannot be opened and is left as it is: ${String(error)}`);
		}
		return undefined;
	}

	private async setAside(path: string): Promise<void> {
		const aside = `${path}.unreadable`;
		await this.disk.rename(path, aside);
		this.setAsideFiles.push(aside);
		this.log.error(`The job record ${path} cannot be read; it was set aside as ${aside}.`);
	}

	private pathOf(id: string): string {
		return join(this.folder, `${id}.json`);
	}
}

/** Ids sort by time, and two made in the same millisecond differ. */
export function newJobId(now: number): string {
	return `${now.toString(36).padStart(9, '0')}-${randomBytes(5).toString('hex')}`;
}

/** The time that an id was made from, in ms since the epoch; 0 for none of ours. */
export function timeOf(id: string): number {
	return Number.parseInt(id.split('-')[0] ?? '', 36) || 0;
}
