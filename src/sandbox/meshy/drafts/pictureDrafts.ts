import type { ModelRecipe, PictureRecipe } from '../../models/recipe';
import { pictureInputs } from '../fileInputs';
import { pictureModels } from '../meshyModels';
import { picturePrice, typicalSeconds } from '../meshyPrices';
import { invalid } from '../meshyRefusal';
import { pictureTasks, sourceTask } from '../sourceTasks';
import type { MeshyDraft, TaskRequest } from '../taskRequest';

/** Ratios that only some models know. */
const photoRatios: readonly string[] = ['3:2', '2:3'];

/** What a set of views shows, in order. */
const viewsOfSet = ['front', 'right', 'back'] as const;

/** Pictures from words. */
export async function textToImageDraft(request: TaskRequest): Promise<MeshyDraft> {
	const { model, prompt } = checked(request);
	const seed = request.context.random.seedNumber();
	const transparent = request.flag('remove_background');
	return pictureDraft(request, 'text-to-image', picturePrice(model, 'words'), {
		picture: { from: 'words', prompt, seed, transparent },
		shown: { from: 'words', prompt, seed, textured: true },
	});
}

/** Pictures from pictures. The first decides. */
export async function imageToImageDraft(request: TaskRequest): Promise<MeshyDraft> {
	const { model } = checked(request);
	if (!request.has('input_task_id') && !request.has('reference_image_urls'))
		throw invalid('reference_image_urls or input_task_id', 'is required');
	const [picture] = request.has('input_task_id')
		? (await sourceTask(request, 'input_task_id', 'pictures', pictureTasks)).product.pictures
		: await pictureInputs(request, 'reference_image_urls', 5);
	if (!picture) throw invalid('input_task_id', 'names a task without pictures');
	const seed = request.context.random.seedNumber();
	const transparent = request.flag('remove_background');
	return pictureDraft(request, 'image-to-image', picturePrice(model, 'pictures'), {
		picture: { from: 'picture', picture, seed, transparent },
		shown: { from: 'picture', picture },
	});
}

function checked(request: TaskRequest): { model: string; prompt: string } {
	const model = request.needText('ai_model');
	const prompt = request.needText('prompt');
	const ratio = request.text('aspect_ratio');
	const lenient = request.context.meshy.variants.ratioOfViews === 'ignored';
	if (ratio !== undefined && request.flag('generate_multi_view') && !lenient)
		throw invalid('aspect_ratio', 'cannot be sent with generate_multi_view');
	if (ratio !== undefined && photoRatios.includes(ratio) && !pictureModels[model]?.photoRatios)
		throw invalid('aspect_ratio', `cannot be ${ratio} with ${model}`);
	return { model, prompt };
}

/** One picture, or what is to be seen on it from several sides, for one price. */
function pictureDraft(
	request: TaskRequest,
	type: 'text-to-image' | 'image-to-image',
	price: number,
	{ picture, shown }: { picture: PictureRecipe; shown: ModelRecipe },
): MeshyDraft {
	const views = viewsOfSet.map((side): PictureRecipe => ({ from: 'view', model: shown, side }));
	const prompt = request.text('prompt');
	return {
		type,
		product: { kind: 'pictures', pictures: request.flag('generate_multi_view') ? views : [picture] },
		price,
		seconds: typicalSeconds.picture,
		echo: { prompt, ai_model: request.text('ai_model') },
		texts: [prompt],
	};
}
