import type { JobRequest } from '../../model/request';
import { effective, type Facts, holds } from './condition';
import { factsOf, modelOf } from './facts';
import type { OperationSpec } from './operationSpec';

/** Credits that a request will cost, before any discount of the account; undefined for a model of unknown price. */
export function estimateOf(spec: OperationSpec, request: JobRequest): number | undefined {
	if (spec.models && !modelOf(spec, request)) return undefined;
	const facts = factsOf(spec, request);
	const rows = spec.prices.filter(({ when }) => !when || holds(when, facts));
	if (rows.length === 0) return undefined;
	return rows.reduce((sum, { credits, each }) => sum + credits * (each ? entries(each, facts) : 1), 0);
}

function entries(option: string, facts: Facts): number {
	const value = effective(option, facts);
	return Array.isArray(value) ? value.length : 0;
}
