import { type Picture, type Side, sides, type Views } from '../recipe';
import { invalid, Refusal } from '../refusal';
import type { Body } from '../request';
import { sources } from '../sources';
import type { Inputs } from './inputs';
import { isRecord } from './references';

const rule = sources.multiview_to_model;

/** The views of a multiview request: a task's, keyed, or by position. */
export async function viewsIn(body: Body, inputs: Inputs): Promise<Views<Picture>> {
	const task = taskIn(body);
	if (task !== undefined) {
		const { result, type } = inputs.task('inputs', task, rule);
		if (result.kind !== 'views') {
			throw new Refusal('wrongSourceType', `A task of type ${type} made no views.`);
		}
		return result.views;
	}
	const references = viewReferences(body.inputs ?? body.files);
	if (references.front === undefined) {
		throw invalid('inputs', 'must have a front view');
	}
	if (Object.keys(references).length < 2) {
		throw invalid('inputs', 'must have two views at least');
	}
	// A single view is a file: tasks that draw one picture have no business here.
	const pictures: Partial<Views<Picture>> = {};
	for (const side of sides) {
		if (references[side] !== undefined) {
			pictures[side] = await inputs.picture(`inputs.${side}`, references[side], { tasks: [] });
		}
	}
	return pictures as Views<Picture>;
}

/** The task that `inputs: [{"task_id"}]` names, or the older field. Files beside it are ignored. */
function taskIn(body: Body): unknown {
	const [first] = Array.isArray(body.inputs) ? (body.inputs as unknown[]) : [];
	return isRecord(first) && 'task_id' in first ? first.task_id : (body.original_model_task_id ?? body.input);
}

function viewReferences(inputs: unknown): Partial<Record<Side, unknown>> {
	if (!Array.isArray(inputs) || inputs.length === 0) {
		throw invalid('inputs', 'must be a list of views');
	}
	return inputs.every((one) => isRecord(one) && Object.keys(one).some(isSide))
		? keyed(inputs as Record<string, unknown>[])
		: byPosition(inputs);
}

function keyed(inputs: readonly Record<string, unknown>[]): Partial<Record<Side, unknown>> {
	const views: Partial<Record<Side, unknown>> = {};
	for (const [side, reference] of inputs.flatMap((one) => Object.entries(one))) {
		if (!isSide(side) || views[side] !== undefined) {
			throw invalid('inputs', `has an unknown or repeated view: ${side}`);
		}
		views[side] = reference;
	}
	return views;
}

function byPosition(inputs: readonly unknown[]): Partial<Record<Side, unknown>> {
	if (inputs.length !== sides.length) {
		throw invalid('inputs', 'must be keyed views, or exactly 4 entries for front, left, back, right');
	}
	const skipped = (one: unknown) => one === '' || (isRecord(one) && Object.keys(one).length === 0);
	const given = sides.map((side, index) => [side, inputs[index]] as const);
	return Object.fromEntries(given.filter(([, reference]) => !skipped(reference)));
}

export function isSide(name: unknown): name is Side {
	return sides.some((side) => side === name);
}
