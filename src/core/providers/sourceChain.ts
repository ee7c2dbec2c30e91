import type { ProviderId } from '../model/account';
import type { AdoptedTask, JobRequest, Source } from '../model/request';
import type { Facts } from './catalogue/condition';
import { factsOf } from './catalogue/facts';
import { specOf } from './catalogues';

/** A request and the account that carries it out. */
export interface ProducedBy {
	readonly provider: ProviderId;
	readonly request: JobRequest | AdoptedTask;
}

/** The provider and request that a source comes from; undefined where nobody knows it. */
export type SourceLookup = (source: Source) => ProducedBy | undefined;

/** Steps back that are looked at. What was made so long ago decides nothing, and a list may lead in a circle. */
const longestChain = 16;

/**
 * What is known of the task that a request goes on from, and of what that one went on from, and so on: a quad mesh
 * stays an FBX through its texture. Undefined for a task that no job of ours made.
 */
export function sourceFacts(
	{ request }: ProducedBy,
	lookup: SourceLookup,
	steps = longestChain,
): Facts | undefined {
	if (request.operation === 'adoptTask' || !request.source || steps === 0) return undefined;
	const origin = lookup(request.source);
	if (!origin || origin.request.operation === 'adoptTask') return undefined;
	const spec = specOf(origin.provider, origin.request.operation);
	return factsOf(spec, origin.request, sourceFacts(origin, lookup, steps - 1));
}

/** Looks among jobs that are asked for together, and by `find` among those that are there already. */
export function lookupAmong(
	together: readonly ProducedBy[],
	find: (id: string) => ProducedBy | undefined,
): SourceLookup {
	return (source) => {
		if (source.kind === 'step') return together[source.index];
		return source.kind === 'job' ? find(source.id) : undefined;
	};
}
