import type { Draft } from '../draft';
import { typicalSeconds } from '../durations';
import { defaultModel, familyOf } from '../models';
import { meshPrice, texturePrice } from '../prices';
import { after, type Model } from '../recipe';
import { invalid } from '../refusal';
import { sourceTask } from '../sources';
import type { TaskRequest } from '../taskRequest';
import { formatsOf, usualFormats } from './formats';
import { meshOf, placed } from './geometry';
import { dressed, guidance, textureOf } from './texture';

/** A bare mesh from words. */
export async function previewDraft(request: TaskRequest): Promise<Draft> {
	const prompt = request.needText('prompt');
	const mesh = meshOf(request, { smartModels: ['meshy-t2'], refusesSmartQuads: true, ultra: true });
	const formats = formatsOf(request, usualFormats);
	const words: Model = {
		from: 'words',
		prompt,
		seed: request.world.dice.seedNumber(),
		...(mesh.faces === undefined ? {} : { faceLimit: mesh.faces }),
	};
	return {
		type: 'text-to-3d-preview',
		product: {
			kind: 'model',
			model: after(placed(request, words), { do: 'strip' }),
			formats,
			quads: mesh.quads,
			maps: 'none',
			alphaThumbnail: request.flag('alpha_thumbnail'),
			sideThumbnails: false,
		},
		price: meshPrice({ model: mesh.model, lowPoly: mesh.kind === 'lowPoly', finer: mesh.finer }),
		seconds: mesh.kind === 'smart' ? typicalSeconds.smartMesh : typicalSeconds.mesh,
		echo: { prompt, negative_prompt: '', art_style: '', texture_prompt: '', ai_model: mesh.model },
		texts: [prompt],
	};
}

/** A textured model of a preview. It is a task of its own. */
export async function refineDraft(request: TaskRequest): Promise<Draft> {
	if (!request.has('preview_task_id')) {
		throw invalid('preview_task_id', 'is required');
	}
	const formats = formatsOf(request, usualFormats);
	const { task, product } = await sourceTask(request, 'preview_task_id', 'model', ['text-to-3d-preview']);
	const model = refiningModel(request, String(task.echo.ai_model));
	const texture = textureOf(request, model);
	const words = request.text('texture_prompt');
	const prompt = String(task.echo.prompt);
	return {
		type: 'text-to-3d-refine',
		product: {
			kind: 'model',
			model: placed(request, (await guidance(request)).reduce(after, dressed(product.model))),
			formats,
			quads: product.quads,
			maps: texture.pbr ? 'pbr' : 'colour',
			alphaThumbnail: request.flag('alpha_thumbnail'),
			sideThumbnails: false,
		},
		price: texturePrice(texture.resolution),
		seconds: typicalSeconds.refine,
		echo: { prompt, negative_prompt: '', art_style: '', texture_prompt: words ?? '', ai_model: model },
		texts: [prompt, words],
	};
}

/** The preview's model, or one of its generation. Smart topology has no textures of its own, so each model may do it. */
function refiningModel(request: TaskRequest, previewModel: string): string {
	const named = request.text('ai_model');
	const smart = familyOf(previewModel) === 'smart';
	const takesLatest = request.world.meshy.variants.latestRefines === 'all' && named === defaultModel;
	if (named !== undefined && !smart && !takesLatest && familyOf(named) !== familyOf(previewModel)) {
		throw invalid('ai_model', `does not match the preview, which was made with ${previewModel}`);
	}
	return named ?? (smart ? defaultModel : previewModel);
}
