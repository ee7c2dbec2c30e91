import type { ProviderId } from './account';
import type { JobRequest, Operation, RequestOptions } from './request';

/** What a request is made from, without how. */
export type Inputs = Pick<JobRequest, 'prompt' | 'images' | 'views' | 'source'>;

/** A step that goes on from the result of the one before it. */
export interface GenerateStep {
	readonly operation: Operation;
	/** In a preset, `{prompt}` in it stands for what the user typed. */
	readonly prompt?: string;
	readonly options?: RequestOptions;
	/** Its files are wanted too, though another step goes on from it. */
	readonly keep?: true;
}

/**
 * What the user wants, whoever asks for it: a form, a preset, a batch, a command or another extension. It becomes one
 * job for each variant of each step. Its own fields are those of the first job.
 */
export interface GenerateRequest extends JobRequest, Pick<GenerateStep, 'keep'> {
	readonly provider: ProviderId;
	/** Steps that follow, each on the result of the one before it. */
	readonly followUps?: readonly GenerateStep[];
	/** How many variants; one when absent. */
	readonly count?: number;
	/** What its user knows it by among others, such as “line 3”; made from its inputs when absent. */
	readonly label?: string | undefined;
	/** Where the files go, by its absolute path. Has to be known before jobs are drafted. */
	readonly folder?: string | undefined;
	/** What the asset is called, before steps add to it; made from the inputs when absent. */
	readonly name?: string | undefined;
}

/** One thing to make, with an operation of its own where it is not the same for all. */
export type InputSet = Inputs & Partial<Pick<GenerateRequest, 'operation' | 'label'>>;

/** What a request is made from, apart from all else. */
export function inputsOf({ prompt, images, views, source }: GenerateRequest): Inputs {
	return {
		...(prompt === undefined ? {} : { prompt }),
		...(images === undefined ? {} : { images }),
		...(views === undefined ? {} : { views }),
		...(source === undefined ? {} : { source }),
	};
}

/** What the first job of a request asks of the service. */
export function firstJobRequest(wanted: GenerateRequest): JobRequest {
	const {
		provider: _p,
		keep: _k,
		followUps: _t,
		count: _c,
		label: _l,
		folder: _f,
		name: _n,
		...request
	} = wanted;
	return request;
}

/** What a step asks of the service, going on from the job at that place of the list. */
export function stepRequest({ operation, prompt, options = {} }: GenerateStep, index: number): JobRequest {
	return { operation, ...(prompt ? { prompt } : {}), source: { kind: 'step', index }, options };
}
