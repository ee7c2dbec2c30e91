import { PropsmithError } from './errors';
import { type Operation, type OptionValue, operations, type RequestOptions } from './request';

/** Reads parts of requests that come from outside: scripts, other extensions, settings. */
export function readOperation(value: unknown): Operation {
	const known = operations.find((operation) => operation === value);
	if (!known) throw invalid(`“${String(value)}” is not an operation`);
	return known;
}

/** Whatever JSON can say; what an operation makes of it is the catalogue's business. */
export function readOptions(value: unknown): RequestOptions {
	if (value === undefined) return {};
	if (!isPlainObject(value)) throw invalid('“options” must be an object');
	for (const [name, option] of Object.entries(value))
		if (!isOptionValue(option))
			throw invalid(`option “${name}” must be a text, a number, true or false, or a list`);
	return value as RequestOptions;
}

/** True for anything with named fields; arrays and null have none. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOptionValue(value: unknown): value is OptionValue {
	if (Array.isArray(value)) return value.every(isOptionValue);
	if (isPlainObject(value)) return Object.values(value).every(isOptionValue);
	return typeof value === 'number' ? Number.isFinite(value) : ['string', 'boolean'].includes(typeof value);
}

/** `requestInvalid`, with what is wrong for the end of a sentence. */
export function invalid(detail: string): PropsmithError {
	return new PropsmithError('requestInvalid', { detail });
}
