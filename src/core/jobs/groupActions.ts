import { canCancel, canRemove, canRetry } from './actions';
import type { JobRecord } from './record';

/** The jobs of a group that can be stopped: a step before the one that it goes on from, so that none is held up by it. */
export function toCancel(jobs: readonly JobRecord[]): JobRecord[] {
	return jobs.filter(({ state }) => canCancel(state)).reverse();
}

/** The jobs of a group that can be tried again. A step that only waits for another one goes on by itself. */
export function toRetry(jobs: readonly JobRecord[]): JobRecord[] {
	return jobs.filter((job) => canRetry(job) && !isHeldUp(job));
}

/** The jobs of a group that can be forgotten, a step before the one that it goes on from; empty unless all can. */
export function toRemove(jobs: readonly JobRecord[]): JobRecord[] {
	return jobs.every(canRemove) ? [...jobs].reverse() : [];
}

function isHeldUp({ state }: JobRecord): boolean {
	return state.kind === 'blocked' && state.error.code === 'sourceNotReady';
}
