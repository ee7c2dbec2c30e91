import { firstJobRequest, type GenerateRequest, stepRequest } from '../model/generateRequest';
import type { JobRequest } from '../model/request';
import { specOf } from '../providers/catalogues';
import { type ProducedBy, type SourceLookup, sourceFacts } from '../providers/sourceChain';
import { type Preferences, withPreferences } from './preferences';

/** The request as it will be carried out: with what settings and catalogue fill in where it leaves something open. */
export function filledIn(
	wanted: GenerateRequest,
	preferences: Preferences,
	lookup: SourceLookup,
): GenerateRequest {
	const { provider, followUps } = wanted;
	const before: ProducedBy[] = [];
	const among: SourceLookup = (source) => (source.kind === 'step' ? before[source.index] : lookup(source));
	const fill = (open: JobRequest): JobRequest => {
		const facts = sourceFacts({ provider, request: open }, among);
		const request = withPreferences(specOf(provider, open.operation), open, preferences, facts);
		before.push({ provider, request });
		return request;
	};
	const { prompt: _, ...rest } = wanted;
	const first = fill(firstJobRequest(wanted));
	const steps = followUps?.map((step, index) => ({
		...step,
		options: fill(stepRequest(step, index)).options,
	}));
	return { ...rest, ...first, ...(steps ? { followUps: steps } : {}) };
}
