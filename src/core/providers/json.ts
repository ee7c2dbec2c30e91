/** Any JSON object; every field is looked at before it is believed. */
export type Json = Readonly<Record<string, unknown>>;

/** Undefined for anything else, arrays and null included. */
export function asObject(value: unknown): Json | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

/** Empty for anything else. */
export function asList(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Undefined for anything else; numbers in texts are none. */
export function asNumber(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Empty texts are none: services write them where there is nothing. */
export function asText(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Undefined where an answer is no JSON: gateways send pages, or nothing. */
export function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
