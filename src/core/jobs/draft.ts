import { PropsmithError } from '../errors';
import { problemsOf } from '../providers/catalogue/check';
import { completed } from '../providers/catalogue/complete';
import { holds } from '../providers/catalogue/condition';
import { estimateOf } from '../providers/catalogue/price';
import { specOf } from '../providers/catalogues';
import type { ProviderId } from '../providers/provider';
import { type SourceLookup, sourceFacts } from './lineage';
import type { Destination, JobRecord } from './record';
import type { JobRequest } from './request';

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

/**
 * Says what the request leaves open, and checks what the service would refuse, before anything is written or sent;
 * rejects with `requestInvalid`.
 */
export function draftJob(job: NewJob, sourceOf: SourceLookup = () => undefined): JobDraft {
	const { provider, destination, deliver } = job;
	const spec = specOf(provider, job.request.operation);
	const request = completed(spec, job.request);
	const problems = [...problemsOf(spec, request, sourceFacts(job, sourceOf)), ...wrongSource(job, sourceOf)];
	if (problems.length > 0) throw new PropsmithError('requestInvalid', { detail: problems.join('; ') });
	const estimate = estimateOf(spec, request);
	return {
		...{ provider, request, destination },
		...(estimate === undefined ? {} : { estimate }),
		...(deliver === false ? { deliver } : {}),
	};
}

/** What a task of somebody else's was made by is the service's to judge; our own jobs we know. */
function wrongSource(job: NewJob, sourceOf: SourceLookup): string[] {
	const { provider, request } = job;
	const { source, operation } = request;
	const taken = specOf(provider, operation).inputs.source;
	if (!source || !taken || source.kind === 'file' || source.kind === 'task') return [];
	const from = sourceOf(source);
	if (!from) return ['the job that it goes on from is not in the list'];
	if (from.provider !== provider) return [`its source was made with another account (${from.provider})`];
	if (from.request.operation === 'adoptTask') return [];
	if (!taken.from.includes(from.request.operation))
		return [`${operation} cannot go on from ${from.request.operation}`];
	const facts = sourceFacts(job, sourceOf);
	const fits = !taken.only || !facts || holds(taken.only.when, facts);
	return fits ? [] : [taken.only?.words ?? ''];
}
