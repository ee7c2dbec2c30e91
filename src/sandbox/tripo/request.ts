import type { Menu } from './models';
import type { Operation } from './operations/operation';
import { invalid, Refusal } from './refusal';
import { complaintAbout, type Parameters } from './rules';
import type { TaskType } from './task';

export type Body = Readonly<Record<string, unknown>>;

/** A create request whose parameters are in order, each by itself. */
export interface Request {
	type: TaskType;
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
 * Checks the model and every parameter by itself. Throws a `Refusal` that names the field. `null` counts as not sent:
 * the official SDK leaves it in a body.
 */
export function requestFrom(operation: Operation, given: Body, chance: () => number): Request {
	const body = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
	const { type, menu, parameters, seed } = operation;
	const model = menu ? modelIn(body, menu) : '';
	const family = menu?.families[model] ?? '';
	const sent = checked(body, parameters, model, family);
	if (body.priority !== undefined) {
		throw new Refusal('priority', 'This account may not set priority.');
	}
	const wanted = seed === undefined ? undefined : sent[seed];
	return { type, body, model, family, sent, seed: typeof wanted === 'number' ? wanted : chance() };
}

function modelIn(body: Body, { families, fallback, retired = [] }: Menu): string {
	const model = body.model ?? body.model_version ?? fallback;
	if (typeof model === 'string' && retired.includes(model)) {
		throw new Refusal('retiredModel', `The model ${model} has been retired.`);
	}
	if (typeof model !== 'string' || !Object.hasOwn(families, model)) {
		throw invalid('model', `must be one of ${Object.keys(families).join(', ')}`);
	}
	return model;
}

function checked(body: Body, parameters: Parameters, model: string, family: string): Body {
	const sent: Record<string, unknown> = {};
	for (const [name, parameter] of Object.entries(parameters)) {
		const value = body[name];
		if (value === undefined) {
			continue;
		}
		if (parameter.families && !parameter.families.includes(family)) {
			throw invalid(name, `must not be sent with the model ${model}, not even as false`);
		}
		const complaint = complaintAbout(value, parameter.rule);
		if (complaint) {
			throw invalid(name, complaint);
		}
		sent[name] = value;
	}
	return sent;
}
