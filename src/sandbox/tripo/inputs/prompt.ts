import { invalid } from '../refusal';
import { isText } from '../rules';

/** A prompt of 1 to `most` characters, not blank. */
export function promptIn(field: string, value: unknown, most: number): string {
	if (!isText(value, most) || value.trim() === '') {
		throw invalid(field, `must be text of 1 to ${most} characters`);
	}
	return value;
}
