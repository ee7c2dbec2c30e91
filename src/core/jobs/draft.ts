import { PropsmithError } from '../errors';
import { problemsOf } from '../providers/catalogue/check';
import { holds } from '../providers/catalogue/condition';
import { factsOf } from '../providers/catalogue/facts';
import { estimateOf } from '../providers/catalogue/price';
import { specOf } from '../providers/catalogues';
import type { ProviderId } from '../providers/provider';
import type { Destination, JobRecord } from './record';
import type { AdoptedTask, JobRequest, Source } from './request';

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

/** The provider and request that a source comes from; undefined where nobody knows it. */
export type SourceLookup = (
	source: Source,
) => { readonly provider: ProviderId; readonly request: JobRequest | AdoptedTask } | undefined;

/** Checks what the service would refuse, before anything is written or sent; rejects with `requestInvalid`. */
export function draftJob(job: NewJob, sourceOf: SourceLookup = () => undefined): JobDraft {
	const { provider, request, destination, deliver } = job;
	const spec = specOf(provider, request.operation);
	const problems = [...problemsOf(spec, request), ...wrongSource(job, sourceOf)];
	if (problems.length > 0) throw new PropsmithError('requestInvalid', { detail: problems.join('; ') });
	const estimate = estimateOf(spec, request);
	return {
		...{ provider, request, destination },
		...(estimate === undefined ? {} : { estimate }),
		...(deliver === false ? { deliver } : {}),
	};
}

/** What a task of somebody else's was made by is the service's to judge; our own jobs we know. */
function wrongSource({ provider, request }: NewJob, sourceOf: SourceLookup): string[] {
	const { source, operation } = request;
	const taken = specOf(provider, operation).inputs.source;
	if (!source || !taken || source.kind === 'file' || source.kind === 'task') return [];
	const from = sourceOf(source);
	if (!from) return ['the job that it goes on from is not in the list'];
	if (from.provider !== provider) return [`its source was made with another account (${from.provider})`];
	if (from.request.operation === 'adoptTask') return [];
	if (!taken.from.includes(from.request.operation))
		return [`${operation} cannot go on from ${from.request.operation}`];
	const spec = specOf(provider, from.request.operation);
	const fits = !taken.only || holds(taken.only.when, factsOf(spec, from.request));
	return fits ? [] : [taken.only?.words ?? ''];
}
