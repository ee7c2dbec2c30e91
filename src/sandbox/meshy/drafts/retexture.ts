import type { Draft } from '../draft';
import { typicalSeconds } from '../durations';
import { pictureInput, pictureInputs } from '../inputs';
import { defaultModel, familyOf, multiviewModel } from '../models';
import { texturePrice } from '../prices';
import { after, type Step } from '../recipe';
import { invalid, Refusal } from '../refusal';
import { modelSource, modelTasks } from '../sources';
import type { TaskRequest } from '../taskRequest';
import { formatsOf, usualFormats } from './formats';
import { textureOf } from './texture';

/** A new texture on an old model, after words or pictures. */
export async function retextureDraft(request: TaskRequest): Promise<Draft> {
	checkStyle(request);
	const model = request.text('ai_model') ?? defaultModel;
	const texture = textureOf(request, model);
	const formats = formatsOf(request, usualFormats);
	const style = await styleOf(request);
	const source = await modelSource(request, modelTasks.retexture);
	const words = request.text('text_style_prompt');
	return {
		type: 'retexture',
		product: {
			kind: 'model',
			model: after(source.model, { do: 'texture', ...style, seed: request.world.dice.seedNumber() }),
			formats,
			quads: source.quads,
			maps: texture.pbr ? 'pbr' : 'colour',
			alphaThumbnail: request.flag('alpha_thumbnail'),
			sideThumbnails: false,
		},
		price: texturePrice(texture.resolution),
		seconds: typicalSeconds.retexture,
		echo: { text_style_prompt: words ?? '', ai_model: model },
		texts: [words],
	};
}

function checkStyle(request: TaskRequest): void {
	const several = request.has('multiview_image_urls');
	const one = Boolean(request.text('text_style_prompt')?.trim()) || request.has('image_style_url');
	if (!several && !one) {
		throw invalid('text_style_prompt, image_style_url or multiview_image_urls', 'is required');
	}
	if (several && one) {
		throw invalid('multiview_image_urls', 'cannot be sent with another style');
	}
	if (several && !paintsAfterViews(request)) {
		throw new Refusal(400, `multiview_image_urls requires ai_model ${multiviewModel}`);
	}
}

function paintsAfterViews(request: TaskRequest): boolean {
	const model = request.text('ai_model');
	return request.world.meshy.variants.viewsModels === 'named'
		? model === multiviewModel
		: familyOf(model ?? defaultModel) === familyOf(multiviewModel);
}

/** A picture goes before words. */
async function styleOf(
	request: TaskRequest,
): Promise<Pick<Extract<Step, { do: 'texture' }>, 'words' | 'picture'>> {
	if (request.has('multiview_image_urls')) {
		const [picture] = await pictureInputs(request, 'multiview_image_urls', 4);
		return picture ? { picture } : {};
	}
	if (request.has('image_style_url')) {
		return { picture: await pictureInput(request, 'image_style_url', request.body.image_style_url) };
	}
	return { words: request.needText('text_style_prompt') };
}
