import type { OperationSpec } from '../../catalogue/operationSpec';

const common = { gives: 'images', rules: [], seconds: 25, taskClass: 'image' } as const;

export const imageToMultiview: OperationSpec = {
	...common,
	title: 'Picture to Views',
	detail: 'Front, left, back and right of what one picture shows.',
	inputs: {
		images: { least: 0, most: 1 },
		// The one call about pictures that takes a file token or a URL, and no task.
		source: { required: false, from: ['textToImage', 'imageToImage'], as: 'picture' },
		exclusive: { of: ['images', 'source'], least: 1 },
	},
	parameters: [],
	prices: [{ credits: 10 }],
};

export const editMultiview: OperationSpec = {
	...common,
	title: 'Edit Views',
	detail: 'The views that you name, changed as you say.',
	inputs: { source: { required: true, from: ['imageToMultiview', 'editMultiview'] } },
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
