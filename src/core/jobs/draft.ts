import { PropsmithError } from '../errors';
import type { ProviderId } from '../providers/provider';
import { refusedOptions } from '../providers/tripo/parameters';
import { estimateTripo } from '../providers/tripo/prices';
import type { Destination, JobRecord } from './record';
import type { JobRequest } from './request';

/** What somebody wants made. */
export interface NewJob {
	readonly provider: ProviderId;
	readonly request: JobRequest;
	readonly destination: Destination;
}

/** A validated and priced job that is not written down yet. */
export type JobDraft = Pick<JobRecord, 'provider' | 'request' | 'destination' | 'estimate' | 'batch'>;

/** The service's limit, in characters. */
export const longestPrompt = 1024;

/** Checks what the service would refuse, before anything is written or sent; rejects with `requestInvalid`. */
export function draftJob({ provider, request, destination }: NewJob): JobDraft {
	const problems = [...wrongInput(request), ...refusedOptions(request.operation, request.options)];
	if (problems.length > 0) throw new PropsmithError('requestInvalid', { detail: problems.join('; ') });
	const estimate = estimateTripo(request);
	return { provider, request, destination, ...(estimate === undefined ? {} : { estimate }) };
}

function wrongInput(request: JobRequest): string[] {
	switch (request.operation) {
		case 'textToModel': {
			if (request.prompt.trim() === '') return ['the prompt is empty'];
			// The service counts blanks at the ends, too.
			const { length } = request.prompt;
			return length > longestPrompt
				? [`the prompt has ${length} characters, ${longestPrompt} are allowed`]
				: [];
		}
		case 'imageToModel':
			return request.image === '' ? ['no picture is given'] : [];
		case 'multiviewToModel': {
			const views = Object.values(request.views).filter(Boolean).length;
			if (!request.views.front) return ['a multi-view model needs a front picture'];
			return views < 2 ? ['a multi-view model needs at least two pictures'] : [];
		}
	}
}
