import type { Draft } from '../draft';
import { typicalSeconds } from '../durations';
import { pictureInput, pictureInputs } from '../inputs';
import { familyOf } from '../models';
import { meshPrice } from '../prices';
import { after, type Model, type Picture, type Step } from '../recipe';
import { invalid } from '../refusal';
import { sourceTask } from '../sources';
import type { TaskRequest } from '../taskRequest';
import type { TaskType } from '../taskTypes';
import { formatsOf, usualFormats } from './formats';
import { type Mesh, meshOf, placed } from './geometry';
import { guidance, textureOf } from './texture';

const pictureTasks: readonly TaskType[] = ['text-to-image', 'image-to-image'];

/** A model from one picture. */
export async function imageDraft(request: TaskRequest): Promise<Draft> {
	const mesh = meshOf(request, {
		smartModels: ['meshy-t2', 'meshy-t1'],
		refusesSmartQuads: false,
		ultra: true,
	});
	checkTexture(request, mesh.model);
	if (request.has('input_task_id')) {
		const { product } = await sourceTask(request, 'input_task_id', 'pictures', pictureTasks);
		const [picture, ...more] = product.pictures;
		if (!picture || more.length > 0) {
			throw invalid('input_task_id', 'names a task that made several pictures');
		}
		return modelDraft(request, 'image-to-3d', mesh, modelOf([picture]));
	}
	if (!request.has('image_url')) {
		throw invalid('image_url or input_task_id', 'is required');
	}
	const picture = await pictureInput(request, 'image_url', request.body.image_url);
	return modelDraft(request, 'image-to-3d', mesh, modelOf([picture]));
}

/** A model from one to four pictures of it, the front first. */
export async function multiImageDraft(request: TaskRequest): Promise<Draft> {
	const mesh = meshOf(request, { smartModels: [], refusesSmartQuads: false, ultra: false });
	checkTexture(request, mesh.model);
	if (request.has('texture_image_urls')) {
		checkTexturePictures(request, mesh);
	}
	if (!request.has('input_task_id') && !request.has('image_urls')) {
		throw invalid('image_urls or input_task_id', 'is required');
	}
	const pictures = request.has('input_task_id')
		? (await sourceTask(request, 'input_task_id', 'pictures', pictureTasks)).product.pictures
		: await pictureInputs(request, 'image_urls', 4);
	const looks = request.has('texture_image_urls')
		? await pictureInputs(request, 'texture_image_urls', 4)
		: [];
	return modelDraft(request, 'multi-image-to-3d', mesh, modelOf(pictures), looks);
}

function checkTexture(request: TaskRequest, model: string): void {
	if (!request.flag('should_texture', true)) {
		if (request.flag('enable_pbr')) {
			throw invalid('enable_pbr', 'needs should_texture');
		}
		return;
	}
	textureOf(request, model);
}

function checkTexturePictures(request: TaskRequest, { model }: Mesh): void {
	if (familyOf(model) !== '7') {
		throw invalid('texture_image_urls', `cannot be used with ${model}`);
	}
	if (request.has('texture_prompt') || request.has('texture_image_url')) {
		throw invalid('texture_image_urls', 'cannot be sent with texture_prompt or texture_image_url');
	}
	if (!request.flag('should_texture', true)) {
		throw invalid('texture_image_urls', 'needs should_texture');
	}
}

/** What pictures show. Of those that the sandbox drew it knows what it drew. */
function modelOf(pictures: Picture[]): Model {
	const [first, ...more] = pictures;
	switch (first?.from) {
		case 'words':
			return { from: 'words', prompt: first.prompt, seed: first.seed };
		case 'view':
			return first.model;
		default:
			return first && more.length === 0
				? { from: 'picture', picture: first }
				: { from: 'pictures', pictures };
	}
}

async function modelDraft(
	request: TaskRequest,
	type: 'image-to-3d' | 'multi-image-to-3d',
	mesh: Mesh,
	shown: Model,
	looks: readonly Picture[] = [],
): Promise<Draft> {
	const formats = formatsOf(request, usualFormats);
	const texture = request.flag('should_texture', true) ? textureOf(request, mesh.model) : undefined;
	const steps: Step[] = texture ? await guidance(request, looks) : [{ do: 'strip' }];
	const finished = (shape: Model) => placed(request, steps.reduce(after, shape));
	const reduced = mesh.faces === undefined ? shown : after(shown, { do: 'simplify', faces: mesh.faces });
	const keepsWhole =
		request.flag('save_pre_remeshed_model') && mesh.faces !== undefined && mesh.kind !== 'smart';
	const words = request.text('texture_prompt');
	const bare = mesh.kind === 'smart' ? typicalSeconds.smartMesh : typicalSeconds.mesh;
	return {
		type,
		product: {
			kind: 'model',
			model: finished(reduced),
			formats,
			quads: mesh.quads,
			maps: texture ? (texture.pbr ? 'pbr' : 'colour') : 'none',
			alphaThumbnail: request.flag('alpha_thumbnail'),
			sideThumbnails: request.flag('multi_view_thumbnails'),
			...(keepsWhole ? { before: finished(shown) } : {}),
		},
		price: meshPrice({
			model: mesh.model,
			lowPoly: mesh.kind === 'lowPoly',
			finer: mesh.finer,
			texture: texture?.resolution,
		}),
		seconds: texture ? typicalSeconds.texturedMesh : bare,
		echo: { texture_prompt: words ?? '', ai_model: mesh.model },
		texts: [words],
	};
}
