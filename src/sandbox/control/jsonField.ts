/** What is to become of a field: `value`, or nothing at all. */
export interface FieldChange {
	/** Names joined by dots, from the outside in. */
	field: string;
	/** Left out, the field is dropped. */
	value?: unknown;
}

/** JSON text with one field set or dropped. Text that is no JSON, or has no such place, comes back as it is. */
export function withField(json: Buffer, { field, ...change }: FieldChange): Buffer {
	const names = field.split('.');
	const last = names.pop() ?? '';
	let whole: unknown;
	try {
		whole = JSON.parse(json.toString());
	} catch {
		return json;
	}
	let place = whole;
	for (const name of names) {
		place = isRecord(place) ? place[name] : undefined;
	}
	if (!isRecord(place)) {
		return json;
	}
	if ('value' in change) {
		place[last] = change.value;
	} else {
		delete place[last];
	}
	return Buffer.from(JSON.stringify(whole));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
