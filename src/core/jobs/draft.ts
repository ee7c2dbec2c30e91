import { PropsmithError } from '../errors';
import { problemsOf } from '../providers/catalogue/check';
import { estimateOf } from '../providers/catalogue/price';
import { specOf } from '../providers/catalogues';
import type { ProviderId } from '../providers/provider';
import type { Destination, JobRecord } from './record';
import type { JobRequest, Source } from './request';
import { type Origin, originProblem } from './sources';

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
	'provider' | 'request' | 'destination' | 'estimate' | 'group' | 'deliver'
>;

/** What made a source; undefined where nobody knows it. */
export type OriginLookup = (source: Source) => Origin | undefined;

/** Checks what the service would refuse, before anything is written or sent; rejects with `requestInvalid`. */
export function draftJob(job: NewJob, originOf: OriginLookup = () => undefined): JobDraft {
	const { provider, request, destination, deliver } = job;
	const spec = specOf(provider, request.operation);
	const problems = [...problemsOf(spec, request), ...wrongSource(job, originOf)];
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
	const originOf: OriginLookup = (source) => {
		if (source.kind === 'step') return jobs[source.index];
		return source.kind === 'job' ? find(source.id) : undefined;
	};
	return jobs.map((job) => draftJob(job, originOf));
}

/** What a task of somebody else's was made by is the service's to judge; our own jobs we know. */
function wrongSource({ provider, request }: NewJob, originOf: OriginLookup): string[] {
	const { source, operation } = request;
	if (!source || source.kind === 'file' || source.kind === 'task') return [];
	if (!specOf(provider, operation).inputs.source) return [];
	const origin = originOf(source);
	if (!origin) return ['the job that it goes on from is not in the list'];
	const problem = originProblem(provider, operation, origin);
	return problem === undefined ? [] : [problem];
}
