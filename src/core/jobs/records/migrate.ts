import type { JobRecord, StateKind } from '../../model/jobRecord';

/** Raised when an older version of Propsmith could not read what this one writes. */
export const recordSchema = 2;

type Raw = Readonly<Record<string, unknown>>;

/** Turns a record of an older schema into the next one's, by the schema it has. */
const steps: Readonly<Record<number, (record: Raw) => Record<string, unknown>>> = { 1: toSchema2 };

/** 2: pictures are a list, jobs that were asked for together have a title, and a task may have several files. */
function toSchema2(record: Raw): Record<string, unknown> {
	const { batch, request, state, ...rest } = record;
	const { image, ...others } = raw(request);
	return {
		...rest,
		schema: 2,
		request: image === undefined ? others : { ...others, images: [image] },
		state: withParts(raw(state)),
		...(typeof batch === 'string' ? { group: { id: batch, kind: 'batch', title: 'Several models' } } : {}),
	};
}

/** Until then the one file of a task was its model. */
function withParts(state: Raw): Raw {
	const { staged, files, resume } = state;
	return {
		...state,
		...(staged ? { staged: { part: 'model', last: true, ...raw(staged) } } : {}),
		...(Array.isArray(files) ? { files: files.map((file) => ({ part: 'model', ...raw(file) })) } : {}),
		...(resume ? { resume: withParts(raw(resume)) } : {}),
	};
}

function raw(value: unknown): Raw {
	return typeof value === 'object' && value !== null ? (value as Raw) : {};
}

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
