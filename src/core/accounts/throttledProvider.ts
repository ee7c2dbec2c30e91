import type { Clock } from '../base/clock';
import { ServiceError } from '../model/serviceError';
import { backOffMs, withRetry } from '../network/retry';
import type { InTurn, Provider } from '../providers/provider';
import type { Purpose } from '../providers/tiers';
import type { RequestQueue } from './requestQueue';

/** Free calls are repeated a few times at once; what outlasts that is for the job to wait out. */
const attempts = 3;

/** Lets single calls pass an account's request limiter; one that came too fast holds all of them back. */
export function turnsAt(
	requests: RequestQueue,
	purpose: Purpose,
	random: () => number,
	signal: AbortSignal,
): InTurn {
	return async (call) => {
		await requests.limiter.pass(purpose, signal);
		return call().catch((error: unknown) => {
			if (error instanceof ServiceError && error.kind === 'rate')
				requests.backOff(error.retryAfterMs ?? backOffMs(0, random));
			throw error;
		});
	};
}

/** How an account's calls are made. */
export interface CallOptions {
	/**
	 * Tasks are asked for to see how they do and not to renew a link. Such a call gives way to all others, and is not
	 * repeated, because the next one follows anyway.
	 */
	readonly polling?: boolean;
	/** Ms. A call that would have to pause for longer is not repeated. */
	readonly longestPauseMs?: number;
}

/**
 * An account's calls at its request rate: each waits for its turn at the limiter, one that came too fast holds all of
 * them back, and free ones are repeated. How calls fare is noted in the account's reachability.
 */
export function throttledProvider(
	inner: Provider,
	requests: RequestQueue,
	{
		clock,
		random,
		polling = false,
		longestPauseMs,
	}: CallOptions & { readonly clock: Clock; readonly random: () => number },
): Provider {
	const { reachability } = requests;
	const turnsFor = (purpose: Purpose, signal: AbortSignal): InTurn =>
		turnsAt(requests, purpose, random, signal);
	const once = <T>(purpose: Purpose, call: () => Promise<T>, signal: AbortSignal): Promise<T> =>
		turnsFor(purpose, signal)(() => reachability.observe(call));
	const repeated = <T>(purpose: Purpose, call: () => Promise<T>, signal: AbortSignal): Promise<T> =>
		withRetry(() => once(purpose, call, signal), {
			...{ attempts, clock, random, signal },
			...(longestPauseMs === undefined ? {} : { longestPauseMs }),
		});
	const askTogether = inner.tasks?.bind(inner);
	const watch = inner.watch?.bind(inner);
	const takeBack = inner.takeBack?.bind(inner);
	const motions = inner.motions?.bind(inner);
	const find = inner.find?.bind(inner);
	const history = inner.history?.bind(inner);
	return {
		...(inner.overHttp ? { overHttp: true } : {}),
		upload: (bytes, name, signal) => repeated('upload', () => inner.upload(bytes, name, signal), signal),
		// Its turn at the limiter comes before the job is written down as sent: see submit.ts.
		submit: (prepared, signal) => reachability.observe(() => inner.submit(prepared, signal)),
		task: (task, signal) => {
			const call = () => inner.task(task, signal);
			return polling ? once('poll', call, signal) : repeated('renewal', call, signal);
		},
		...(askTogether
			? { tasks: (tasks, signal) => once('poll', () => askTogether(tasks, signal), signal) }
			: {}),
		// A stream that cannot be opened is no sign of an outage: some proxies let none through.
		...(watch ? { watch: (task, signal) => watch(task, signal, turnsFor('poll', signal)) } : {}),
		...(takeBack
			? { takeBack: (task, signal) => takeBack(task, signal, (call) => repeated('renewal', call, signal)) }
			: {}),
		balance: (signal) => repeated('poll', () => inner.balance(signal), signal),
		...(motions
			? { motions: (query, signal) => repeated('poll', () => motions(query, signal), signal) }
			: {}),
		...(find ? { find: (id, signal) => find(id, signal, (call) => repeated('renewal', call, signal)) } : {}),
		...(history ? { history: (signal) => history(signal, (call) => repeated('poll', call, signal)) } : {}),
		recentTasks: (operation, signal) =>
			repeated('renewal', () => inner.recentTasks(operation, signal), signal),
	};
}
