import { PropsmithError, summariseError } from '../../model/errors';
import type { GenerateRequest } from '../../model/generateRequest';
import type { JobDraft } from '../../model/jobDraft';
import { type FileExtensions, modelOf } from '../../providers/catalogue/facts';
import { specOf } from '../../providers/catalogues';
import type { ProducedBy } from '../../providers/sourceChain';
import { draftJobs } from './draft';
import { RefusedRequests } from './refusedBefore';

/** What requests that are made together will come to. */
export interface Quote {
	/** Credits of those whose price is known. */
	readonly credits: number;
	/** Jobs of a model whose price is not known. */
	readonly unpriced: number;
	/** Seconds that they usually take: steps wait for each other, all else runs side by side. */
	readonly seconds: number;
}

/** The price and time of requests, or why they would be refused: in the very words in which they would be. */
export function quoteOf(
	requests: readonly GenerateRequest[],
	find: (id: string) => ProducedBy | undefined,
	refused = new RefusedRequests([]),
	files?: FileExtensions,
): Quote | { readonly refused: string } {
	try {
		// Where files go costs nothing, and need not be known yet.
		const drafts = draftJobs(
			requests.map((request) => ({ ...request, folder: '', name: '' })),
			find,
			files ? { files } : {},
		);
		if (drafts.some((draft) => refused.find(draft)))
			return { refused: summariseError({ code: 'refusedBefore' }) };
		return {
			credits: drafts.reduce((sum, { estimate = 0 }) => sum + estimate, 0),
			unpriced: drafts.filter(({ estimate }) => estimate === undefined).length,
			seconds: Math.max(0, ...secondsUntilEach(drafts)),
		};
	} catch (error) {
		if (!(error instanceof PropsmithError)) throw error;
		return { refused: error.jobError.detail ?? error.message };
	}
}

export function isQuote(answer: Quote | { readonly refused: string }): answer is Quote {
	return !('refused' in answer);
}

function secondsUntilEach(jobs: readonly JobDraft[]): number[] {
	const ends: number[] = [];
	for (const { provider, request } of jobs) {
		const spec = specOf(provider, request.operation);
		const before = request.source?.kind === 'step' ? (ends[request.source.index] ?? 0) : 0;
		ends.push(before + (modelOf(spec, request)?.seconds ?? spec.seconds));
	}
	return ends;
}
