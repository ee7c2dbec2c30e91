import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from '../base/log';
import { type Disk, isSystemError, replaceFile, syncFolder } from '../files/disk';
import type { LedgerEntry } from './entry';

/** Raised when an older version of Propsmith could not read what this one writes. */
const lineVersion = 1;
/** Lines that are read in one go; the event loop breathes between them. */
const readTogether = 500;
/** Lines that newer ones of the same task have replaced, beyond which the file is written anew. */
const mostReplaced = 1000;

type Line = LedgerEntry & { readonly v: number };

/**
 * The ledger on disk: one entry a line, as JSON, only ever appended to; of several lines of one task the last counts.
 * A line that a power cut tore is skipped. Now and then, when it is read, the file is written anew without what no
 * longer counts.
 */
export class LedgerFile {
	/** The file does not end where a line does. */
	private torn = false;
	private known = false;

	constructor(
		private readonly disk: Disk,
		readonly path: string,
		private readonly log: Log,
	) {}

	/** By task, in the order in which they came in. Rejects when there is a file that cannot be opened. */
	async read(): Promise<Map<string, LedgerEntry>> {
		const text = await this.disk.readFile(this.path, 'utf8').catch((error: unknown) => {
			if (isSystemError(error, 'ENOENT')) return undefined;
			throw error;
		});
		const entries = new Map<string, LedgerEntry>();
		if (text === undefined) return entries;
		this.known = true;
		this.torn = text !== '' && !text.endsWith('\n');
		const lines = text.split('\n').filter(Boolean);
		let unreadable = 0;
		let newer = 0;
		for (const [index, line] of lines.entries()) {
			if (index % readTogether === 0) await nextTurn();
			const entry = parse(line);
			if (entry === 'newer') newer++;
			else if (entry) entries.set(entry.taskId, entry);
			else unreadable++;
		}
		if (unreadable > 0) this.log.warn(`${this.path}: ${unreadable} lines cannot be read and do not count.`);
		if (newer > 0) this.log.error(`${this.path}: ${newer} lines are of a later version of Propsmith.`);
		const replaced = lines.length - entries.size - newer;
		const worthIt = unreadable > 0 || replaced > Math.max(mostReplaced, entries.size / 2);
		// What a later version wrote is its own, and stays.
		if (worthIt && newer === 0) await this.writeAnew(entries.values());
		return entries;
	}

	/** Resolves when the entries are flushed to disk. */
	async append(entries: readonly LedgerEntry[]): Promise<void> {
		if (!this.known) await this.disk.mkdir(dirname(this.path), { recursive: true });
		const file = await this.disk.open(this.path, 'a');
		try {
			// Until it is whole: an append that fails half-way leaves the beginning of a line.
			const text = `${this.torn ? '\n' : ''}${entries.map(lineOf).join('')}`;
			this.torn = true;
			await file.writeFile(text);
			this.torn = false;
			await file.sync();
		} finally {
			await file.close();
		}
		if (!this.known) await syncFolder(this.disk, dirname(this.path));
		this.known = true;
	}

	private async writeAnew(entries: Iterable<LedgerEntry>): Promise<void> {
		try {
			await replaceFile(this.disk, this.path, [...entries].map(lineOf).join(''));
			this.torn = false;
		} catch (error) {
			this.log.warn(`${this.path} stays longer than it need be: ${String(error)}`);
		}
	}
}

function lineOf(entry: LedgerEntry): string {
	return `${JSON.stringify({ v: lineVersion, ...entry } satisfies Line)}\n`;
}

function parse(text: string): LedgerEntry | 'newer' | undefined {
	try {
		const { v, ...entry } = JSON.parse(text) as Line;
		if (typeof v === 'number' && v > lineVersion) return 'newer';
		const whole =
			v === lineVersion &&
			typeof entry.taskId === 'string' &&
			typeof entry.provider === 'string' &&
			typeof entry.at === 'number' &&
			typeof entry.status === 'string';
		return whole ? entry : undefined;
	} catch {
		return undefined;
	}
}
