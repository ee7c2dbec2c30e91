import { type FaultAction, readAction } from './faultActions';
import { BadControl, Fields } from './fields';

export type Origin = 'api' | 'files';

/** One scripted step. A request is taken by the first step that fits it and has turns left. */
export interface FaultStep {
	/** Only requests of this host. */
	origin?: Origin;
	method?: string;
	/**
	 * A glob on the path (`*` within a segment, `**` across them), or a regular expression when it starts with
	 * `^`. The API's paths may be written with or without `/v3`. Left out, every path fits.
	 */
	path?: string;
	/** How often it strikes; default once. */
	times: number | 'always';
	/** How many fitting requests pass unharmed first. */
	after: number;
	/** What happens, all of it together. */
	actions: FaultAction[];
}

interface Active {
	step: FaultStep;
	passed: number;
	struck: number;
}

/** The faults still to come, in order. */
export class FaultBook {
	readonly #steps: Active[] = [];

	add(steps: readonly FaultStep[]): void {
		for (const step of steps) this.#steps.push({ step, passed: 0, struck: 0 });
	}

	clear(): void {
		this.#steps.length = 0;
	}

	/** Every step with how often it has struck, the spent ones included. */
	list(): (FaultStep & { struck: number })[] {
		return this.#steps.map(({ step, struck }) => ({ ...step, struck }));
	}

	/** The actions for this request; takes one turn of the step that they come from. */
	take(origin: Origin, method: string, path: string): FaultAction[] {
		for (const active of this.#steps) {
			const { step } = active;
			const left = step.times === 'always' || active.struck < step.times;
			if (!left || !fits(step, origin, method, path)) continue;
			if (active.passed < step.after) {
				active.passed += 1;
				continue;
			}
			active.struck += 1;
			return step.actions;
		}
		return [];
	}
}

function fits(step: FaultStep, origin: Origin, method: string, path: string): boolean {
	if (step.origin !== undefined && step.origin !== origin) return false;
	if (step.method !== undefined && step.method.toUpperCase() !== method) return false;
	if (step.path === undefined) return true;
	const pattern = patternOf(step.path);
	return pattern.test(path) || (origin === 'api' && pattern.test(path.replace(/^\/v3(?=\/)/, '')));
}

/** The regular expression behind a step's `path`. Throws a `SyntaxError` when it is not one. */
export function patternOf(path: string): RegExp {
	if (path.startsWith('^')) return new RegExp(path);
	const source = path
		.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
		.replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'));
	return new RegExp(`^${source}$`);
}

/** Reads `[step, …]` or `{"steps": [step, …]}`. Throws `BadControl` naming the step that is wrong. */
export function readFaultSteps(body: unknown): FaultStep[] {
	return listIn(body).map((step, index) => readStep(step, `step ${index + 1}`));
}

function listIn(body: unknown): unknown[] {
	if (Array.isArray(body)) return body;
	const fields = new Fields(body, 'the body');
	const steps = fields.raw('steps');
	fields.end();
	if (!Array.isArray(steps)) throw fields.bad('steps', 'must be a list');
	return steps;
}

/** An action may be written as its bare name when it needs nothing else, and several strike together. */
function readStep(value: unknown, where: string): FaultStep {
	const fields = new Fields(value, where);
	const origin = fields.choice('origin', ['api', 'files']);
	const method = fields.text('method');
	const path = fields.text('path');
	const times = fields.raw('times') === 'always' ? 'always' : (fields.number('times', 1) ?? 1);
	const after = fields.number('after', 0) ?? 0;
	const action = fields.raw('action');
	fields.end();
	if (path !== undefined) checkPattern(path, where);
	const actions: unknown[] = Array.isArray(action) ? action : [action];
	return {
		...(origin !== undefined && { origin }),
		...(method !== undefined && { method }),
		...(path !== undefined && { path }),
		times,
		after,
		actions: actions.map((one) =>
			readAction(new Fields(typeof one === 'string' ? { type: one } : one, `${where}, action`)),
		),
	};
}

function checkPattern(path: string, where: string): void {
	try {
		patternOf(path);
	} catch {
		throw new BadControl(`${where}: path is not a regular expression`);
	}
}
