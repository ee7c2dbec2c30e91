import { promptIn } from '../inputs/prompt';
import { isSide } from '../inputs/views';
import { imageToImageModels, textToImageModels } from '../models';
import { type Result, type Side, sides } from '../recipe';
import { invalid, Refusal } from '../refusal';
import type { Request } from '../request';
import { drawingTasks, sources } from '../sources';
import type { Operation, Order } from './operation';
import { checkPicture, ofWords, redrawing } from './pictureParameters';

/** Characters of the longest prompt for a picture, and for the change of one view. */
const longest = { picture: 1800, view: 1024 };

/** Pictures that a family of models takes at once. */
const mostPictures: Readonly<Record<string, number>> = { seedream: 4, banana: 10, chat2: 16, 'chat2.5': 16 };

const shared = { category: 'image' } as const;

/** From words or pictures to pictures. */
export const pictures: readonly Operation[] = [
	{
		...shared,
		type: 'text_to_image',
		path: '/generation/text-to-image',
		menu: textToImageModels,
		parameters: ofWords,
		order: async (request, inputs) => {
			checkPicture(request);
			const { body, seed } = request;
			const taken = inputs.world.variants.templateAlone === 'taken';
			const prompt = taken && isByTemplate(request) ? '' : promptIn('prompt', body.prompt, longest.picture);
			if (body.style_image !== undefined) {
				await inputs.picture('style_image', body.style_image, { tasks: [] });
			}
			const transparent = request.sent.background === 'transparent';
			return picture(request, prompt, { from: 'words', prompt, seed, transparent });
		},
	},
	{
		...shared,
		type: 'generate_image',
		path: '/generation/image-to-image',
		menu: imageToImageModels,
		parameters: redrawing,
		order: async (request, inputs) => {
			checkPicture(request);
			const { body, seed, family } = request;
			const prompt = isByTemplate(request) ? '' : promptIn('prompt', body.prompt, longest.picture);
			const most = mostPictures[family] ?? 1;
			const references = body.input ?? body.inputs ?? body.file ?? body.files;
			const list: unknown[] = Array.isArray(references) ? references : [references];
			if (list.length === 0 || list.length > most) {
				throw invalid('inputs', `must be 1 to ${most} pictures with the model ${request.model}`);
			}
			const found = [];
			for (const one of list) {
				found.push(await inputs.picture('input', one, sources.generate_image));
			}
			return picture(request, prompt, { from: 'pictures', pictures: found, prompt, seed });
		},
	},
	{
		...shared,
		type: 'generate_multiview_image',
		path: '/generation/image-to-multiview',
		parameters: {},
		order: async ({ body, seed }, inputs) => {
			const rule =
				inputs.world.variants.viewsOfTask === 'taken'
					? { tasks: drawingTasks }
					: sources.generate_multiview_image;
			const of = await inputs.picture('input', body.input ?? body.file, rule);
			const view = (side: Side) => ({ from: 'side', of, side, seed }) as const;
			const views = {
				front: view('front'),
				left: view('left'),
				back: view('back'),
				right: view('right'),
			};
			return { result: { kind: 'views', views, shown: [...sides] } };
		},
	},
	{
		...shared,
		type: 'edit_multiview_image',
		path: '/generation/edit-multiview',
		parameters: {},
		order: ({ body, seed }, inputs) => {
			const edits = editsIn(body.prompts);
			const { result } = inputs.sourceTask(body, sources.edit_multiview_image);
			if (result.kind !== 'views') {
				throw new Refusal('wrongSourceType', 'The source task made no views.');
			}
			const views = { ...result.views };
			for (const [side, prompt] of edits) {
				views[side] = { from: 'pictures', pictures: [views[side] ?? views.front], prompt, seed };
			}
			return {
				result: { kind: 'views', views, shown: edits.map(([side]) => side) },
				says: edits.map(([, prompt]) => prompt),
				echo: { prompts: body.prompts },
			};
		},
	},
];

/** A template stands for the words. */
function isByTemplate({ body, sent }: Request): boolean {
	return body.prompt === undefined && sent.template !== undefined;
}

function picture(
	{ sent }: Request,
	prompt: string,
	made: Extract<Result, { kind: 'picture' }>['picture'],
): Order {
	const format = sent.output_format === 'jpeg' ? 'jpeg' : 'png';
	return {
		result: { kind: 'picture', picture: made, format },
		says: [prompt],
		echo: prompt === '' ? {} : { prompt },
	};
}

/** The views to change, each once, and what is to become of them. */
function editsIn(prompts: unknown): [Side, string][] {
	const list: unknown[] = Array.isArray(prompts) ? prompts : [];
	const edits = list.map((one): [Side, string] => {
		const { view, prompt } = (one ?? {}) as Record<string, unknown>;
		if (!isSide(view)) {
			throw invalid('prompts', `must name a view: ${sides.join(', ')}`);
		}
		return [view, promptIn('prompts', prompt, longest.view)];
	});
	if (edits.length < 1 || new Set(edits.map(([side]) => side)).size < edits.length) {
		throw invalid('prompts', 'must be 1 to 4 changes, each to another view');
	}
	return edits;
}
