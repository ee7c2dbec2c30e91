import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, isSystemError, replaceFile } from '../disk';
import { PropsmithError } from '../errors';
import type { Log } from '../log';
import type { JobRecord } from './record';

const schema = 1;

/**
 * Job records on disk, one JSON file each, with every one of them in memory. A write is whole or did not
 * happen; writes of one job keep their order.
 */
export class JobStore {
	private readonly records = new Map<string, JobRecord>();
	private readonly writes = new Map<string, Promise<void>>();

	constructor(
		private readonly disk: Disk,
		private readonly folder: string,
		private readonly log: Log,
	) {}

	/** Reads all records. What cannot be read is set aside with a log line, never deleted. */
	async load(): Promise<void> {
		const names = await this.disk.readdir(this.folder).catch((error: unknown) => {
			if (isSystemError(error, 'ENOENT')) return [];
			throw error;
		});
		for (const name of names.sort()) {
			if (!name.endsWith('.json')) continue;
			const path = join(this.folder, name);
			try {
				const record = parseRecord(await this.disk.readFile(path, 'utf8'));
				if (record && `${record.id}.json` === name) this.records.set(record.id, record);
				else await this.setAside(path);
			} catch (error) {
				// One file that cannot be opened or moved must not keep all the other jobs from going on.
				this.log.error(`The job record ${path} cannot be opened and is left as it is: ${String(error)}`);
			}
		}
	}

	/** In the order of creation. */
	all(): JobRecord[] {
		return [...this.records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
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
	}

	/** Resolves when no write is under way. */
	async flushed(): Promise<void> {
		await Promise.allSettled(this.writes.values());
	}

	private async write(record: JobRecord): Promise<void> {
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
		this.records.set(record.id, record);
	}

	private async setAside(path: string): Promise<void> {
		const aside = `${path}.unreadable`;
		await this.disk.rename(path, aside);
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

function parseRecord(text: string): JobRecord | undefined {
	try {
		const record = JSON.parse(text) as Partial<JobRecord>;
		const whole =
			record.schema === schema &&
			typeof record.id === 'string' &&
			typeof record.state?.kind === 'string' &&
			typeof record.request?.operation === 'string' &&
			typeof record.destination?.folder === 'string';
		return whole ? (record as JobRecord) : undefined;
	} catch {
		return undefined;
	}
}
