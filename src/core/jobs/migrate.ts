import type { JobRecord, StateKind } from './record';

/** Raised when an older version of Propsmith could not read what this one writes. */
export const recordSchema = 1;

/**
 * Turns a record of an older schema into the next one's, by the schema it has. There is none yet: the first entry
 * is written when schema 2 is.
 */
const steps: Readonly<
	Record<number, (record: Readonly<Record<string, unknown>>) => Record<string, unknown>>
> = {};

const stateKinds: Readonly<Record<StateKind, true>> = {
	waiting: true,
	uploading: true,
	submitting: true,
	uncertain: true,
	running: true,
	downloading: true,
	blocked: true,
	done: true,
	refused: true,
	failed: true,
	cancelled: true,
};

/**
 * Reads a record as it stands on disk. `newer`: a later version of Propsmith wrote it and can still read it.
 * Undefined: nothing that any version wrote.
 */
export function readRecord(text: string): JobRecord | 'newer' | undefined {
	let record = parse(text);
	for (;;) {
		const schema = record?.schema;
		if (record === undefined || typeof schema !== 'number') return undefined;
		if (schema > recordSchema) return 'newer';
		if (schema === recordSchema) return isWhole(record) ? (record as unknown as JobRecord) : undefined;
		record = steps[schema]?.(record);
	}
}

function isWhole(record: Readonly<Record<string, unknown>>): boolean {
	const { id, state, request, destination } = record as Partial<JobRecord>;
	return (
		typeof id === 'string' &&
		typeof state?.kind === 'string' &&
		Object.hasOwn(stateKinds, state.kind) &&
		typeof request?.operation === 'string' &&
		typeof destination?.folder === 'string'
	);
}

function parse(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}
