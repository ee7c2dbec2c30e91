import { PropsmithError } from '../../model/errors';
import { jobErrorOf } from '../../network/failure';
import type { InTurn } from '../provider';

/** Tripo's two services. A key works in one of them only, and nothing in it tells in which. */
export const tripoRegions = {
	international: 'https://openapi.tripo3d.ai/v3',
	china: 'https://openapi.tripo3d.com/v3',
} as const;

/** Where it is kept which region a key belongs to. */
export interface RegionMemory {
	/** The base URL of an account; see Connection.account. */
	get(account: string): string | undefined;
	set(account: string, baseUrl: string): PromiseLike<void>;
}

/** Finds out where a key works, by a call that is free, once. */
export class Regions {
	private readonly searches = new Map<string, Promise<string>>();

	constructor(
		private readonly memory: RegionMemory,
		/** Rejects where the key does not work. */
		private readonly ask: (baseUrl: string, key: string) => Promise<unknown>,
	) {}

	/** Undefined while nobody has found out. */
	known(account: string): string | undefined {
		const baseUrl = this.memory.get(account);
		return Object.values(tripoRegions).find((one) => one === baseUrl);
	}

	/**
	 * The base URL of the key's region. Rejects with `keyRejected` when neither takes it, or as the call did when the
	 * first could not be asked. Each call waits for its turn.
	 */
	async of(account: string, key: string, inTurn: InTurn = (call) => call()): Promise<string> {
		const known = this.known(account);
		if (known) return known;
		let search = this.searches.get(account);
		if (!search) {
			search = this.search(account, key, inTurn).finally(() => this.searches.delete(account));
			this.searches.set(account, search);
		}
		return search;
	}

	private async search(account: string, key: string, inTurn: InTurn): Promise<string> {
		const refusals: unknown[] = [];
		for (const baseUrl of Object.values(tripoRegions)) {
			try {
				await inTurn(() => this.ask(baseUrl, key));
			} catch (error) {
				refusals.push(error);
				continue;
			}
			await this.memory.set(account, baseUrl);
			return baseUrl;
		}
		const [first, second] = refusals.map((error) => jobErrorOf(error).code);
		// The first could not be asked, and may be the one: that it is down is the trouble to tell of.
		if (first !== 'keyRejected') throw refusals[0];
		const other =
			second === 'keyRejected' ? 'nor by tripo3d.com' : `and tripo3d.com could not be asked (${second})`;
		throw new PropsmithError('keyRejected', { detail: `not by tripo3d.ai, ${other}`, cause: refusals[0] });
	}
}
