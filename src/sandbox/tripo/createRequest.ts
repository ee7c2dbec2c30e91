import { complaintAbout, type FieldRule, fieldsOf, isText } from '../http/fieldRules';
import type { TripoOperation } from './operations/tripoOperation';
import type { ModelMenu } from './tripoModels';
import { invalid, TripoRefusal } from './tripoRefusal';
import type { TripoTaskType } from './tripoTask';

export type Body = Readonly<Record<string, unknown>>;

/** A create request whose parameters are in order, each by itself. */
export interface CreateRequest {
	type: TripoTaskType;
	body: Body;
	/** The model that was named, or the one that is taken without; empty for calls that have none. */
	model: string;
	/** The family of the model, empty when there is none. */
	family: string;
	/** The known parameters as they were sent. */
	sent: Body;
	/** The seed that was sent, or one by chance. */
	seed: number;
}

/**
 * Checks the model and every parameter by itself. Throws a `TripoRefusal` that names the field. `null` counts as not sent:
 * the official SDK leaves it in a body.
 */
export function requestFrom(operation: TripoOperation, given: Body, chance: () => number): CreateRequest {
	const body = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
	const { type, menu, parameters, seed } = operation;
	const model = menu ? modelIn(body, menu) : '';
	const family = menu?.families[model] ?? '';
	const sent = checked(body, parameters, model, family);
	if (body.priority !== undefined) throw new TripoRefusal('priority', 'This account may not set priority.');
	const wanted = seed === undefined ? undefined : sent[seed];
	return { type, body, model, family, sent, seed: typeof wanted === 'number' ? wanted : chance() };
}

function modelIn(body: Body, { families, fallback, retired = [] }: ModelMenu): string {
	const model = body.model ?? body.model_version ?? fallback;
	if (typeof model === 'string' && retired.includes(model))
		throw new TripoRefusal('retiredModel', `The model ${model} has been retired.`);
	if (typeof model !== 'string' || !Object.hasOwn(families, model))
		throw invalid('model', `must be one of ${Object.keys(families).join(', ')}`);
	return model;
}

function checked(body: Body, parameters: Parameters, model: string, family: string): Body {
	const sent: Record<string, unknown> = {};
	for (const [name, parameter] of Object.entries(parameters)) {
		const value = body[name];
		if (value === undefined) continue;
		if (parameter.families && !parameter.families.includes(family))
			throw invalid(name, `must not be sent with the model ${model}, not even as false`);
		const complaint = complaintAbout(value, parameter);
		if (complaint) throw invalid(name, complaint);
		sent[name] = value;
	}
	return sent;
}

/** What a parameter must be, and the families of model that take it: sent to another it is refused. Default: all. */
export type Parameter = FieldRule & { families?: readonly string[] };

/** Every checked parameter of a call. Fields that are not in it are ignored. */
export type Parameters = Readonly<Record<string, Parameter>>;

export const flag: Parameter = { kind: 'flag' };

/** Flags, by names with a space between them. */
export function flags(names: string): Parameters {
	return fieldsOf(flag, names);
}

export const seed: Parameter = { kind: 'whole', least: 0, most: 2 ** 31 - 1 };
export const partNames: Parameter = { kind: 'texts', least: 1, most: 1000 };

export function choice(...values: readonly string[]): Parameter {
	return { kind: 'choice', values };
}

/** A prompt of 1 to `most` characters, not blank. */
export function promptIn(field: string, value: unknown, most: number): string {
	if (!isText(value, most) || value.trim() === '')
		throw invalid(field, `must be text of 1 to ${most} characters`);
	return value;
}
