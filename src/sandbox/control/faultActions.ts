import { type Oddity, oddities } from '../files/oddFile';
import type { Fields } from './fields';

/** Reads one field of an action. */
type Reader<Value> = (fields: Fields, name: string) => Value;

const flag: Reader<true | undefined> = (fields, name) => fields.flag(name) || undefined;
const text: Reader<string | undefined> = (fields, name) => fields.text(name);

function number(least: number, most?: number): Reader<number | undefined> {
	return (fields, name) => fields.number(name, least, most);
}

function numberOr(otherwise: number, least: number, most?: number): Reader<number> {
	return (fields, name) => fields.number(name, least, most) ?? otherwise;
}

function needed<Value>(read: Reader<Value | undefined>): Reader<Value> {
	return (fields, name) => {
		const value = read(fields, name);
		if (value === undefined) throw fields.bad(name, 'is missing');
		return value;
	};
}

const headers: Reader<Record<string, string> | undefined> = (fields, name) => {
	const value = fields.raw(name);
	if (value !== undefined && !isHeaders(value)) throw fields.bad(name, 'must be an object of texts');
	return value;
};

function isHeaders(value: unknown): value is Record<string, string> {
	const isObject = typeof value === 'object' && value !== null;
	return isObject && Object.values(value).every((one) => typeof one === 'string');
}

const oddity: Reader<Oddity> = (fields, name) => {
	const found = fields.choice(name, oddities);
	if (found === undefined) throw fields.bad(name, `must be one of ${oddities.join(', ')}`);
	return found;
};

/** What an error says that nobody gave other words. */
export const scriptedError = 'A scripted error.';

/**
 * What can go wrong, on purpose, and the fields of each. `taken: true` lets the request have its full effect first (a
 * task is made and paid for), and only the answer goes wrong.
 */
const schemas = {
	/** An error answer. `code` and `message` go where the service has them; `body` replaces the whole body. */
	status: {
		code: number(1),
		message: text,
		body: text,
		headers,
		status: needed(number(200, 599)),
		taken: flag,
	},
	/** A web page instead of JSON, as gateways send it. */
	html: { status: needed(number(200, 599)), taken: flag },
	/** The connection is reset before the request is taken. */
	reset: {},
	/** The request is taken, then the connection is reset without an answer. */
	resetAfterTaken: {},
	/** Everything happens `ms` later; with `taken` only the answer does. */
	delay: { ms: needed(number(0, 600_000)), taken: flag },
	/** No answer ever comes. */
	hang: { taken: flag },
	/** The body ends after `bytes`, and `Content-Length` agrees with it. */
	truncate: { bytes: needed(number(0)) },
	/** `Content-Length` is right, but the connection is destroyed after `bytes` of the body. */
	cutAfter: { bytes: needed(number(0)) },
	/** The body comes in slices of `bytesPerTick` every `ms`. */
	drip: { bytesPerTick: needed(number(1)), ms: needed(number(0, 60_000)) },
	/** The headers come at once; then nothing does for `ms` once `afterBytes` of the body have come. */
	pause: { ms: needed(number(0, 600_000)), afterBytes: numberOr(0, 0) },
	/** The body comes without a `Content-Length` and ends with the connection, after `bytes` if they are given. */
	noLength: { bytes: number(0) },
	/** The body comes in a `Content-Encoding`, whatever the request accepts. */
	encode: { coding: (fields: Fields) => fields.choice('coding', ['gzip', 'deflate', 'br']) ?? 'gzip' },
	/** A byte of the body is another one; with `vary`, another one each time. */
	corrupt: { at: numberOr(0, 0), vary: flag },
	/** The answer leads elsewhere. `to` is the `Location`; `{link}` in it is the link that was asked for. */
	redirect: { to: text, status: numberOr(302, 300, 399) },
	/** File host: a request without `Range` is answered with 206 and all of the file. */
	partial: {},
	/** File host: `Range` is ignored. */
	noRange: {},
	/** File host: the file has another ETag, as if it had been replaced. */
	otherETag: {},
	/** File host: the link is dead from now on; with `afterBytes` only after that much of the body was sent. */
	expireLink: { afterBytes: number(0) },
	/** `Content-Length` is `by` bytes more (or, negative, fewer) than what comes. */
	wrongLength: { by: numberOr(1, -1_000_000_000) },
	/** File host: the file is whole, and odd; see `oddFile`. */
	oddFile: { how: oddity },
	/** Links in the answer end with this name; `*` in it is the file's own without its extension. */
	nameLinks: { name: needed(text) },
	/** The JSON of the answer breaks off in the middle; the request is taken. */
	badJson: {},
	/** The answer names another task id; the request is taken. */
	wrongTaskId: {},
	/** A field of the JSON answer (`a.b` for one inside another) is set to something else; the request is taken. */
	setField: { field: needed(text), value: (fields: Fields) => fields.raw('value') ?? null },
	/** A field of the JSON answer is missing; the request is taken. */
	dropField: { field: needed(text) },
	/** HTTP 200 with the service's error body; the request is not taken. */
	okWithErrorCode: { code: needed(number(1)) },
	/** Event streams: an error event instead of more, after `afterEvents` good ones. */
	errorEvent: {
		status: needed(number(400, 599)),
		message: (fields: Fields) => fields.text('message') ?? scriptedError,
		afterEvents: numberOr(0, 0),
	},
} as const;

type Schemas = typeof schemas;
type Read<Schema> = {
	[Name in keyof Schema]: Schema[Name] extends (...args: never) => infer Value ? Value : never;
};

export type FaultType = keyof Schemas;
export type FaultAction<Type extends FaultType = FaultType> = {
	[One in Type]: { type: One } & Read<Schemas[One]>;
}[Type];

/** Reads one action. Throws `BadControl` for unknown types, missing and wrong fields. */
export function readAction(fields: Fields): FaultAction {
	const type = fields.text('type') ?? '';
	if (!Object.hasOwn(schemas, type))
		throw fields.bad('type', `is not a known fault: ${String(fields.raw('type'))}`);
	const schema: Record<string, Reader<unknown>> = schemas[type as FaultType];
	const values = Object.entries(schema).map(([name, read]) => [name, read(fields, name)]);
	fields.end();
	return { type, ...Object.fromEntries(values) } as FaultAction;
}
