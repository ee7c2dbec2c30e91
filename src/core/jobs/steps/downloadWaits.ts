import type { Clock } from '../../base/clock';
import type { ProviderId } from '../../model/account';
import type { DownloadWait, JobRecord } from '../../model/jobRecord';
import { ServiceError } from '../../model/serviceError';
import { TransportError } from '../../network/http';
import type { Provider } from '../../providers/provider';

/** However the clock is set: no host is waited for longer at a time (ms). */
const longestWaitMs = 10 * 60_000;

interface Waiter {
	readonly provider: ProviderId;
	readonly wait: DownloadWait;
	/** Signs of life of the account count. */
	readonly listens: boolean;
	readonly woken: AbortController;
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

	/** From now on the job can be woken, however long it takes until `pass`. */
	expect({ id, provider }: JobRecord, wait: DownloadWait): void {
		if (this.waiting.get(id)?.wait === wait) return;
		const listens = !this.followed.delete(id);
		const waiter = { provider, wait, listens, woken: new AbortController() };
		this.waiting.set(id, waiter);
		// Between the call that failed and now, another one may have been answered.
		if (wait.waitsFor === 'service' && !this.failing.has(provider)) this.follow(id, waiter);
	}

	/** Resolves when the job's next try is due, or seems worth while before. Rejects with the signal's reason. */
	async pass(job: JobRecord, wait: DownloadWait, signal: AbortSignal): Promise<void> {
		this.expect(job, wait);
		const waiter = this.waiting.get(job.id);
		const signals = waiter ? [waiter.woken.signal, signal] : [signal];
		const ms = Math.min(Math.max(wait.until - this.clock.now(), 0), longestWaitMs);
		try {
			await this.clock.sleep(ms, AbortSignal.any(signals));
		} catch {
			signal.throwIfAborted();
		} finally {
			this.waiting.delete(job.id);
		}
	}

	/** A download of the account is through: its file host works. */
	arrived(provider: ProviderId): void {
		this.signOfLife(provider);
	}

	/** Something was changed that may mend it, such as a key or the network. */
	wakeAll(provider: ProviderId): void {
		for (const waiter of this.waiting.values()) if (waiter.provider === provider) waiter.woken.abort();
	}

	/** The user wants it tried now. */
	wake(id: string): void {
		this.waiting.get(id)?.woken.abort();
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
		for (const [id, waiter] of this.waiting) if (waiter.provider === provider) this.follow(id, waiter);
	}

	private follow(id: string, { listens, woken }: Waiter): void {
		if (!listens) return;
		this.followed.add(id);
		woken.abort();
	}
}

function isOutage(error: unknown): boolean {
	if (error instanceof ServiceError) return error.kind === 'unavailable' || error.kind === 'unclear';
	return error instanceof TransportError;
}
