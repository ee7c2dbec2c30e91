import { promptIn } from '../inputs/prompt';
import { viewsIn } from '../inputs/views';
import { echoOf, lookOf } from '../look';
import { generationModels, isLowPoly } from '../models';
import { sources } from '../sources';
import { fromPicture, fromViews, fromWords } from './generationParameters';
import type { Operation } from './operation';
import { modelResult } from './results';

const shared = {
	menu: generationModels,
	seed: 'model_seed',
	category: (family: string) => (isLowPoly(family) ? 'p' : 'h'),
} as const;

/** From words or pictures to a model. */
export const generation: readonly Operation[] = [
	{
		...shared,
		type: 'text_to_model',
		path: '/generation/text-to-model',
		parameters: fromWords,
		order: (request) => {
			const look = lookOf(request);
			const prompt = promptIn('prompt', request.body.prompt, 1024);
			return {
				result: modelResult({ from: 'prompt', prompt, ...look }),
				says: [prompt],
				echo: { prompt, ...echoOf(look) },
			};
		},
	},
	{
		...shared,
		type: 'image_to_model',
		path: '/generation/image-to-model',
		parameters: fromPicture,
		order: async (request, inputs) => {
			const look = lookOf(request);
			const { body } = request;
			const picture = await inputs.picture('input', body.input ?? body.file, sources.image_to_model);
			return { result: modelResult({ from: 'picture', picture, ...look }), echo: echoOf(look) };
		},
	},
	{
		...shared,
		type: 'multiview_to_model',
		path: '/generation/multiview-to-model',
		parameters: fromViews,
		order: async (request, inputs) => {
			const look = lookOf(request);
			const views = await viewsIn(request.body, inputs);
			return { result: modelResult({ from: 'views', views, ...look }), echo: echoOf(look) };
		},
	},
];
