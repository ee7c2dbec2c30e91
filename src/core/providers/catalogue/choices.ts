import type { JobRequest, OptionValue, RequestOptions } from '../../model/request';
import { problemsOf, rangeOf, valuesOf } from './check';
import { effective, type Facts, holds } from './condition';
import { type FileExtensions, factsOf, modelOf, parameter } from './facts';
import type { OperationSpec, ParameterSpec } from './operationSpec';

/** A request that is being filled in. */
export interface OpenRequest {
	readonly spec: OperationSpec;
	readonly request: JobRequest;
	/** What is known of the task that it goes on from. */
	readonly source?: Facts | undefined;
	/** See `problemsOf`. */
	readonly files?: FileExtensions | undefined;
}

/** What a form may ask for: what the model takes and what has an effect, the common ones first. */
export function offeredParameters(open: OpenRequest): readonly ParameterSpec[] {
	const facts = factsIn(open);
	const offered = open.spec.parameters.filter(
		(known) => isTaken(open, known) && (!known.when || holds(known.when, facts)),
	);
	return [...offered.filter(isAsked), ...offered.filter((known) => !isAsked(known))];
}

/** Asked for without being asked for all options. */
export function isAsked({ common, required }: ParameterSpec): boolean {
	return Boolean(common || required);
}

/** The value that counts: as given, else what the service takes by itself where that is known. */
export function presentValue(open: OpenRequest, name: string): OptionValue | undefined {
	return effective(name, factsIn(open));
}

/**
 * The values that can be picked for a parameter; undefined where one has to be typed. One that the service would
 * refuse beside the other options is not among them.
 */
export function choicesOf(
	open: OpenRequest,
	known: ParameterSpec,
): readonly (string | boolean)[] | undefined {
	if (known.type !== 'boolean' && known.type !== 'enum') return undefined;
	const values = known.type === 'boolean' ? [true, false] : (valuesOf(known, factsIn(open)) ?? []);
	return values.filter((value) => newProblem(open, known.name, value) === undefined);
}

/** The entries that a list may have; undefined where any will do. */
export function entriesOf(open: OpenRequest, known: ParameterSpec): readonly string[] | undefined {
	return known.type === 'list' ? valuesOf(known, factsIn(open)) : undefined;
}

/** Why this value would be refused beside the other options; undefined when it adds no trouble. */
export function newProblem(
	{ spec, request, source, files }: OpenRequest,
	name: string,
	value: OptionValue,
): string | undefined {
	const others = withoutReplaced(spec, name, request.options);
	const problems = (options: RequestOptions): string[] =>
		problemsOf(spec, { ...request, options }, source, files);
	// What is wrong now may be this value's own fault, and what is wrong without it may be what this value mends.
	const now = problems(request.options);
	const before = new Set(problems(others).filter((problem) => now.includes(problem)));
	return problems({ ...others, [name]: value }).find((problem) => !before.has(problem));
}

/** The request with one option set, or left to the service; what cannot stand beside it goes or is lowered. */
export function withOption(open: OpenRequest, name: string, value: OptionValue | undefined): JobRequest {
	const { spec, request } = open;
	const { [name]: _, ...rest } = request.options;
	const others = value === undefined ? rest : withoutReplaced(spec, name, rest);
	const kept = name === spec.models?.option ? withoutKind(open, others) : others;
	const options = value === undefined ? kept : { ...kept, [name]: value };
	return fitted({ ...open, request: { ...request, options } });
}

/** The options without one that is about to be set, and without those that it takes the place of. */
function withoutReplaced(spec: OperationSpec, name: string, options: RequestOptions): RequestOptions {
	const gone = [name, ...(parameter(spec, name)?.replaces ?? [])];
	return Object.fromEntries(Object.entries(options).filter(([option]) => !gone.includes(option)));
}

/** Options that only the present model's kind has would choose that kind again. */
function withoutKind({ spec, request }: OpenRequest, options: RequestOptions): RequestOptions {
	const own = modelOf(spec, request)?.with ?? {};
	return Object.fromEntries(Object.entries(options).filter(([name]) => !Object.hasOwn(own, name)));
}

/** The request without what its model does not take, and with numbers within what it takes. */
function fitted(open: OpenRequest): JobRequest {
	const { spec, request } = open;
	const facts = factsIn(open);
	const options: Record<string, OptionValue> = {};
	for (const [name, value] of Object.entries(request.options)) {
		const known = parameter(spec, name);
		if (name !== spec.models?.option && !(known && isTaken(open, known))) continue;
		options[name] = known && typeof value === 'number' ? within(known, value, facts) : value;
	}
	return { ...request, options };
}

/** What a number may be for just this request. */
export function rangeIn(
	open: OpenRequest,
	known: ParameterSpec & { type: 'integer' | 'number' },
): { readonly min: number; readonly max: number } {
	return rangeOf(known.ranges, factsIn(open));
}

function factsIn({ spec, request, source }: OpenRequest): Facts {
	return factsOf(spec, request, source);
}

/** Of a model that nobody knows, every parameter may be its own. */
function isTaken({ spec, request }: OpenRequest, { families }: ParameterSpec): boolean {
	const model = modelOf(spec, request);
	return !model || !families || families.includes(model.family);
}

function within(known: ParameterSpec, value: number, facts: Facts): number {
	if (known.type !== 'integer' && known.type !== 'number') return value;
	const { min, max } = rangeOf(known.ranges, facts);
	return Math.min(Math.max(value, min), max);
}
