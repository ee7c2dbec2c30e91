import {
	holdsSlot,
	isSettled,
	type JobRecord,
	type JobState,
	keepsFiles,
	type StagedFile,
} from '../../model/jobRecord';

/** True for a job that is not over. */
export function canCancel({ kind }: JobState): boolean {
	switch (kind) {
		case 'waiting':
		case 'uploading':
		case 'submitting':
		case 'uncertain':
		case 'running':
		case 'downloading':
		case 'blocked':
			return true;
		case 'done':
		case 'refused':
		case 'failed':
		case 'cancelled':
			return false;
	}
}

/** True for a job that goes on, or begins anew, when the user asks for it. */
export function canRetry(job: Pick<JobRecord, 'state' | 'request'>): boolean {
	switch (job.state.kind) {
		case 'blocked':
			return true;
		case 'uncertain':
			// Somebody looks already.
			return !job.state.looking;
		case 'downloading':
			// Between two tries: the next one need not be waited for.
			return job.state.wait !== undefined;
		case 'failed':
		case 'cancelled':
			// An adopted task was not asked for here, so it cannot be asked for again.
			return job.request.operation !== 'adoptTask' || !retrySubmits(job.state);
		default:
			return false;
	}
}

/** True when a retry would send a new paid request, rather than go on with what the service has. */
export function retrySubmits(state: JobState): boolean {
	if (state.kind === 'cancelled') return !state.task && !state.doubt;
	return state.kind === 'failed';
}

/** True for a job that is over and whose request may be changed and made anew, as another job. */
export function canEdit({ state, request }: Pick<JobRecord, 'state' | 'request'>): boolean {
	if (request.operation === 'adoptTask') return false;
	return ['done', 'refused', 'failed', 'cancelled'].includes(state.kind);
}

/** The file that came twice alike and that the check refuses, where the user may keep it all the same. */
export function refusedFileOf(state: JobState): StagedFile | undefined {
	if (state.kind !== 'blocked' || state.resume.kind !== 'downloading') return undefined;
	const { refused } = state.resume;
	return refused?.again ? refused.file : undefined;
}

/** True for a result that was left at the service for the next step, and may be wanted as files. */
export function canFetch(job: Pick<JobRecord, 'state' | 'deliver'>): boolean {
	const { state } = job;
	return state.kind === 'done' && state.files.length === 0 && !keepsFiles(job);
}

/** True for a job that is over: nothing happens to it, and nothing of it is at the service. */
export function canRemove({ state }: Pick<JobRecord, 'state'>): boolean {
	return isSettled(state) && !holdsSlot(state);
}

/** True for a job that may be forgotten by itself when the list grows too long: over, and no business of the user's. */
export function isHistory({ state }: Pick<JobRecord, 'state'>): boolean {
	return canRemove({ state }) && state.kind !== 'blocked' && state.kind !== 'uncertain';
}
