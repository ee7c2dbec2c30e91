import { faceCount, type PlaceholderModel } from '../../../placeholders/placeholderModel';
import type { Model } from '../recipe';
import { Refusal } from '../refusal';
import type { TaskRequest } from '../taskRequest';

/** Throws the refusal when a model has more triangles than the operation takes, or cannot be read. */
export async function checkFaces(request: TaskRequest, model: Model, most: number): Promise<void> {
	const faces = faceCount(await seen(request, model));
	if (faces > most) {
		throw new Refusal(400, `The model has ${faces} faces, and at most ${most} are allowed. Remesh it first.`);
	}
}

/**
 * Throws the refusal (422, and at submit as the service does it) when a model is no human figure. Of what was
 * made from words the sandbox knows what it is; what pictures and files show counts as a figure.
 */
export async function checkHumanoid(request: TaskRequest, model: Model): Promise<void> {
	const root = rootOf(model);
	if (root.from === 'words' && (await seen(request, root)).body !== 'biped') {
		throw new Refusal(422, 'Pose estimation failed: the model is not a humanoid.');
	}
}

function rootOf(model: Model): Exclude<Model, { from: 'model' }> {
	return model.from === 'model' ? rootOf(model.model) : model;
}

async function seen({ world }: TaskRequest, model: Model): Promise<PlaceholderModel> {
	try {
		return await world.meshy.making.thing(model);
	} catch (error) {
		throw new Refusal(
			400,
			`The model cannot be read: ${error instanceof Error ? error.message : String(error)}`,
		);
	}
}
