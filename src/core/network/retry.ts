import type { Clock } from '../base/clock';
import { ServiceError } from '../model/serviceError';
import { TransportError } from './http';

/** What a call does, as far as repeating it is concerned. */
export type CallKind =
	/** Asking or uploading: free, and may be repeated at will. */
	| 'free'
	/** The paid POST: repeated only when it is certain that no task was made. */
	| 'paid';

/** What becomes of a call that failed. */
export type Verdict =
	/** Send again after this many ms. */
	| { readonly kind: 'again'; readonly afterMs: number }
	/** The answer is final: repeating cannot mend it. */
	| { readonly kind: 'final' }
	/** The service may have carried it out; sending again could buy twice. */
	| { readonly kind: 'uncertain' };

const baseMs = 1000;
const capMs = 30_000;
/** When a full queue does not say how long: tasks take a minute or two. */
const busyMs = 20_000;

/**
 * The one place that decides whether a failed call is sent again. `attempt` counts from 0; `random` gives
 * 0 ≤ n < 1. A time that the service names wins over our own and gets no jitter.
 */
export function judge(call: CallKind, error: unknown, attempt: number, random: () => number): Verdict {
	if (error instanceof TransportError) {
		if (call === 'paid' && error.sent === 'maybe') return { kind: 'uncertain' };
		return { kind: 'again', afterMs: backOffMs(attempt, random) };
	}
	if (error instanceof ServiceError) {
		switch (error.kind) {
			case 'refused':
				return { kind: 'final' };
			case 'rate':
			case 'unavailable':
				return { kind: 'again', afterMs: error.retryAfterMs ?? backOffMs(attempt, random) };
			case 'busy':
				return { kind: 'again', afterMs: error.retryAfterMs ?? busyMs };
			case 'unclear':
				if (call === 'paid') return { kind: 'uncertain' };
				return { kind: 'again', afterMs: error.retryAfterMs ?? backOffMs(attempt, random) };
		}
	}
	// A fault of our own: whether the request left before it is not known.
	return { kind: call === 'paid' ? 'uncertain' : 'final' };
}

/** Doubling with full jitter above half, so that several windows do not knock in step. */
export function backOffMs(attempt: number, random: () => number): number {
	const ceiling = Math.min(capMs, baseMs * 2 ** attempt);
	return Math.round(ceiling / 2 + (ceiling / 2) * random());
}

/** Refusals for the rate alone that a free call waits out: over eight minutes of them, when none names a time. */
const rateRefusals = 20;

/**
 * Repeats a free call as `judge` says, up to `attempts` times in all; then rejects with the last error. Having come too
 * fast is no failure of the service and is waited out for longer.
 */
export async function withRetry<T>(
	call: () => Promise<T>,
	options: {
		attempts: number;
		clock: Clock;
		random: () => number;
		signal: AbortSignal;
		/** Ms; a pause that would be longer is not waited for here. */
		longestPauseMs?: number;
	},
): Promise<T> {
	let refused = 0;
	for (let attempt = 0; ; attempt++) {
		try {
			return await call();
		} catch (error) {
			options.signal.throwIfAborted();
			const verdict = judge('free', error, attempt, options.random);
			if (error instanceof ServiceError && error.kind === 'rate') refused++;
			const tooLong =
				verdict.kind === 'again' && verdict.afterMs > (options.longestPauseMs ?? verdict.afterMs);
			const spent = tooLong || refused > rateRefusals || attempt + 1 - refused >= options.attempts;
			if (verdict.kind !== 'again' || spent) throw error;
			await options.clock.sleep(verdict.afterMs, options.signal);
		}
	}
}
