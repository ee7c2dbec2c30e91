import {
	canCancel,
	canEdit,
	canFetch,
	canRemove,
	canRetry,
	refusedFileOf,
} from '../../core/jobs/records/actions';
import { toCancel, toRemove, toRetry } from '../../core/jobs/records/groupActions';
import { errorOf, isLookedUp, type JobRecord, resultOf } from '../../core/model/jobRecord';

/** Words for `viewItem` in `when` clauses: what the job's row offers. */
export function jobContextValue(job: JobRecord): string {
	const { state } = job;
	return contextValue('job', {
		cancel: canCancel(state),
		retry: canRetry(job),
		edit: canEdit(job),
		refused: state.kind === 'refused',
		error: errorOf(state) !== undefined && !isLookedUp(state),
		keep: refusedFileOf(state) !== undefined,
		file: state.kind === 'done' && state.files.length > 0,
		fetch: canFetch(job),
		next: resultOf(state) !== undefined,
		waiting: state.kind === 'waiting',
		remove: canRemove(job),
	});
}

/** Words for `viewItem` in `when` clauses: what the row of a group offers. */
export function groupContextValue(jobs: readonly JobRecord[]): string {
	return contextValue('group', {
		cancel: toCancel(jobs).length > 0,
		retry: toRetry(jobs).length > 0,
		remove: toRemove(jobs).length > 0,
	});
}

function contextValue(kind: string, offers: Readonly<Record<string, boolean>>): string {
	return [kind, ...Object.keys(offers).filter((offer) => offers[offer])].join(' ');
}
