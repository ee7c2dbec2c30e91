import type { Disposable } from '../base/events';
import type { ProviderId } from '../model/account';
import { PropsmithError, summariseError } from '../model/errors';
import type { Motion } from '../model/task';
import { jobErrorOf } from '../network/failure';
import type { AccountAccess } from './accountAccess';

/** The motions that one account can choose from, as forms use them. */
export interface MotionLibrary {
	/** As far as they were loaded; empty before that. */
	known(): readonly Motion[];
	/** Asks the service only the first time. Rejects with `motionsUnavailable`. */
	load(): Promise<readonly Motion[]>;
}

interface Kept {
	known: readonly Motion[];
	readonly loading: Promise<readonly Motion[]>;
}

/** The services' libraries of motions: each is asked for once, and anew when its account changed or it could not be had. */
export class Motions implements Disposable {
	private readonly kept = new Map<ProviderId, Kept>();
	private readonly subscription: Disposable;

	constructor(
		/** Has the queue ask the service. */
		private readonly fetch: (provider: ProviderId) => Promise<readonly Motion[]>,
		{ onDidChange }: Pick<AccountAccess, 'onDidChange'>,
	) {
		this.subscription = onDidChange((provider) => this.kept.delete(provider));
	}

	of(provider: ProviderId): MotionLibrary {
		return {
			known: () => this.kept.get(provider)?.known ?? [],
			load: () => this.load(provider),
		};
	}

	dispose(): void {
		this.subscription.dispose();
	}

	private load(provider: ProviderId): Promise<readonly Motion[]> {
		const before = this.kept.get(provider);
		if (before) return before.loading;
		const kept: Kept = { known: [], loading: this.ask(provider) };
		this.kept.set(provider, kept);
		kept.loading.then(
			(motions) => {
				kept.known = motions;
			},
			() => {
				if (this.kept.get(provider) === kept) this.kept.delete(provider);
			},
		);
		return kept.loading;
	}

	private async ask(provider: ProviderId): Promise<readonly Motion[]> {
		const motions = await this.fetch(provider).catch((cause: unknown) => {
			const detail = summariseError(jobErrorOf(cause));
			throw new PropsmithError('motionsUnavailable', { detail, cause });
		});
		if (motions.length === 0) throw new PropsmithError('motionsUnavailable', { detail: 'it is empty' });
		return motions;
	}
}
