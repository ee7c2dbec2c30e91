import { type ModelRecipe, type ModelStep, withSteps } from '../../models/recipe';
import type { CreateRequest, Parameters } from '../createRequest';
import type { RequestInputs } from '../inputs/requestInputs';
import type { ModelMenu } from '../tripoModels';
import type { ModelResult, TripoResult } from '../tripoResult';
import type { SlotCategory, TripoOutcome, TripoTaskType } from '../tripoTask';

/** A task that could be made: everything about it is in order but for slots and money. */
export interface TripoDraft {
	result: TripoResult;
	/** The request's words, for moderation; file names are known without. */
	texts?: readonly string[];
	/** Parameters as the task shows them, where they are not just what was sent. */
	echo?: Readonly<Record<string, unknown>>;
	/** Why the task will fail although the request is taken. */
	plannedFailure?: TripoOutcome;
}

/** One call that makes a task. Its price, duration and sources are in tables of their own. */
export interface TripoOperation {
	readonly type: TripoTaskType;
	/** Below the base URL. */
	readonly path: string;
	readonly category: SlotCategory | ((family: string) => SlotCategory);
	readonly menu?: ModelMenu;
	readonly parameters: Parameters;
	/** The parameter that is its seed. */
	readonly seed?: 'model_seed' | 'texture_seed';
	/** Checks what joins several fields and finds the inputs. Throws the `TripoRefusal` of what is not in order. */
	draft(request: CreateRequest, inputs: RequestInputs): Promise<TripoDraft> | TripoDraft;
}

/** A model file with a preview, made from another model by these steps. */
export function reshaped(
	model: ModelRecipe,
	steps: readonly ModelStep[],
	native: ModelResult['native'] = 'glb',
): ModelResult {
	return { kind: 'model', model: withSteps(model, ...steps), format: native, native, preview: true };
}

/** `part_names` of a request; all parts when there are none. */
export function partsIn({ sent }: CreateRequest): { parts?: string[] } {
	return sent.part_names === undefined ? {} : { parts: sent.part_names as string[] };
}
