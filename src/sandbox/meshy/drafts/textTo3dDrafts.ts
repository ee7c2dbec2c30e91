import { type ModelRecipe, withSteps } from '../../models/recipe';
import { defaultModel, familyOf } from '../meshyModels';
import { meshPrice, texturePrice, typicalSeconds } from '../meshyPrices';
import { invalid } from '../meshyRefusal';
import { sourceTask } from '../sourceTasks';
import { type MeshyDraft, modelProduct, type TaskRequest } from '../taskRequest';
import { formatsOf, meshOf, placing, usualFormats } from './geometry';
import { textureOf, textureSteps, unstripped } from './textureDrafts';

/** Fields that older models had. The service still repeats them. */
const inertEcho = { negative_prompt: '', art_style: '' };

/** A bare mesh from words. */
export async function previewDraft(request: TaskRequest): Promise<MeshyDraft> {
	const prompt = request.needText('prompt');
	const mesh = meshOf(request, { smartModels: ['meshy-t2'], refusesSmartQuads: true, ultra: true });
	const formats = formatsOf(request, usualFormats);
	const seed = request.context.random.seedNumber();
	const words: ModelRecipe = { from: 'words', prompt, seed, textured: true, faceLimit: mesh.faces };
	const model = withSteps(words, ...placing(request), { do: 'strip' });
	return {
		type: 'text-to-3d-preview',
		product: modelProduct(request, { model, formats, quads: mesh.quads, maps: 'none' }),
		price: meshPrice({ model: mesh.model, lowPoly: mesh.kind === 'lowPoly', finer: mesh.finer }),
		seconds: mesh.kind === 'smart' ? typicalSeconds.smartMesh : typicalSeconds.mesh,
		echo: { prompt, ...inertEcho, texture_prompt: '', ai_model: mesh.model },
		texts: [prompt],
	};
}

/** A textured model of a preview. It is a task of its own. */
export async function refineDraft(request: TaskRequest): Promise<MeshyDraft> {
	if (!request.has('preview_task_id')) throw invalid('preview_task_id', 'is required');
	const formats = formatsOf(request, usualFormats);
	const { task, product } = await sourceTask(request, 'preview_task_id', 'model', ['text-to-3d-preview']);
	const aiModel = refiningModel(request, String(task.echo.ai_model));
	const { maps, resolution } = textureOf(request, aiModel);
	const words = request.text('texture_prompt');
	const prompt = String(task.echo.prompt);
	const steps = [...(await textureSteps(request)), ...placing(request)];
	const model = withSteps(unstripped(product.model), ...steps);
	return {
		type: 'text-to-3d-refine',
		product: modelProduct(request, { model, formats, quads: product.quads, maps }),
		price: texturePrice(resolution),
		seconds: typicalSeconds.refine,
		echo: { prompt, ...inertEcho, texture_prompt: words ?? '', ai_model: aiModel },
		texts: [prompt, words],
	};
}

/** The preview's model, or one of its generation. Smart topology has no textures of its own, so each model may do it. */
function refiningModel(request: TaskRequest, previewModel: string): string {
	const named = request.text('ai_model');
	const smart = familyOf(previewModel) === 'smart';
	const takesLatest = request.context.meshy.variants.latestRefines === 'all' && named === defaultModel;
	if (named !== undefined && !smart && !takesLatest && familyOf(named) !== familyOf(previewModel))
		throw invalid('ai_model', `does not match the preview, which was made with ${previewModel}`);
	return named ?? (smart ? defaultModel : previewModel);
}
