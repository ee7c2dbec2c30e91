import type { JobRequest, OptionValue, RequestOptions } from '../../jobs/request';
import type { OperationSpec, ParameterSpec } from './catalogue';
import { problemsOf, rangeOf } from './check';
import { effective, holds } from './condition';
import { factsOf, modelOf, parameter } from './facts';

/** What a form may ask for this request: what its model takes and what has an effect, the common ones first. */
export function offeredParameters(spec: OperationSpec, request: JobRequest): readonly ParameterSpec[] {
	const facts = factsOf(spec, request);
	const offered = spec.parameters.filter(
		(known) => isTaken(spec, request, known) && (!known.when || holds(known.when, facts)),
	);
	return [...offered.filter(({ common }) => common), ...offered.filter(({ common }) => !common)];
}

/** The value that counts: as given, else what the service takes by itself where that is known. */
export function presentValue(
	spec: OperationSpec,
	request: JobRequest,
	name: string,
): OptionValue | undefined {
	return effective(name, factsOf(spec, request));
}

/**
 * The values that can be picked for a parameter; undefined where one has to be typed. One that the service would
 * refuse beside the other options is not among them.
 */
export function choicesOf(
	spec: OperationSpec,
	request: JobRequest,
	known: ParameterSpec,
): readonly (string | boolean)[] | undefined {
	if (known.type !== 'boolean' && known.type !== 'enum') return undefined;
	const values: readonly (string | boolean)[] = known.type === 'boolean' ? [true, false] : known.values;
	return values.filter((value) => newProblem(spec, request, known.name, value) === undefined);
}

/** Why this value would be refused beside the other options; undefined when it adds no trouble. */
export function newProblem(
	spec: OperationSpec,
	request: JobRequest,
	name: string,
	value: OptionValue,
): string | undefined {
	const before = new Set(problemsOf(spec, request));
	const options = { ...request.options, [name]: value };
	return problemsOf(spec, { ...request, options }).find((problem) => !before.has(problem));
}

/** The request with one option set, or left to the service; what cannot stand beside it goes or is lowered. */
export function withOption(
	spec: OperationSpec,
	request: JobRequest,
	name: string,
	value: OptionValue | undefined,
): JobRequest {
	const { [name]: _, ...others } = request.options;
	const options = value === undefined ? others : { ...others, [name]: value };
	return fitted(spec, { ...request, options });
}

/** The request without what its model does not take, and with numbers within what it takes. */
export function fitted(spec: OperationSpec, request: JobRequest): JobRequest {
	const facts = factsOf(spec, request);
	const options: Record<string, OptionValue> = {};
	for (const [name, value] of Object.entries(request.options)) {
		const known = parameter(spec, name);
		if (name !== spec.models?.option && !(known && isTaken(spec, request, known))) continue;
		options[name] = known && typeof value === 'number' ? within(known, value, facts) : value;
	}
	return { ...request, options };
}

/** Reads what was typed: empty leaves the parameter to the service. */
export function readTyped(
	spec: OperationSpec,
	request: JobRequest,
	known: ParameterSpec,
	text: string,
): { readonly value: OptionValue | undefined } | { readonly problem: string } {
	const value = valueIn(known, text.trim());
	const problem = value === undefined ? undefined : newProblem(spec, request, known.name, value);
	return problem === undefined ? { value } : { problem };
}

/** What a number may be for just this request. */
export function rangeIn(
	spec: OperationSpec,
	request: JobRequest,
	known: ParameterSpec & { type: 'integer' | 'number' },
): { readonly min: number; readonly max: number } {
	return rangeOf(known.ranges, factsOf(spec, request));
}

/** For rows and edit fields; a list's entries stand between commas. */
export function valueWords(value: OptionValue): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return value.map(entryWords).join(', ');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function entryWords(entry: OptionValue): string {
	if (typeof entry !== 'object' || Array.isArray(entry)) return valueWords(entry);
	const { view, prompt } = entry as RequestOptions;
	return view !== undefined && prompt !== undefined ? `${view}: ${prompt}` : valueWords(entry);
}

/** For a model that nobody knows, every parameter may be its own. */
function isTaken(spec: OperationSpec, request: JobRequest, { families }: ParameterSpec): boolean {
	const model = modelOf(spec, request);
	return !model || !families || families.includes(model.family);
}

function within(known: ParameterSpec, value: number, facts: ReturnType<typeof factsOf>): number {
	if (known.type !== 'integer' && known.type !== 'number') return value;
	const { min, max } = rangeOf(known.ranges, facts);
	return Math.min(Math.max(value, min), max);
}

function valueIn(known: ParameterSpec, text: string): OptionValue | undefined {
	if (text === '') return undefined;
	switch (known.type) {
		case 'integer':
		case 'number':
			return Number(text.replace(/[\s_’']/g, ''));
		case 'list': {
			const entries = text.split(',').map((entry) => entry.trim());
			const given = entries.filter((entry) => entry !== '');
			return known.of === 'integer' ? given.map(Number) : given;
		}
		default:
			return text;
	}
}
