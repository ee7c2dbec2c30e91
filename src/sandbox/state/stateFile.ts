import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from '../accounts/ledger';
import type { ClockReading } from '../clock';
import type { Upload } from '../files/uploadStore';
import type { MeshyAccount } from '../meshy/meshyAccount';
import type { MeshyTask } from '../meshy/meshyTask';
import type { TripoAccount } from '../tripo/tripoAccount';
import type { TripoTask } from '../tripo/tripoTask';

/** Everything that outlives a restart. Keys are not in it, only their digests. */
export interface Snapshot {
	version: 3;
	seed: number;
	drawn: number;
	clock: ClockReading;
	closed: boolean;
	accounts: TripoAccount[];
	entries: readonly Entry[];
	tasks: TripoTask[];
	uploads: Upload[];
	meshy: { accounts: MeshyAccount[]; tasks: MeshyTask[]; inputs: Upload[] };
}

/** The snapshot as one file in the state folder, replaced whole. */
export class StateFile {
	readonly #path: string;
	#running: Promise<void> = Promise.resolve();
	#next: Promise<void> | undefined;

	constructor(
		private readonly folder: string,
		private readonly log: (line: string) => void,
	) {
		this.#path = join(folder, 'sandbox.json');
	}

	/** What was saved last. A file that cannot be read is put aside, and the sandbox starts empty. */
	async read(): Promise<Snapshot | undefined> {
		await mkdir(this.folder, { recursive: true });
		let text: string;
		try {
			text = await readFile(this.#path, 'utf8');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw error;
		}
		try {
			const snapshot = JSON.parse(text) as Snapshot;
			if (snapshot.version === 3) return snapshot;
			this.log(`the saved state is of version ${snapshot.version}, which is not known here; starting empty`);
		} catch {
			this.log('the saved state is damaged; starting empty');
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
			this.log(`the state cannot be saved: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
}
