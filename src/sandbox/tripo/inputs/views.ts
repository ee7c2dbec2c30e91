import type { PictureRecipe, Side, Views } from '../../models/recipe';
import type { Body } from '../createRequest';
import { sources } from '../sourceRules';
import { invalid, TripoRefusal } from '../tripoRefusal';
import { tripoSides } from '../tripoResult';
import { isRecord } from './references';
import type { RequestInputs } from './requestInputs';

const rule = sources.multiview_to_model;

/** The views of a multiview request: a task's, keyed, or by position. */
export async function viewsIn(body: Body, inputs: RequestInputs): Promise<Views<PictureRecipe>> {
	const task = taskIn(body);
	if (task !== undefined) {
		const { result, type } = inputs.task('inputs', task, rule);
		if (result.kind !== 'views')
			throw new TripoRefusal('wrongSourceType', `A task of type ${type} made no views.`);
		return result.views;
	}
	const references = viewReferences(body.inputs ?? body.files);
	if (references.front === undefined) throw invalid('inputs', 'must have a front view');
	if (Object.keys(references).length < 2) throw invalid('inputs', 'must have two views at least');
	// A single view is a file: tasks that draw one picture have no business here.
	const read = (side: Side) => inputs.picture(`inputs.${side}`, references[side], { tasks: [] });
	const views: Views<PictureRecipe> = { front: await read('front') };
	for (const side of tripoSides.slice(1)) {
		if (references[side] !== undefined) views[side] = await read(side);
	}
	return views;
}

/** The task that `inputs: [{"task_id"}]` names, or the older field. Files beside it are ignored. */
function taskIn(body: Body): unknown {
	const [first] = Array.isArray(body.inputs) ? (body.inputs as unknown[]) : [];
	return isRecord(first) && 'task_id' in first ? first.task_id : (body.original_model_task_id ?? body.input);
}

function viewReferences(inputs: unknown): Partial<Record<Side, unknown>> {
	if (!Array.isArray(inputs) || inputs.length === 0) throw invalid('inputs', 'must be a list of views');
	return inputs.every((one) => isRecord(one) && Object.keys(one).some(isSide))
		? keyed(inputs as Record<string, unknown>[])
		: byPosition(inputs);
}

function keyed(inputs: readonly Record<string, unknown>[]): Partial<Record<Side, unknown>> {
	const views: Partial<Record<Side, unknown>> = {};
	for (const [side, reference] of inputs.flatMap((one) => Object.entries(one))) {
		if (!isSide(side) || views[side] !== undefined)
			throw invalid('inputs', `has an unknown or repeated view: ${side}`);
		views[side] = reference;
	}
	return views;
}

function byPosition(inputs: readonly unknown[]): Partial<Record<Side, unknown>> {
	if (inputs.length !== tripoSides.length)
		throw invalid('inputs', 'must be keyed views, or exactly 4 entries for front, left, back, right');
	const skipped = (one: unknown) => one === '' || (isRecord(one) && Object.keys(one).length === 0);
	const given = tripoSides.map((side, index) => [side, inputs[index]] as const);
	return Object.fromEntries(given.filter(([, reference]) => !skipped(reference)));
}

export function isSide(name: unknown): name is Side {
	return tripoSides.some((side) => side === name);
}
