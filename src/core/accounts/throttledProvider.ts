import type { Clock } from '../base/clock';
import { ServiceError } from '../model/serviceError';
import { backOffMs, withRetry } from '../network/retry';
import type { InTurn, Provider } from '../providers/provider';
import type { Purpose } from '../providers/tiers';
import type { Lane } from './requestQueue';

/** Free calls are repeated a few times at once; what outlasts that is for the job to wait out. */
const attempts = 3;

/** Lets single calls pass the gate of an account's lane; one that came too fast quiets all of them. */
export function turnsAt(lane: Lane, purpose: Purpose, random: () => number, signal: AbortSignal): InTurn {
	return async (call) => {
		await lane.gate.pass(purpose, signal);
		return call().catch((error: unknown) => {
			if (error instanceof ServiceError && error.kind === 'rate')
				lane.quiet(error.retryAfterMs ?? backOffMs(0, random));
			throw error;
		});
	};
}

/**
 * An account's calls at its pace: each waits for its turn at the gate, one that came too fast quiets all of them, and
 * free ones are repeated. With `polling`, tasks are asked for to see how they do and not to renew a link; such a look
 * gives way to everything else, and is not repeated, because the next one follows anyway. With `longestPauseMs`, a call
 * that would have to pause for longer is not repeated either.
 */
export function throttledProvider(
	inner: Provider,
	lane: Lane,
	{
		clock,
		random,
		polling = false,
		longestPauseMs,
	}: { clock: Clock; random: () => number; polling?: boolean; longestPauseMs?: number | undefined },
): Provider {
	const once = <T>(purpose: Purpose, call: () => Promise<T>, signal: AbortSignal): Promise<T> =>
		turnsAt(lane, purpose, random, signal)(call);
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
		// Its turn at the gate comes before the job is written down as sent: see submit.ts.
		submit: (prepared, signal) => inner.submit(prepared, signal),
		task: (task, signal) => {
			const call = () => inner.task(task, signal);
			return polling ? once('poll', call, signal) : repeated('renewal', call, signal);
		},
		...(askTogether
			? { tasks: (tasks, signal) => once('poll', () => askTogether(tasks, signal), signal) }
			: {}),
		...(watch ? { watch: (task, signal) => watch(task, signal, (call) => once('poll', call, signal)) } : {}),
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
