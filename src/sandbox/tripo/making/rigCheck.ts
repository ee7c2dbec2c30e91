import type { PlaceholderModel } from '../../../placeholders/placeholderModel';
import type { Model } from '../recipe';

/**
 * What the check says of a model. Of things made from words it is known whether they have limbs; whoever shows
 * the sandbox a picture or a file to rig means a person until something better is known.
 */
export function rigCheck(model: Model, { body }: PlaceholderModel): { riggable: boolean; rig_type: string } {
	const guessed = rootOf(model).from === 'prompt' ? undefined : 'biped';
	const rigType = body ?? guessed;
	return { riggable: rigType !== undefined, rig_type: rigType ?? 'others' };
}

function rootOf(model: Model): Model {
	return model.from === 'model' ? rootOf(model.model) : model;
}
