import type { JobRecord } from '../../model/jobRecord';
import { canCancel, canRemove, canRetry } from './actions';

/** The jobs of a group that can be stopped: later steps first, so that none is held up by the end of one before it. */
export function toCancel(jobs: readonly JobRecord[]): JobRecord[] {
	return jobs.filter(({ state }) => canCancel(state)).reverse();
}

/** The jobs of a group that can be tried again. A step that only waits for another one goes on by itself. */
export function toRetry(jobs: readonly JobRecord[]): JobRecord[] {
	return jobs.filter((job) => canRetry(job) && !isHeldUp(job));
}

/** The jobs of a group that can be forgotten, later steps first; empty unless all can. */
export function toRemove(jobs: readonly JobRecord[]): JobRecord[] {
	return jobs.every(canRemove) ? [...jobs].reverse() : [];
}

/** A step that goes on by itself as soon as the one before it has its result: the user has nothing to do for it. */
export function isHeldUp({ state, group }: Pick<JobRecord, 'state' | 'group'>): boolean {
	return group !== undefined && state.kind === 'blocked' && state.error.code === 'sourceNotReady';
}
