import { pixelsIn } from '../../http/fieldRules';
import type { ModelRecipe, PictureRecipe, Side } from '../../models/recipe';
import { type CreateRequest, choice, flag, type Parameters, promptIn } from '../createRequest';
import { isSide } from '../inputs/views';
import { drawingTasks, sources } from '../sourceRules';
import { imageToImageModels, textToImageModels } from '../tripoModels';
import { invalid, TripoRefusal } from '../tripoRefusal';
import { tripoSides } from '../tripoResult';
import type { TripoDraft, TripoOperation } from './tripoOperation';

const usualRatios = '1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9'.split(' ');
/** Only `banana2` draws pictures this long. */
const longRatios = ['1:8', '1:4', '4:1', '8:1'];
const templates = ['asset_extraction', 'character_completion', 't_pose', 'variants', 'figure'];

/** The fields of a picture from words. */
export const pictureParameters: Parameters = {
	negative_prompt: { kind: 'text', most: 1800 },
	size: { kind: 'pixels' },
	aspect_ratio: { ...choice(...usualRatios, ...longRatios), families: ['banana'] },
	quality: { ...choice('low', 'medium', 'high', 'xhigh', 'max'), families: ['chat2', 'chat2.5'] },
	background: { ...choice('auto', 'opaque', 'transparent'), families: ['chat2.5'] },
	output_format: choice('png', 'jpeg'),
	watermark: { ...flag, families: ['seedream'] },
	t_pose: flag,
	sketch_to_render: flag,
	template: choice(...templates),
};

/** The fields of a picture from pictures. */
export const redrawingParameters: Parameters = {
	...pictureParameters,
	template: choice(...templates, 'head_extraction', '3d_enhance', 'print_clay'),
};

/** What the chat models draw when the size is given in pixels. */
const chatSizes = { step: 16, longest: 3840, ratio: 3, least: 655_360, most: 8_294_400 };

/** The rules that join several fields of a picture request. */
export function checkPicture({
	sent,
	family,
	model,
}: Pick<CreateRequest, 'sent' | 'family' | 'model'>): void {
	if (longRatios.includes(String(sent.aspect_ratio)) && model !== 'banana2')
		throw invalid('aspect_ratio', `must be one of ${usualRatios.join(', ')} with the model ${model}`);
	if (family === 'chat2' && (sent.quality === 'xhigh' || sent.quality === 'max'))
		throw invalid('quality', 'must be one of low, medium, high with this model');
	if (sent.background === 'transparent' && sent.output_format === 'jpeg')
		throw invalid('background', 'can be transparent in png only');
	if (family.startsWith('chat') && String(sent.size).includes('x') && !isChatSize(sent.size)) {
		throw invalid(
			'size',
			'must have edges that are multiples of 16 up to 3840, no longer than 3:1, 655360 to 8294400 pixels in all',
		);
	}
}

function isChatSize(size: unknown): boolean {
	const { width, height } = pixelsIn(size) ?? { width: 0, height: 0 };
	const { step, longest, ratio, least, most } = chatSizes;
	const [long, short] = [Math.max(width, height), Math.min(width, height)];
	const even = width % step === 0 && height % step === 0;
	return even && long <= Math.min(longest, ratio * short) && long * short >= least && long * short <= most;
}

/** Characters of the longest prompt for a picture, and for the change of one view. */
const longest = { picture: 1800, view: 1024 };

/** Pictures that a family of models takes at once. */
const mostPictures: Readonly<Record<string, number>> = { seedream: 4, banana: 10, chat2: 16, 'chat2.5': 16 };

