import { basename } from 'node:path';
import { PropsmithError } from '../../model/errors';
import type { JobDraft, NewJob } from '../../model/jobDraft';
import { picturesOf } from '../../model/request';
import { problemsOf } from '../../providers/catalogue/check';
import { completed } from '../../providers/catalogue/complete';
import { estimateOf } from '../../providers/catalogue/price';
import { specOf } from '../../providers/catalogues';
import { lookupAmong, type ProducedBy, type SourceLookup, sourceFacts } from '../../providers/sourceChain';
import { errorOfSeveral, type NamedFault } from './severalFaults';
import { wrongSource, wrongTasks } from './sources';

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
export function draftJobs(jobs: readonly NewJob[], find: (id: string) => ProducedBy | undefined): JobDraft[] {
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
