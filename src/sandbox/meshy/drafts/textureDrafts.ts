import { type ModelRecipe, type ModelStep, type PictureRecipe, withSteps } from '../../models/recipe';
import { pictureInput, pictureInputs } from '../fileInputs';
import { defaultModel, familyOf, multiviewModel } from '../meshyModels';
import { type TextureResolution, texturePrice, typicalSeconds } from '../meshyPrices';
import { invalid, MeshyRefusal } from '../meshyRefusal';
import { modelSource, modelTasks } from '../sourceTasks';
import { type MeshyDraft, modelProduct, type TaskRequest } from '../taskRequest';
import { formatsOf, usualFormats } from './geometry';

/** The texture that a request asks for. */
export interface TextureOptions {
	resolution: TextureResolution;
	maps: 'colour' | 'pbr';
}

/** Checks the fields about quality against the model that does the work. */
export function textureOf(request: TaskRequest, model: string): TextureOptions {
	const resolution = request.text('texture_resolution') ?? (request.flag('hd_texture') ? '4k' : '2k');
	if (resolution !== '2k' && familyOf(model) === 'lite')
		throw invalid('texture_resolution', `cannot be ${resolution} with ${model}`);
	const maps = request.flag('enable_pbr') ? 'pbr' : 'colour';
	return { resolution: resolution as TextureResolution, maps };
}

/** What `texture_prompt`, or else `texture_image_url`, or else another picture does to a model; without any nothing. */
export async function textureSteps(
	request: TaskRequest,
	others: readonly PictureRecipe[] = [],
): Promise<ModelStep[]> {
	const words = request.text('texture_prompt');
	const seed = request.context.random.seedNumber();
	if (words) return [{ do: 'texture', words, seed }];
	const [picture] = request.has('texture_image_url')
		? [await pictureInput(request, 'texture_image_url')]
		: others;
	return picture ? [{ do: 'texture', picture, seed }] : [];
}

/** The model before it was stripped of its materials, if it was. */
export function unstripped(model: ModelRecipe): ModelRecipe {
	return model.from === 'model' && model.step.do === 'strip' ? model.model : model;
}

/** A new texture on an old model, after words or pictures. */
export async function retextureDraft(request: TaskRequest): Promise<MeshyDraft> {
	checkStyle(request);
	const model = request.text('ai_model') ?? defaultModel;
	const { maps, resolution } = textureOf(request, model);
	const formats = formatsOf(request, usualFormats);
	const style = await styleOf(request);
	const source = await modelSource(request, modelTasks.retexture);
	const words = request.text('text_style_prompt');
	const seed = request.context.random.seedNumber();
	const painted = withSteps(source.model, { do: 'texture', ...style, seed });
	return {
		type: 'retexture',
		product: modelProduct(request, { model: painted, formats, quads: source.quads, maps }),
		price: texturePrice(resolution),
		seconds: typicalSeconds.retexture,
		echo: { text_style_prompt: words ?? '', ai_model: model },
		texts: [words],
	};
}

function checkStyle(request: TaskRequest): void {
	const several = request.has('multiview_image_urls');
	const one = Boolean(request.text('text_style_prompt')?.trim()) || request.has('image_style_url');
	if (!several && !one)
		throw invalid('text_style_prompt, image_style_url or multiview_image_urls', 'is required');
	if (several && one) throw invalid('multiview_image_urls', 'cannot be sent with another style');
	if (several && !paintsAfterViews(request))
		throw new MeshyRefusal(400, `multiview_image_urls requires ai_model ${multiviewModel}`);
}

function paintsAfterViews(request: TaskRequest): boolean {
	const model = request.text('ai_model');
	return request.context.meshy.variants.viewsModels === 'named'
		? model === multiviewModel
		: familyOf(model ?? defaultModel) === familyOf(multiviewModel);
}

/** A picture goes before words. */
async function styleOf(
	request: TaskRequest,
): Promise<{ words?: string; picture?: PictureRecipe | undefined }> {
	if (request.has('multiview_image_urls')) {
		const [picture] = await pictureInputs(request, 'multiview_image_urls', 4);
		return { picture };
	}
	return request.has('image_style_url')
		? { picture: await pictureInput(request, 'image_style_url') }
		: { words: request.needText('text_style_prompt') };
}
