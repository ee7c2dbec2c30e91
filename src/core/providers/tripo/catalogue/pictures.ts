import { allOf, anyOf, family, fewPictures, given, input, is, not } from '../../catalogue/condition';
import type { ModelTable, OperationSpec, ParameterSpec, PixelLimits } from '../../catalogue/operationSpec';

/** Families of picture models; those of one family take the same parameters. */
const chat = ['chat2', 'chat2.5'] as const;

const models: ModelTable['list'] = [
	{ id: 'seedream_v5', family: 'seedream', label: 'Seedream 5', description: 'up to 4 pictures' },
	{ id: 'seedream_v4', family: 'seedream', label: 'Seedream 4', description: 'from words only' },
	...[
		['banana', 'Banana', 'aspect ratio; up to 10 pictures'],
		['banana2', 'Banana 2', 'aspect ratio; up to 10 pictures'],
		['banana_pro', 'Banana Pro', 'aspect ratio; 20 credits at 4K'],
	].map(([id = '', label = '', description = '']) => ({ id, family: 'banana', label, description })),
	{ id: 'chat_image_2', family: 'chat2', label: 'Chat Image 2', description: 'quality; up to 16 pictures' },
	...['flare', 'sunburst'].map((name) => ({
		id: `chat_image_2.5_${name}`,
		family: 'chat2.5',
		label: `Chat Image 2.5 ${name}`,
		description: 'quality, background; up to 16 pictures',
	})),
];

const usualRatios = '1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9'.split(' ');

const templates = ['asset_extraction', 'character_completion', 't_pose', 'variants', 'figure'];

/** Only those of the chat models are published. */
const pixels: readonly PixelLimits[] = [
	{
		when: family(...chat),
		shortest: 16,
		longest: 3840,
		step: 16,
		ratio: 3,
		least: 655_360,
		most: 8_294_400,
	},
	{ shortest: 100, longest: 9999 },
];

const parameters: readonly ParameterSpec[] = [
	{
		name: 'size',
		label: 'Size',
		description: '1K, 2K and 4K are squares; or pixels, such as 1920x1080.',
		type: 'enum',
		values: ['1K', '2K', '4K'],
		pixels,
		common: true,
	},
	{
		name: 'aspect_ratio',
		label: 'Aspect ratio',
		type: 'enum',
		values: [...usualRatios, '1:8', '1:4', '4:1', '8:1'],
		// Pictures this long are drawn by one model alone.
		only: [{ values: usualRatios, when: not(is('model', 'banana2')) }],
		families: ['banana'],
		common: true,
	},
	{
		name: 'quality',
		label: 'Quality',
		type: 'enum',
		values: ['low', 'medium', 'high', 'xhigh', 'max'],
		only: [{ values: ['low', 'medium', 'high'], when: family('chat2') }],
		families: chat,
	},
	{
		name: 'background',
		label: 'Background',
		type: 'enum',
		values: ['auto', 'opaque', 'transparent'],
		families: ['chat2.5'],
	},
	{ name: 'output_format', label: 'File', type: 'enum', values: ['png', 'jpeg'] },
	{ name: 'watermark', label: 'Watermark', type: 'boolean', families: ['seedream'] },
	{ name: 'negative_prompt', label: 'What it should not show', type: 'text', longest: 255 },
	{ name: 't_pose', label: 'T-pose', type: 'boolean' },
	{ name: 'sketch_to_render', label: 'Render a sketch', type: 'boolean' },
];

function template(values: readonly string[]): ParameterSpec {
	return { name: 'template', label: 'Template', type: 'enum', values };
}

const transparentIsPng = {
	when: is('background', 'transparent'),
	needs: is('output_format', 'png'),
	words: 'a transparent “background” needs “output_format” png',
};

const common = {
	gives: 'images',
	// 5 to 20 credits by model and size; the service publishes that of the dearest alone.
	prices: [{ credits: 20, when: allOf(is('model', 'banana_pro'), is('size', '4K')) }],
	seconds: 25,
	taskClass: 'image',
} as const;

export const textToImage: OperationSpec = {
	...common,
	title: 'Text to Picture',
	detail: 'A concept picture of what the prompt says, for 5 to 20 credits by model and size.',
	inputs: { prompt: { longest: 1800, required: true } },
	models: { option: 'model', default: 'seedream_v4', list: models },
	parameters: [...parameters, template(templates)],
	rules: [transparentIsPng],
};

/** Pictures that a family takes at most; the others take as many as anybody. */
const mostPictures = { seedream: 4, banana: 10 };

export const imageToImage: OperationSpec = {
	...common,
	title: 'Edit Picture',
	detail: 'A picture made of one or more others as the prompt says, for 5 to 20 credits by model and size.',
	inputs: {
		prompt: { longest: 1800, required: false },
		images: { least: 1, most: 16 },
	},
	models: {
		option: 'model',
		default: 'seedream_v5',
		list: models.filter(({ id }) => id !== 'seedream_v4'),
	},
	parameters: [...parameters, template([...templates, 'head_extraction', '3d_enhance', 'print_clay'])],
	rules: [
		transparentIsPng,
		{
			needs: anyOf(input('prompt'), given('template')),
			words: 'it needs a prompt or a “template”',
		},
		...Object.entries(mostPictures).map(([name, most]) => ({
			when: family(name),
			needs: fewPictures(most),
			words: `this model takes at most ${most} pictures`,
		})),
	],
};
