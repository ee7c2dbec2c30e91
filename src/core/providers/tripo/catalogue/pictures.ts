import type { ModelTable, OperationSpec, ParameterSpec } from '../../catalogue/catalogue';
import { anyOf, family, fewPictures, given, input, is } from '../../catalogue/condition';

/** Families of picture models; those of one family take the same parameters. */
const seedream = ['seedream4', 'seedream5'] as const;
const chat = ['chat2', 'chat2.5'] as const;

const models: ModelTable['list'] = [
	{ id: 'seedream_v5', family: 'seedream5', label: 'Seedream 5', description: 'all-round' },
	{ id: 'seedream_v4', family: 'seedream4', label: 'Seedream 4', description: 'from words only' },
	{ id: 'banana', family: 'banana', label: 'Banana', description: 'follows instructions closely' },
	{ id: 'banana_pro', family: 'banana', label: 'Banana Pro', description: 'finest detail, highest price' },
	{ id: 'banana2', family: 'banana', label: 'Banana 2', description: 'newer Banana' },
	{ id: 'chat_image_2', family: 'chat2', label: 'Chat Image 2', description: 'quality can be chosen' },
	{
		id: 'chat_image_2.5_flare',
		family: 'chat2.5',
		label: 'Chat Image 2.5 Flare',
		description: 'quality and background can be chosen',
	},
	{
		id: 'chat_image_2.5_sunburst',
		family: 'chat2.5',
		label: 'Chat Image 2.5 Sunburst',
		description: 'quality and background can be chosen',
	},
];

const ratios = '1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9 1:8 1:4 4:1 8:1'.split(' ');

const templates = ['asset_extraction', 'character_completion', 't_pose', 'variants', 'figure'];

const parameters: readonly ParameterSpec[] = [
	{ name: 'size', label: 'Size', type: 'enum', values: ['1K', '2K', '4K'], common: true },
	{
		name: 'aspect_ratio',
		label: 'Aspect ratio',
		type: 'enum',
		values: ratios,
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
	{ name: 'watermark', label: 'Watermark', type: 'boolean', families: seedream },
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
	// 5 to 20 credits by model and size; the service publishes no table.
	prices: [],
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

/** Pictures that a family takes at most. */
const mostPictures = [
	[['seedream5'], 4],
	[['banana'], 10],
	[chat, 16],
] as const;

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
		list: models.filter((model) => model.family !== 'seedream4'),
	},
	parameters: [...parameters, template([...templates, 'head_extraction', '3d_enhance', 'print_clay'])],
	rules: [
		transparentIsPng,
		{
			needs: anyOf(input('prompt'), given('template')),
			words: 'it needs a prompt or a “template”',
		},
		...mostPictures.map(([families, most]) => ({
			when: family(...families),
			needs: fewPictures(most),
			words: `this model takes at most ${most} pictures`,
		})),
	],
};
