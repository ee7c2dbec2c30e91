import { basename } from 'node:path';
import { PropsmithError } from '../../model/errors';
import { problemsOf } from '../../providers/catalogue/check';
import { completed } from '../../providers/catalogue/complete';
import { estimateOf } from '../../providers/catalogue/price';
import { specOf } from '../../providers/catalogues';
import type { ProviderId } from '../../providers/provider';
import { lookupAmong, type Origin, type SourceLookup, sourceFacts } from '../../providers/sourceChain';
import type { Destination, JobRecord } from '../../model/jobRecord';
import { type JobRequest, picturesOf } from '../../model/request';
import { errorOfSeveral, type NamedFault } from './severalFaults';
import { wrongSource, wrongTasks } from './sources';

/** What somebody wants made. */
export interface NewJob {
	readonly provider: ProviderId;
	readonly request: JobRequest;
	readonly destination: Destination;
	/** False: the result stays at the service, as a step's does that the next one takes up there. */
	readonly deliver?: false;
	/** What its user knows it by among others, such as “line 3”; made from its inputs when absent. */
	readonly label?: string | undefined;
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

/**
 * Drafts jobs that may go on from each other or, by `find`, from jobs that are there already. Rejects with
 * `requestInvalid`, which names each job that cannot be made and why.
 */
export function draftJobs(jobs: readonly NewJob[], find: (id: string) => Origin | undefined): JobDraft[] {
	const lookup = lookupAmong(jobs, find);
	const faults: NamedFault[] = [];
	const drafts = jobs.flatMap((job, index) => {
		try {
			return draftJob(job, lookup);
		} catch (error) {
			// The words for one job alone need no name.
			if (!(error instanceof PropsmithError) || jobs.length === 1) throw error;
			faults.push({ of: labelOf(job, index), error: error.jobError });
			return [];
		}
	});
	if (faults.length === 0) return drafts;
	const [{ error } = { error: undefined }] = faults;
	const isSame = faults.every((fault) => fault.error.detail === error?.detail);
	// What is wrong with all of them is said once.
	if (error && isSame && faults.length === jobs.length) throw new PropsmithError(error.code, error);
	throw errorOfSeveral(faults);
}

function labelOf({ label, request, destination }: NewJob, index: number): string {
	if (label !== undefined) return label;
	const [picture] = picturesOf(request);
	const name = picture === undefined ? destination.name : basename(picture);
	return name === '' ? `job ${index + 1}` : `“${name}”`;
}
