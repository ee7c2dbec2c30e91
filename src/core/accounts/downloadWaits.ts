import type { Clock } from '../base/clock';
import type { DownloadWait, JobRecord } from '../model/jobRecord';
import type { Reachability } from './reachability';

/** However the clock is set: no host is waited for longer at a time (ms). */
const longestWaitMs = 10 * 60_000;

interface Waiter {
	readonly wait: DownloadWait;
	/** Signs of life of the account count. */
	readonly listens: boolean;
	readonly woken: AbortController;
}

/**
 * Where an account's delayed downloads wait for their next try, outside of the few places for downloads. All are woken
 * when the account is seen to work again. A sign that proves wrong, because the next try failed like the last one, is
 * not followed a second time before the download's own pause is over.
 */
export class DownloadWaits {
	private readonly waiting = new Map<string, Waiter>();
	/** Jobs that followed a sign of life. */
	private readonly followed = new Set<string>();

	constructor(
		private readonly clock: Clock,
		private readonly reachability: Reachability,
	) {
		reachability.onDidRecover(() => this.signOfLife());
	}

	/** From now on the job can be woken, however long it takes until `pass`. */
	expect({ id }: JobRecord, wait: DownloadWait): void {
		if (this.waiting.get(id)?.wait === wait) return;
		const listens = !this.followed.delete(id);
		const waiter = { wait, listens, woken: new AbortController() };
		this.waiting.set(id, waiter);
		// Between the call that failed and now, another one may have been answered.
		if (wait.waitsFor === 'service' && !this.reachability.isFailing) this.follow(id, waiter);
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
	arrived(): void {
		this.signOfLife();
	}

	/** Something was changed that may mend it, such as a key or the network. */
	wakeAll(): void {
		for (const { woken } of this.waiting.values()) woken.abort();
	}

	/** The user wants it tried now. */
	wake(id: string): void {
		this.waiting.get(id)?.woken.abort();
	}

	private signOfLife(): void {
		for (const [id, waiter] of this.waiting) this.follow(id, waiter);
	}

	private follow(id: string, { listens, woken }: Waiter): void {
		if (!listens) return;
		this.followed.add(id);
		woken.abort();
	}
}
