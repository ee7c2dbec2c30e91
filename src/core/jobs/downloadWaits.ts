import type { Clock } from '../clock';
import { TransportError } from '../net/http';
import { type Provider, type ProviderId, ServiceError } from '../providers/provider';
import type { DownloadWait, JobRecord } from './record';

/** However the clock is set: no host is waited for longer at a time (ms). */
const longestWaitMs = 10 * 60_000;

interface Waiter {
	readonly provider: ProviderId;
	readonly waitsFor: DownloadWait['waitsFor'];
	/** Signs of life of the account count. */
	readonly listens: boolean;
	readonly wake: () => void;
}

/**
 * Where delayed downloads wait for their next try, outside of the few places for downloads. They are woken together when
 * their account is seen to work again. A sign that proves wrong, because the next try failed like the last one, is not
 * followed a second time before the download's own pause is over.
 */
export class DownloadWaits {
	private readonly waiting = new Map<string, Waiter>();
	/** Jobs that followed a sign of life. */
	private readonly followed = new Set<string>();
	/** Accounts whose last call failed. */
	private readonly failing = new Set<ProviderId>();

	constructor(private readonly clock: Clock) {}

	/** Resolves when the job's next try is due, or seems worth while before. Rejects with the signal's reason. */
	async pass({ id, provider }: JobRecord, wait: DownloadWait, signal: AbortSignal): Promise<void> {
		const woken = new AbortController();
		const listens = !this.followed.delete(id);
		const waiter = { provider, waitsFor: wait.waitsFor, listens, wake: () => woken.abort() };
		this.waiting.set(id, waiter);
		// Between the call that failed and now, another one may have been answered.
		if (listens && wait.waitsFor === 'service' && !this.failing.has(provider)) this.follow(id, waiter);
		const ms = Math.min(Math.max(wait.until - this.clock.now(), 0), longestWaitMs);
		try {
			await this.clock.sleep(ms, AbortSignal.any([woken.signal, signal]));
		} catch {
			signal.throwIfAborted();
		} finally {
			this.waiting.delete(id);
		}
	}

	/** A download of the account is through: its file host works. */
	arrived(provider: ProviderId): void {
		this.signOfLife(provider);
	}

	/** Something was changed that may mend it, such as a key or the network. */
	wakeAll(provider: ProviderId): void {
		for (const waiter of this.waiting.values()) if (waiter.provider === provider) waiter.wake();
	}

	/** The user wants it tried now. */
	wake(id: string): void {
		this.waiting.get(id)?.wake();
	}

	/** The same provider; how its calls fare is a sign of life. */
	watched(id: ProviderId, provider: Provider): Provider {
		const note = async (answer: Promise<unknown>): Promise<void> => {
			try {
				await answer;
				if (this.failing.delete(id)) this.signOfLife(id);
			} catch (error) {
				if (isOutage(error)) this.failing.add(id);
			}
		};
		return new Proxy(provider, {
			get: (target, name) => {
				const value: unknown = Reflect.get(target, name, target);
				if (typeof value !== 'function') return value;
				return (...all: unknown[]): unknown => {
					const answer: unknown = value.apply(target, all);
					if (answer instanceof Promise) void note(answer);
					return answer;
				};
			},
		});
	}

	private signOfLife(provider: ProviderId): void {
		for (const [id, waiter] of this.waiting)
			if (waiter.provider === provider && waiter.listens) this.follow(id, waiter);
	}

	private follow(id: string, waiter: Waiter): void {
		this.followed.add(id);
		waiter.wake();
	}
}

function isOutage(error: unknown): boolean {
	if (error instanceof ServiceError) return error.kind === 'unavailable' || error.kind === 'unclear';
	return error instanceof TransportError;
}
