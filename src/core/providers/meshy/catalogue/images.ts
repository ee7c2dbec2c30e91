import { family, given, is, not } from '../../catalogue/condition';
import type { OperationSpec, ParameterSpec, PriceRow, RequestRule } from '../../catalogue/operationSpec';
import { drawingModels } from './models';
import { counted, longestPrompt, pictureFiles, pose } from './parameters';

const parameters: readonly ParameterSpec[] = [
	{
		name: 'aspect_ratio',
		label: 'Aspect ratio',
		type: 'enum',
		values: ['1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'],
		default: '1:1',
		common: true,
		when: not(is('generate_multi_view', true)),
	},
	{
		name: 'generate_multi_view',
		label: 'Several views',
		description: 'Three pictures of the object from its sides, for one price.',
		type: 'boolean',
		default: false,
		common: true,
	},
	{ name: 'remove_background', label: 'Remove the background', type: 'boolean', default: false },
];

const rules: readonly RequestRule[] = [
	{
		when: is('generate_multi_view', true),
		needs: not(given('aspect_ratio')),
		words: '“generate_multi_view” cannot go with “aspect_ratio”',
	},
	{
		when: is('aspect_ratio', '3:2', '2:3'),
		needs: not(family('nano-banana', 'nano-banana-2', 'nano-banana-pro')),
		words: '“aspect_ratio” 3:2 and 2:3 need a GPT model',
	},
];

function prices(gpt: number): readonly PriceRow[] {
	return [
		{ credits: 3, when: family('nano-banana') },
		{ credits: 6, when: family('nano-banana-2') },
		{ credits: 9, when: family('nano-banana-pro') },
		{ credits: gpt, when: family('gpt-image') },
	];
}

export const textToImage: OperationSpec = {
	...counted,
	title: 'Text to Image',
	detail: 'A picture of what the prompt says.',
	gives: 'images',
	inputs: { prompt: { longest: longestPrompt, required: true } },
	models: drawingModels,
	parameters: [...parameters, pose],
	rules,
	prices: prices(9),
	seconds: 20,
};

export const imageToImage: OperationSpec = {
	...counted,
	title: 'Image to Image',
	detail: 'Pictures changed or combined as the prompt says.',
	gives: 'images',
	inputs: {
		prompt: { longest: longestPrompt, required: true },
		images: { least: 0, most: 5 },
		pictureFiles,
		source: { required: false, from: ['textToImage', 'imageToImage'] },
		exclusive: { of: ['images', 'source'], least: 1 },
	},
	models: drawingModels,
	parameters,
	rules,
	prices: prices(12),
	seconds: 20,
};
