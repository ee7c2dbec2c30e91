import type { Operation } from '../../../model/request';
import { anyOf, given, is, not } from '../../catalogue/condition';
import type { OperationSpec } from '../../catalogue/operationSpec';
import { alphaThumbnail, autoSize, counted, faces, fileFormats, origin } from './parameters';
import { modelFiles } from './texturing';

/** Operations whose tasks have a GLB: what only handles files takes them all. */
const modelMakers: readonly Operation[] = [
	'textToModel',
	'refine',
	'imageToModel',
	'multiviewToModel',
	'texture',
	'remesh',
	'convert',
	'resize',
	'uvUnwrap',
];

export const remesh: OperationSpec = {
	...counted,
	title: 'Remesh',
	detail: 'Another number of faces, triangles or quads.',
	gives: 'model',
	inputs: {
		source: {
			required: true,
			from: ['textToModel', 'refine', 'imageToModel', 'texture'],
			files: modelFiles,
		},
	},
	parameters: [...faces, { ...fileFormats, suggested: ['glb'] }, alphaThumbnail],
	rules: [],
	prices: [{ credits: 5 }],
	seconds: 85,
};

export const convert: OperationSpec = {
	...counted,
	title: 'Convert',
	detail: 'The same model in other file formats.',
	gives: 'model',
	inputs: { source: { required: true, from: modelMakers, files: modelFiles } },
	parameters: [fileFormats],
	rules: [
		{
			when: not(given('target_formats')),
			needs: given('target_formats'),
			words: '“target_formats” must say into what',
		},
	],
	prices: [{ credits: 1 }],
	seconds: 15,
};

const sized = { type: 'number', ranges: [{ min: 0.001, max: 1000 }], common: true } as const;
const height = given('resize_height');
const longest = given('resize_longest_side');
const automatic = is('auto_size', true);
const sizeWords = 'just one of “resize_height”, “resize_longest_side” and “auto_size” is needed';

export const resize: OperationSpec = {
	...counted,
	title: 'Resize',
	detail: 'The same model in metres that you name, or that Meshy guesses.',
	gives: 'model',
	inputs: { source: { required: true, from: modelMakers, files: modelFiles } },
	parameters: [
		{ name: 'resize_height', label: 'Height', description: 'Metres.', ...sized },
		{ name: 'resize_longest_side', label: 'Longest side', description: 'Metres.', ...sized },
		autoSize,
		origin,
	],
	rules: [
		{ when: not(anyOf(height, longest, automatic)), needs: automatic, words: sizeWords },
		{ when: height, needs: not(anyOf(longest, automatic)), words: sizeWords },
		{ when: longest, needs: not(automatic), words: sizeWords },
	],
	prices: [{ credits: 1 }],
	seconds: 15,
};

/** At most 40,000 faces, which nobody knows of a task's model beforehand: Meshy refuses more, for free. */
export const uvUnwrap: OperationSpec = {
	...counted,
	title: 'UV Unwrap',
	detail: 'A fresh UV map, without a texture; at most 40,000 faces.',
	gives: 'model',
	inputs: { source: { required: true, from: modelMakers, files: ['glb'] } },
	parameters: [],
	rules: [],
	prices: [{ credits: 5 }],
	seconds: 30,
};
