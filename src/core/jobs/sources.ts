import type { OperationSpec } from '../providers/catalogue/catalogue';
import { holds } from '../providers/catalogue/condition';
import { factsOf } from '../providers/catalogue/facts';
import { catalogueOf, specOf } from '../providers/catalogues';
import type { ProviderId } from '../providers/provider';
import type { AdoptedTask, JobRequest, Operation } from './request';

/** What made the thing that a request goes on from. */
export interface Origin {
	readonly provider: ProviderId;
	readonly request: JobRequest | AdoptedTask;
}

/** Something that a request may go on from. */
export type Start =
	/** A task; without an origin it is somebody else's, and what made it is the service's to judge. */
	| { readonly kind: 'task'; readonly origin?: Origin }
	/** A model file, by its extension in lower case. */
	| { readonly kind: 'file'; readonly extension: string };

/** Why the service would refuse to go on with this operation from there; undefined when it takes it. */
export function originProblem(
	provider: ProviderId,
	operation: Operation,
	origin: Origin,
): string | undefined {
	const taken = specOf(provider, operation).inputs.source;
	if (!taken) return undefined;
	const { request } = origin;
	if (origin.provider !== provider) return `its source was made with another account (${origin.provider})`;
	if (request.operation === 'adoptTask') return undefined;
	if (!taken.from.includes(request.operation)) return `${operation} cannot go on from ${request.operation}`;
	const fits = !taken.only || holds(taken.only.when, factsOf(specOf(provider, request.operation), request));
	return fits ? undefined : taken.only?.words;
}

/** The operations that may come next, in the catalogue's order. */
export function nextOperations(provider: ProviderId, start: Start): Operation[] {
	const { operations } = catalogueOf(provider);
	return (Object.entries(operations) as [Operation, OperationSpec][])
		.filter(([operation, { inputs }]) => inputs.source && takes(provider, operation, start))
		.map(([operation]) => operation);
}

function takes(provider: ProviderId, operation: Operation, start: Start): boolean {
	if (start.kind === 'file')
		return specOf(provider, operation).inputs.source?.files?.includes(start.extension) ?? false;
	return !start.origin || originProblem(provider, operation, start.origin) === undefined;
}
