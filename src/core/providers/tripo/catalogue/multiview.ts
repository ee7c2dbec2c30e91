import type { OperationSpec } from '../../catalogue/catalogue';

const common = { gives: 'images', rules: [], seconds: 25, taskClass: 'image' } as const;

export const imageToMultiview: OperationSpec = {
	...common,
	title: 'Picture to Views',
	detail: 'Front, left, back and right of what one picture shows.',
	inputs: { images: { least: 1, most: 1 } },
	parameters: [],
	prices: [{ credits: 10 }],
};

export const editMultiview: OperationSpec = {
	...common,
	title: 'Edit Views',
	detail: 'The views that you name, changed as you say.',
	inputs: { source: { required: true, from: ['imageToMultiview'] } },
	parameters: [
		{
			name: 'prompts',
			label: 'Changes',
			description: 'What to change in which view.',
			type: 'viewPrompts',
			longest: 1024,
			required: true,
			common: true,
		},
	],
	prices: [{ credits: 5, each: 'prompts' }],
};
