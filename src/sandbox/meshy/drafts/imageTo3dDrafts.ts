import { type ModelRecipe, type ModelStep, type PictureRecipe, withSteps } from '../../models/recipe';
import { pictureInput, pictureInputs } from '../fileInputs';
import { familyOf } from '../meshyModels';
import { meshPrice, typicalSeconds } from '../meshyPrices';
import { meshySides } from '../meshyProduct';
import { invalid } from '../meshyRefusal';
import { pictureTasks, sourceTask } from '../sourceTasks';
import { type MeshyDraft, modelProduct, type TaskRequest } from '../taskRequest';
import { formatsOf, type MeshOptions, meshOf, placing, usualFormats } from './geometry';
import { textureOf, textureSteps } from './textureDrafts';

/** A model from one picture. */
export async function imageDraft(request: TaskRequest): Promise<MeshyDraft> {
	const smartModels = ['meshy-t2', 'meshy-t1'];
	const mesh = meshOf(request, { smartModels, refusesSmartQuads: false, ultra: true });
	checkTexture(request, mesh.model);
	return modelDraft(request, 'image-to-3d', mesh, shownBy([await onePicture(request)]));
}

async function onePicture(request: TaskRequest): Promise<PictureRecipe> {
	if (request.has('input_task_id')) {
		const { product } = await sourceTask(request, 'input_task_id', 'pictures', pictureTasks);
		const [picture, ...more] = product.pictures;
		if (!picture || more.length > 0)
			throw invalid('input_task_id', 'names a task that made several pictures');
		return picture;
	}
	if (!request.has('image_url')) throw invalid('image_url or input_task_id', 'is required');
	return pictureInput(request, 'image_url');
}

/** A model from one to four pictures of it, the front first. */
export async function multiImageDraft(request: TaskRequest): Promise<MeshyDraft> {
	const mesh = meshOf(request, { smartModels: [], refusesSmartQuads: false, ultra: false });
	checkTexture(request, mesh.model);
	const styled = request.has('texture_image_urls');
	if (styled) checkTexturePictures(request, mesh);
	if (!request.has('input_task_id') && !request.has('image_urls'))
		throw invalid('image_urls or input_task_id', 'is required');
	const pictures = request.has('input_task_id')
		? (await sourceTask(request, 'input_task_id', 'pictures', pictureTasks)).product.pictures
		: await pictureInputs(request, 'image_urls', 4);
	const styles = styled ? await pictureInputs(request, 'texture_image_urls', 4) : [];
	return modelDraft(request, 'multi-image-to-3d', mesh, shownBy(pictures), styles);
}

function checkTexture(request: TaskRequest, model: string): void {
	if (request.flag('should_texture', true)) textureOf(request, model);
	else if (request.flag('enable_pbr')) throw invalid('enable_pbr', 'needs should_texture');
}

function checkTexturePictures(request: TaskRequest, { model }: MeshOptions): void {
	if (familyOf(model) !== '7') throw invalid('texture_image_urls', `cannot be used with ${model}`);
	if (request.has('texture_prompt') || request.has('texture_image_url'))
		throw invalid('texture_image_urls', 'cannot be sent with texture_prompt or texture_image_url');
	if (!request.flag('should_texture', true)) throw invalid('texture_image_urls', 'needs should_texture');
}

/** What pictures show. Of those that the sandbox drew it knows what it drew. */
function shownBy(pictures: readonly PictureRecipe[]): ModelRecipe {
	const [front, ...others] = pictures;
	if (!front) throw new Error('there is no picture');
	if (front.from === 'words')
		return { from: 'words', prompt: front.prompt, seed: front.seed, textured: true };
	if (front.from === 'view') return front.model;
	const named = others.map((picture, index) => [meshySides[index + 1], picture] as const);
	return others.length === 0
		? { from: 'picture', picture: front }
		: { from: 'views', views: { front, ...Object.fromEntries(named) } };
}

async function modelDraft(
	request: TaskRequest,
	type: 'image-to-3d' | 'multi-image-to-3d',
	mesh: MeshOptions,
	shown: ModelRecipe,
	styles: readonly PictureRecipe[] = [],
): Promise<MeshyDraft> {
	const { model: aiModel, kind, finer, faces, quads } = mesh;
	const formats = formatsOf(request, usualFormats);
	const texture = request.flag('should_texture', true) ? textureOf(request, aiModel) : undefined;
	const steps: ModelStep[] = texture ? await textureSteps(request, styles) : [{ do: 'strip' }];
	const finished = (shape: ModelRecipe) => withSteps(shape, ...steps, ...placing(request));
	const reduced = faces === undefined ? shown : withSteps(shown, { do: 'simplify', faces });
	const keepsWhole = request.flag('save_pre_remeshed_model') && faces !== undefined && kind !== 'smart';
	const words = request.text('texture_prompt');
	const bare = kind === 'smart' ? typicalSeconds.smartMesh : typicalSeconds.mesh;
	return {
		type,
		product: {
			...modelProduct(request, { model: finished(reduced), formats, quads, maps: texture?.maps ?? 'none' }),
			sideThumbnails: request.flag('multi_view_thumbnails'),
			...(keepsWhole && { before: finished(shown) }),
		},
		price: meshPrice({ model: aiModel, lowPoly: kind === 'lowPoly', finer, texture: texture?.resolution }),
		seconds: texture ? typicalSeconds.texturedMesh : bare,
		echo: { texture_prompt: words ?? '', ai_model: aiModel },
		texts: [words],
	};
}
