import type { OptionValue, RequestOptions } from '../../../src/core/model/request';
import type { Condition } from '../../../src/core/providers/catalogue/condition';
import type { OperationSpec, ParameterSpec } from '../../../src/core/providers/catalogue/operationSpec';

/** An option, and values to try; undefined leaves it open. */
export type Dimension = readonly [option: string, values: readonly (OptionValue | undefined)[]];

/** The options that the price of an operation depends on. */
export function pricedOptions({ prices }: OperationSpec): ReadonlySet<string> {
	return new Set(
		prices.flatMap(({ when, each }) => [
			...(when ? looksIn(when).map(({ option }) => option) : []),
			...(each ? [each] : []),
		]),
	);
}

/** Every combination of the values. */
export function product([first, ...others]: readonly Dimension[]): RequestOptions[] {
	if (!first) return [{}];
	const [name, values] = first;
	const rest = product(others);
	return values.flatMap((value) =>
		rest.map((options) => (value === undefined ? options : { [name]: value, ...options })),
	);
}

/**
 * Every combination that the price may tell apart: each model, each value of an option whose value counts, once open
 * and once changed where only that counts, each length of a list that is paid by the entry.
 */
export function pricedCombinations(spec: OperationSpec): RequestOptions[] {
	const priced = pricedOptions(spec);
	const { models } = spec;
	return product([
		...(models ? [[models.option, models.list.map(({ id }) => id)] as const] : []),
		...spec.parameters
			.filter(({ name }) => priced.has(name))
			.map((known) => [known.name, valuesToTell(known, spec)] as const),
	]);
}

/** Every combination of what the service wants to be told though the price does not depend on it. */
export function neededCombinations(spec: OperationSpec): RequestOptions[] {
	const priced = pricedOptions(spec);
	return product(
		spec.parameters
			.filter(({ name, required }) => required && !priced.has(name))
			.map((known) => [known.name, valuesToTell(known, spec)] as const),
	);
}

function valuesToTell(known: ParameterSpec, spec: OperationSpec): readonly (OptionValue | undefined)[] {
	const open = known.required ? [] : [undefined];
	return [...open, ...others(known, spec)];
}

function others(known: ParameterSpec, { prices }: OperationSpec): readonly OptionValue[] {
	const looks = prices.flatMap(({ when }) => (when ? looksIn(when) : []));
	const byValue = looks.some(({ kind, option }) => kind === 'is' && option === known.name);
	switch (known.type) {
		case 'boolean':
			return [true, false].filter((value) => value !== known.default);
		case 'enum': {
			const changed = known.values.filter((value) => value !== known.default);
			return byValue || known.required ? changed : changed.slice(0, 1);
		}
		case 'integer':
		case 'number':
			return known.ranges.flatMap(({ max }) => (max === known.default ? [] : [max])).slice(-1);
		case 'text':
			return ['x'];
		case 'list': {
			const all = known.values ?? Array.from({ length: known.most }, (_, index) => index);
			return Array.from({ length: known.most }, (_, index) => all.slice(0, index + 1) as OptionValue);
		}
		case 'viewPrompts':
			return [1, 2, 3, 4].map((count) =>
				(['front', 'left', 'back', 'right'] as const)
					.slice(0, count)
					.map((view) => ({ view, prompt: 'red' })),
			);
		case 'picture':
		case 'pictures':
		case 'task':
			throw new Error(`${known.name}: no price depends on what a file or a task is`);
	}
}

interface Look {
	readonly kind: 'is' | 'changed' | 'given';
	readonly option: string;
}

/** The options that a condition looks at, and how. */
function looksIn(condition: Condition): readonly Look[] {
	switch (condition.kind) {
		case 'is':
		case 'changed':
		case 'given':
			return [condition];
		case 'all':
		case 'any':
			return condition.of.flatMap(looksIn);
		case 'not':
			return looksIn(condition.of);
		default:
			return [];
	}
}
