import type { ProviderId } from '../../model/account';
import type { ErrorCode } from '../../model/errors';
import type { JobRecord } from '../../model/jobRecord';
import { isAccountWide, jobErrorOf, showsInBalance } from '../../network/failure';
import { sumOf } from '../../spending/credits';
import type { JobContext } from '../steps/context';

const firstLookMs = 15_000;
const longestPauseMs = 60_000;

/**
 * Brings jobs back that wait for their account: asks for the balance (free) now and then, and at once when a key
 * or setting changes. Until the account answers, nothing is sent for it.
 */
export class AccountRecovery {
	private readonly looking = new Map<ProviderId, AbortController>();

	constructor(
		private readonly context: JobContext,
		private readonly signal: AbortSignal,
	) {}

	/** Starts looking after the account, unless that is under way. */
	watch(provider: ProviderId): void {
		if (this.looking.has(provider) || this.blocked(provider, showsInBalance).length === 0) return;
		this.start(provider, firstLookMs);
	}

	/** Something changed: look now, and try what no look can tell of. */
	checkNow(provider: ProviderId): void {
		this.looking.get(provider)?.abort();
		this.looking.delete(provider);
		if (this.blocked(provider, showsInBalance).length > 0) this.start(provider, 0);
		for (const { id } of this.blocked(provider, (code) => isAccountWide(code) && !showsInBalance(code)))
			void this.context.journal.apply(id, { type: 'unblocked' }).catch((error: unknown) =>
				// It was cancelled or removed in the same moment.
				this.context.log.debug(`Job ${id} does not go on: ${String(error)}`),
			);
	}

	private start(provider: ProviderId, firstPauseMs: number): void {
		const own = new AbortController();
		this.looking.set(provider, own);
		const signal = AbortSignal.any([own.signal, this.signal]);
		void this.look(provider, firstPauseMs, signal)
			.catch(() => {})
			.finally(() => {
				if (this.looking.get(provider) !== own) return;
				this.looking.delete(provider);
				// A job may have been held up in the moment between the last look and now.
				if (!this.signal.aborted) this.watch(provider);
			});
	}

	private async look(provider: ProviderId, firstPauseMs: number, signal: AbortSignal): Promise<void> {
		const { clock, accounts, log } = this.context;
		for (let pause = firstPauseMs; ; pause = Math.min(Math.max(pause * 2, firstLookMs), longestPauseMs)) {
			await clock.sleep(pause, signal);
			try {
				const connection = await accounts.connect(provider);
				const { available } = await connection.provider.balance(signal);
				await this.release(provider, available);
			} catch (error) {
				signal.throwIfAborted();
				log.info(`Account ${provider} still cannot be used: ${jobErrorOf(error).code}.`);
			}
			if (this.blocked(provider, showsInBalance).length === 0) return;
		}
	}

	private async release(provider: ProviderId, available: number): Promise<void> {
		for (const { id } of affordable(this.blocked(provider, showsInBalance), available))
			await this.context.journal.apply(id, { type: 'unblocked' });
	}

	private blocked(provider: ProviderId, by: (code: ErrorCode) => boolean): JobRecord[] {
		return this.context.journal
			.all()
			.filter(
				({ state, ...job }) => job.provider === provider && state.kind === 'blocked' && by(state.error.code),
			);
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
