import { PropsmithError } from '../errors';
import { problemsOf } from '../providers/catalogue/check';
import { completed } from '../providers/catalogue/complete';
import { estimateOf } from '../providers/catalogue/price';
import { specOf } from '../providers/catalogues';
import type { ProviderId } from '../providers/provider';
import { lookupAmong, type Origin, type SourceLookup, sourceFacts } from './lineage';
import type { Destination, JobRecord } from './record';
import type { JobRequest } from './request';
import { wrongSource, wrongTasks } from './sources';

/** What somebody wants made. */
export interface NewJob {
	readonly provider: ProviderId;
	readonly request: JobRequest;
	readonly destination: Destination;
	/** False: the result stays at the service, as a step's does that the next one takes up there. */
	readonly deliver?: false;
}

/** A validated and priced job that is not written down yet. */
export type JobDraft = Pick<
	JobRecord,
	'provider' | 'request' | 'destination' | 'workspace' | 'estimate' | 'group' | 'deliver'
>;

/**
 * Says what the request leaves open, and checks what the service would refuse, before anything is written or sent;
 * rejects with `requestInvalid`.
 */
export function draftJob(job: NewJob, sourceOf: SourceLookup = () => undefined): JobDraft {
	const { provider, destination, deliver } = job;
	const spec = specOf(provider, job.request.operation);
	const known = sourceFacts(job, sourceOf);
	const request = completed(spec, job.request, known);
	const problems = [
		...problemsOf(spec, request, known),
		...wrongSource(job, sourceOf),
		...wrongTasks({ provider, request }, sourceOf),
	];
	if (problems.length > 0) throw new PropsmithError('requestInvalid', { detail: problems.join('; ') });
	const estimate = estimateOf(spec, request);
	return {
		...{ provider, request, destination },
		...(estimate === undefined ? {} : { estimate }),
		...(deliver === false ? { deliver } : {}),
	};
}

/** Drafts jobs that may go on from each other or, by `find`, from jobs that are there already. */
export function draftJobs(jobs: readonly NewJob[], find: (id: string) => Origin | undefined): JobDraft[] {
	const lookup = lookupAmong(jobs, find);
	return jobs.map((job) => draftJob(job, lookup));
}
