import type { Clock } from '../base/clock';
import type { Log } from '../base/log';
import { type Balance, sumOf } from '../model/account';
import type { JobRecord } from '../model/jobRecord';
import { isAccountWide, jobErrorOf, showsInBalance } from '../network/failure';
import type { AccountJobs } from './accountJobs';

const firstCheckMs = 15_000;
const longestPauseMs = 60_000;

export interface RecoveryPorts {
	readonly jobs: AccountJobs;
	/** Free. */
	readonly balance: (signal: AbortSignal) => Promise<Balance>;
	readonly clock: Clock;
	readonly log: Log;
	/** Ends all checks. */
	readonly stopping: AbortSignal;
}

/**
 * Unblocks jobs that wait for their account. It asks for the balance now and then, and at once when a key or setting
 * changes. Until the account answers, nothing is sent for it.
 */
export class AccountRecovery {
	/** Ends the present round of checks. */
	private checking: AbortController | undefined;

	constructor(private readonly ports: RecoveryPorts) {}

	/** Starts to check the account, unless that is under way. */
	watch(): void {
		if (this.checking || this.blocked().length === 0) return;
		this.start(firstCheckMs);
	}

	/** Something changed: checks now, and unblocks jobs whose error no balance can tell of. */
	checkNow(): void {
		const { jobs, log } = this.ports;
		this.checking?.abort();
		this.checking = undefined;
		if (this.blocked().length > 0) this.start(0);
		for (const { id } of jobs.blockedBy((code) => isAccountWide(code) && !showsInBalance(code)))
			void jobs.unblock(id).catch((error: unknown) =>
				// It was cancelled or removed in the same moment.
				log.debug(`Job ${id} does not go on: ${String(error)}`),
			);
	}

	private start(firstPauseMs: number): void {
		const { stopping } = this.ports;
		const own = new AbortController();
		this.checking = own;
		void this.check(firstPauseMs, AbortSignal.any([own.signal, stopping]))
			.catch(() => {})
			.finally(() => {
				if (this.checking !== own) return;
				this.checking = undefined;
				// A job may have been blocked between the last check and now.
				if (!stopping.aborted) this.watch();
			});
	}

	private async check(firstPauseMs: number, signal: AbortSignal): Promise<void> {
		const { jobs, clock, balance, log } = this.ports;
		for (let pause = firstPauseMs; ; pause = Math.min(Math.max(pause * 2, firstCheckMs), longestPauseMs)) {
			await clock.sleep(pause, signal);
			try {
				await this.release((await balance(signal)).available);
			} catch (error) {
				signal.throwIfAborted();
				log.info(`Account ${jobs.providerId} still cannot be used: ${jobErrorOf(error).code}.`);
			}
			if (this.blocked().length === 0) return;
		}
	}

	private async release(available: number): Promise<void> {
		for (const { id } of affordable(this.blocked(), available)) await this.ports.jobs.unblock(id);
	}

	private blocked(): JobRecord[] {
		return this.ports.jobs.blockedBy(showsInBalance);
	}
}

/**
 * Of the jobs that wait for their account, oldest first, those that so many credits let go on: what is paid already
 * or free, and of the rest the oldest. A cheap job does not overtake a dear one, which might then wait for ever.
 */
export function affordable(blocked: readonly JobRecord[], available: number): JobRecord[] {
	let left = available;
	return blocked.filter(({ state, estimate }) => {
		if (state.kind !== 'blocked') return false;
		if (state.resume.kind !== 'waiting' || estimate === 0) return true;
		const enough = left > 0 && (estimate ?? 0) <= left;
		left = enough ? sumOf([left, -(estimate ?? 0)]) : 0;
		return enough || state.error.code !== 'creditsExhausted';
	});
}
