import { dirname } from 'node:path';
import { type Disk, isSystemError, replaceFile } from '../files/disk';
import { type ProviderId, providerIds } from '../model/account';

/** Which providers the user paused, kept over restarts. */
export class Pauses {
	private paused: ReadonlySet<ProviderId> = new Set();

	constructor(
		private readonly disk: Disk,
		private readonly path: string,
	) {}

	async load(): Promise<void> {
		try {
			const listed: unknown = JSON.parse(await this.disk.readFile(this.path, 'utf8'));
			if (Array.isArray(listed))
				this.paused = new Set(providerIds.filter((provider) => listed.includes(provider)));
		} catch (error) {
			// No file: nothing is paused. A broken one is not worth holding up the queue for.
			if (!isSystemError(error, 'ENOENT') && !(error instanceof SyntaxError)) throw error;
		}
	}

	has(provider: ProviderId): boolean {
		return this.paused.has(provider);
	}

	async set(provider: ProviderId, paused: boolean): Promise<void> {
		const others = [...this.paused].filter((other) => other !== provider);
		this.paused = new Set(paused ? [...others, provider] : others);
		await this.disk.mkdir(dirname(this.path), { recursive: true });
		await replaceFile(this.disk, this.path, JSON.stringify([...this.paused]));
	}
}
