import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from '../accounts/account';
import type { Entry } from '../accounts/ledger';
import type { ClockReading } from '../clock';
import type { Upload } from '../files/uploads';
import type { Task } from '../tripo/task';
import type { MeshySnapshot } from './buildMeshy';

/** Everything that outlives a restart. Keys are not in it, only their digests. */
export interface Snapshot {
	version: 2;
	seed: number;
	rolled: number;
	clock: ClockReading;
	closed: boolean;
	accounts: Account[];
	entries: readonly Entry[];
	tasks: Task[];
	uploads: Upload[];
	meshy: MeshySnapshot;
}

/** The snapshot as one file in the state folder, replaced whole. */
export class StateFile {
	readonly #path: string;
	readonly #folder: string;
	readonly #log: (line: string) => void;
	#running: Promise<void> = Promise.resolve();
	#next: Promise<void> | undefined;

	constructor(folder: string, log: (line: string) => void) {
		this.#folder = folder;
		this.#path = join(folder, 'sandbox.json');
		this.#log = log;
	}

	/** What was saved last. A file that cannot be read is put aside, and the sandbox starts empty. */
	async read(): Promise<Snapshot | undefined> {
		await mkdir(this.#folder, { recursive: true });
		let text: string;
		try {
			text = await readFile(this.#path, 'utf8');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
				return undefined;
			}
			throw error;
		}
		try {
			const snapshot = JSON.parse(text) as Snapshot;
			if (snapshot.version === 2) {
				return snapshot;
			}
			this.#log(`the saved state is of version ${snapshot.version}, which is not known here; starting empty`);
		} catch {
			this.#log('the saved state is damaged; starting empty');
		}
		await rename(this.#path, `${this.#path}.unreadable`);
		return undefined;
	}

	/**
	 * Settles when a snapshot taken after this call is in place. Calls during a write share the next one. A
	 * write that fails is logged and otherwise ignored: the sandbox goes on in memory.
	 */
	save(take: () => Snapshot): Promise<void> {
		if (!this.#next) {
			this.#next = this.#running.then(() => {
				this.#next = undefined;
				return this.#write(take());
			});
			this.#running = this.#next;
		}
		return this.#next;
	}

	async #write(snapshot: Snapshot): Promise<void> {
		try {
			const part = `${this.#path}.part`;
			await writeFile(part, JSON.stringify(snapshot));
			await rename(part, this.#path);
		} catch (error) {
			this.#log(`the state cannot be saved: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
}
