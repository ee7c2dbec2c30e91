import type { OptionValue, RequestOptions } from '../../model/request';
import { newProblem, type OpenRequest } from './choices';
import type { ParameterSpec } from './operationSpec';

/** Reads what was typed: empty leaves the parameter to the service. */
export function readTyped(
	open: OpenRequest,
	known: ParameterSpec,
	text: string,
): { readonly value: OptionValue | undefined } | { readonly problem: string } {
	const value = valueIn(known, text.trim());
	const problem = value === undefined ? undefined : newProblem(open, known.name, value);
	return problem === undefined ? { value } : { problem };
}

/** For rows and edit fields; a list's entries stand between commas. */
export function formatOptionValue(value: OptionValue): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return value.map(formatEntry).join(', ');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function formatEntry(entry: OptionValue): string {
	if (typeof entry !== 'object' || Array.isArray(entry)) return formatOptionValue(entry);
	const { view, prompt } = entry as RequestOptions;
	return view !== undefined && prompt !== undefined ? `${view}: ${prompt}` : formatOptionValue(entry);
}

function valueIn(known: ParameterSpec, text: string): OptionValue | undefined {
	if (text === '') return undefined;
	switch (known.type) {
		case 'integer':
		case 'number':
			return Number(text.replace(/[\s_’']/g, ''));
		case 'list': {
			const entries = text
				.split(',')
				.map((entry) => entry.trim())
				.filter((entry) => entry !== '');
			return known.of === 'integer' ? entries.map(Number) : entries;
		}
		default:
			return text;
	}
}
