import { pictureInput } from '../inputs';
import { familyOf } from '../models';
import type { TextureResolution } from '../prices';
import type { Model, Picture, Step } from '../recipe';
import { invalid } from '../refusal';
import type { TaskRequest } from '../taskRequest';

/** The texture that a request asks for. */
export interface Texture {
	resolution: TextureResolution;
	pbr: boolean;
}

/** Checks the fields about quality against the model that does the work. */
export function textureOf(request: TaskRequest, model: string): Texture {
	const resolution = request.text('texture_resolution') ?? (request.flag('hd_texture') ? '4k' : '2k');
	if (resolution !== '2k' && familyOf(model) === 'lite') {
		throw invalid('texture_resolution', `cannot be ${resolution} with ${model}`);
	}
	return { resolution: resolution as TextureResolution, pbr: request.flag('enable_pbr') };
}

/** What `texture_prompt`, or else `texture_image_url`, or else another picture does to a model; without any nothing. */
export async function guidance(request: TaskRequest, others: readonly Picture[] = []): Promise<Step[]> {
	const words = request.text('texture_prompt');
	const seed = request.world.dice.seedNumber();
	if (words) {
		return [{ do: 'texture', words, seed }];
	}
	const [picture] = request.has('texture_image_url')
		? [await pictureInput(request, 'texture_image_url', request.body.texture_image_url)]
		: others;
	return picture ? [{ do: 'texture', picture, seed }] : [];
}

/** The model before it was stripped of its materials, if it was. */
export function dressed(model: Model): Model {
	return model.from === 'model' && model.step.do === 'strip' ? model.model : model;
}