/** From words or pictures to pictures. */
export const pictureGeneration: readonly TripoOperation[] = [
	{
		type: 'text_to_image',
		path: '/generation/text-to-image',
		category: 'image',
		menu: textToImageModels,
		parameters: pictureParameters,
		draft: async (request, inputs) => {
			checkPicture(request);
			const { body, seed, sent } = request;
			const taken = inputs.context.tripo.variants.templateAlone === 'taken';
			const prompt = taken && isByTemplate(request) ? '' : promptIn('prompt', body.prompt, longest.picture);
			if (body.style_image !== undefined)
				await inputs.picture('style_image', body.style_image, { tasks: [] });
			const transparent = sent.background === 'transparent';
			return pictureDraft(request, prompt, { from: 'words', prompt, seed, transparent });
		},
	},
	{
		type: 'generate_image',
		path: '/generation/image-to-image',
		category: 'image',
		menu: imageToImageModels,
		parameters: redrawingParameters,
		draft: async (request, inputs) => {
			checkPicture(request);
			const { body, seed, family, model } = request;
			const prompt = isByTemplate(request) ? '' : promptIn('prompt', body.prompt, longest.picture);
			const most = mostPictures[family] ?? 1;
			const references = body.input ?? body.inputs ?? body.file ?? body.files;
			const [first, ...others]: unknown[] = Array.isArray(references) ? references : [references];
			if (others.length >= most || (Array.isArray(references) && references.length === 0))
				throw invalid('inputs', `must be 1 to ${most} pictures with the model ${model}`);
			// The first decides; the others only have to be pictures.
			const picture = await inputs.picture('input', first, sources.generate_image);
			for (const other of others) await inputs.picture('input', other, sources.generate_image);
			return pictureDraft(request, prompt, redrawn(picture, prompt, seed));
		},
	},
	{
		type: 'generate_multiview_image',
		path: '/generation/image-to-multiview',
		category: 'image',
		parameters: {},
		draft: async ({ body }, inputs) => {
			const anyDrawn = inputs.context.tripo.variants.viewsOfTask === 'taken';
			const rule = anyDrawn ? { tasks: drawingTasks } : sources.generate_multiview_image;
			const model = shownBy(await inputs.picture('input', body.input ?? body.file, rule));
			const view = (side: Side): PictureRecipe => ({ from: 'view', model, side });
			const views = { front: view('front'), left: view('left'), back: view('back'), right: view('right') };
			return { result: { kind: 'views', views, shown: tripoSides } };
		},
	},
	{
		type: 'edit_multiview_image',
		path: '/generation/edit-multiview',
		category: 'image',
		parameters: {},
		draft: ({ body, seed }, inputs) => {
			const edits = editsIn(body.prompts);
			const { result } = inputs.sourceTask(body, sources.edit_multiview_image);
			if (result.kind !== 'views')
				throw new TripoRefusal('wrongSourceType', 'The source task made no views.');
			const views = { ...result.views };
			for (const [side, prompt] of edits) views[side] = redrawn(views[side] ?? views.front, prompt, seed);
			return {
				result: { kind: 'views', views, shown: edits.map(([side]) => side) },
				texts: edits.map(([, prompt]) => prompt),
				echo: { prompts: body.prompts },
			};
		},
	},
];

/** What a picture shows. Of a picture that was made from words more is known than what can be seen. */
function shownBy(picture: PictureRecipe): ModelRecipe {
	return picture.from === 'words'
		? { from: 'words', prompt: picture.prompt, seed: picture.seed, textured: true }
		: { from: 'picture', picture };
}

function redrawn(picture: PictureRecipe, prompt: string, seed: number): PictureRecipe {
	return { from: 'picture', picture, seed, transparent: false, prompt };
}

/** A template stands for the words. */
function isByTemplate({ body, sent }: CreateRequest): boolean {
	return body.prompt === undefined && sent.template !== undefined;
}

function pictureDraft({ sent }: CreateRequest, prompt: string, picture: PictureRecipe): TripoDraft {
	const format = sent.output_format === 'jpeg' ? 'jpeg' : 'png';
	const echo = prompt === '' ? {} : { prompt };
	return { result: { kind: 'picture', picture, format }, texts: [prompt], echo };
}

/** The views to change, each once, and what is to become of them. */
function editsIn(prompts: unknown): [Side, string][] {
	const list: unknown[] = Array.isArray(prompts) ? prompts : [];
	const edits = list.map((one): [Side, string] => {
		const { view, prompt } = (one ?? {}) as Record<string, unknown>;
		if (!isSide(view)) throw invalid('prompts', `must name a view: ${tripoSides.join(', ')}`);
		return [view, promptIn('prompts', prompt, longest.view)];
	});
	if (edits.length < 1 || new Set(edits.map(([side]) => side)).size < edits.length)
		throw invalid('prompts', 'must be 1 to 4 changes, each to another view');
	return edits;
}
