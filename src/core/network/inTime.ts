import { setMaxListeners } from 'node:events';
import { PropsmithError } from '../model/errors';

/** Ms that somebody who waits at the screen is kept waiting. */
const patienceMs = 10_000;

/** A free call that somebody waits for. Rejects as it does, or with `serviceDown` when it takes too long. */
export function inTime<T>(call: (signal: AbortSignal) => Promise<T>, stopping: AbortSignal): Promise<T> {
	const patience = AbortSignal.timeout(patienceMs);
	const signal = AbortSignal.any([stopping, patience]);
	// It may be many at once: that is no leak.
	setMaxListeners(0, signal);
	return call(signal).catch((error: unknown) => {
		if (!patience.aborted) throw error;
		throw new PropsmithError('serviceDown', { detail: 'no answer in time', cause: error });
	});
}
