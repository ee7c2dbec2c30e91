import type { ProviderId } from '../../model/account';
import type { JobRecord } from '../../model/jobRecord';
import { type JobRequest, type Operation, type Source, surelyMadeBy } from '../../model/request';
import { holds } from '../../providers/catalogue/condition';
import { extensionOf } from '../../providers/catalogue/facts';
import type { OperationSpec } from '../../providers/catalogue/operationSpec';
import { optionTasks } from '../../providers/catalogue/references';
import { catalogueOf, specOf } from '../../providers/catalogues';
import { type SourceLookup, sourceFacts } from '../../providers/sourceChain';

/** A request that may go on from something, and the account that is to carry it out. */
interface Candidate {
	readonly provider: ProviderId;
	readonly request: JobRequest;
}

/** The id of the job whose task this one goes on from. */
export function sourceJobOf({ request }: Pick<JobRecord, 'request'>): string | undefined {
	if (request.operation === 'adoptTask') return undefined;
	return request.source?.kind === 'job' ? request.source.id : undefined;
}

/**
 * Why the service would not go on from this source; empty when it would. What a task of somebody else's was made by is
 * the service's to judge, unless the lookup knows it.
 */
export function wrongSource({ provider, request }: Candidate, lookup: SourceLookup): string[] {
	const { source, operation } = request;
	const taken = specOf(provider, operation).inputs.source;
	if (!source || !taken || source.kind === 'file') return [];
	const from = lookup(source);
	if (!from) return source.kind === 'task' ? [] : ['the job that it goes on from is not in the list'];
	if (from.provider !== provider) return [`its source was made with another account (${from.provider})`];
	const made = surelyMadeBy(from.request);
	if (made && !taken.from.includes(made)) return [`${operation} cannot go on from ${made}`];
	// Of an adopted task no more is known than what made it.
	if (from.request.operation === 'adoptTask') return [];
	const facts = sourceFacts({ provider, request }, lookup);
	const fits = !taken.only || !facts || holds(taken.only.when, facts);
	return fits ? [] : [taken.only?.words ?? ''];
}

/** Why the service would not take the jobs that options name, as far as they are in the list. */
export function wrongTasks({ provider, request }: Candidate, lookup: SourceLookup): string[] {
	return optionTasks(specOf(provider, request.operation), request.options).flatMap(({ name, id, from }) => {
		const origin = lookup({ kind: 'job', id });
		if (!origin) return [];
		if (origin.provider !== provider) return [`“${name}” was made with another account (${origin.provider})`];
		const made = surelyMadeBy(origin.request);
		return made === undefined || from.includes(made)
			? []
			: [`“${name}” needs a result of ${from.join(' or ')}, not of ${made}`];
	});
}

/** The operations that may go on from a source, in the catalogue's order. */
export function nextOperations(provider: ProviderId, source: Source, lookup: SourceLookup): Operation[] {
	const { operations } = catalogueOf(provider);
	return (Object.entries(operations) as [Operation, OperationSpec][])
		.filter(([operation, spec]) => {
			if (!spec.inputs.source) return false;
			const request: JobRequest = { operation, source, options: {} };
			return isTaken(spec, request) && wrongSource({ provider, request }, lookup).length === 0;
		})
		.map(([operation]) => operation);
}

/** Whether the source itself is of a kind that the operation takes, whatever else it still needs. */
function isTaken({ inputs }: OperationSpec, { source }: JobRequest): boolean {
	if (source?.kind !== 'file') return (inputs.source?.from.length ?? 0) > 0;
	return inputs.source?.files?.includes(extensionOf(source.path)) ?? false;
}
