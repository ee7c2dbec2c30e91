import { PropsmithError } from '../../model/errors';
import type { GenerateRequest } from '../../model/generateRequest';
import type { JobDraft } from '../../model/jobDraft';
import { problemsOf } from '../../providers/catalogue/check';
import { completed } from '../../providers/catalogue/complete';
import { type FileExtensions, fileFacts } from '../../providers/catalogue/facts';
import { estimateOf } from '../../providers/catalogue/price';
import { specOf } from '../../providers/catalogues';
import { lookupAmong, type ProducedBy, type SourceLookup, sourceFacts } from '../../providers/sourceChain';
import { expandRequests, labelOf } from './expand';
import { groupOf } from './group';
import { errorOfSeveral, type NamedFault } from './severalFaults';
import { wrongSource, wrongTasks } from './sourceRules';

/** What drafting needs besides the requests. */
export interface DraftOptions {
	/** What the jobs are called together, where there is more than one; the prompt or name of the first when absent. */
	readonly title?: string | undefined;
	/** Gives 0 ≤ n < 1. */
	readonly random?: () => number;
	/** What local files are by their bytes, as far as anybody has looked. */
	readonly files?: FileExtensions;
}

/**
 * Says what a job's request leaves open, prices it, and checks what the service would refuse, before anything is written
 * or sent; rejects with `requestInvalid`.
 */
export function draftJob(
	draft: JobDraft,
	sourceOf: SourceLookup = () => undefined,
	files?: FileExtensions,
): JobDraft {
	const { provider } = draft;
	const spec = specOf(provider, draft.request.operation);
	const known = sourceFacts(draft, sourceOf) ?? fileFacts(draft.request, files);
	const request = completed(spec, draft.request, known);
	const problems = [
		...problemsOf(spec, request, known, files),
		...wrongSource(draft, sourceOf),
		...wrongTasks({ provider, request }, sourceOf),
	];
	if (problems.length > 0) throw new PropsmithError('requestInvalid', { detail: problems.join('; ') });
	const estimate = estimateOf(spec, request);
	return { ...draft, request, ...(estimate === undefined ? {} : { estimate }) };
}

/**
 * Drafts the jobs of requests, which may go on from each other or, by `find`, from jobs that are there already. Rejects
 * with `noFolder`, or with `requestInvalid`, which names each job that cannot be made and why.
 */
export function draftJobs(
	requests: readonly GenerateRequest[],
	find: (id: string) => ProducedBy | undefined,
	{ title, random = Math.random, files }: DraftOptions = {},
): JobDraft[] {
	if (requests.some(({ folder }) => folder === undefined)) throw new PropsmithError('noFolder');
	const jobs = expandRequests(requests, random);
	const open = jobs.map(({ draft }) => draft);
	const lookup = lookupAmong(open, find);
	const group = groupOf(open, title);
	const faults: NamedFault[] = [];
	const drafts = jobs.flatMap((job, index) => {
		try {
			return { ...draftJob(job.draft, lookup, files), ...group };
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
