import { allOf, family, given, is } from '../../catalogue/condition';
import type { ModelTable, OperationSpec, ParameterSpec } from '../../catalogue/operationSpec';
import { modelFiles, modelTasks } from './sources';

/** Names of parts are the node names of a segmented model. */
export const partNames: ParameterSpec = {
	name: 'part_names',
	label: 'Only these parts',
	description: 'Names as the segmented model has them; all when left open.',
	type: 'list',
	of: 'text',
	least: 1,
	most: 1000,
};

const segmentModels: ModelTable = {
	option: 'model',
	default: 'v1.0-20250506',
	list: [
		{ id: 'v1.0-20250506', family: 'S1', label: 'Segmentation 1.0', description: 'stable' },
		{
			id: 'v2.0-20260430',
			family: 'S2',
			label: 'Segmentation 2.0 (beta)',
			description: 'the number of parts can be steered',
		},
	],
};

export const segment: OperationSpec = {
	title: 'Split into Parts',
	detail: 'The model as separate, named parts.',
	gives: 'model',
	formats: [{ extension: 'glb' }],
	inputs: { source: { required: true, from: [...modelTasks, 'decimate'], files: modelFiles } },
	models: segmentModels,
	parameters: [
		{
			name: 'segmentation_granularity',
			label: 'How fine',
			type: 'enum',
			values: ['simple', 'balanced', 'detailed'],
			families: ['S2'],
			common: true,
		},
		{
			name: 'split_by_connectivity',
			label: 'Split what does not touch',
			type: 'boolean',
			default: true,
			families: ['S2'],
		},
		{
			name: 'ref_image',
			label: 'Reference picture',
			description: 'Shows which parts belong together.',
			type: 'picture',
			families: ['S2'],
		},
	],
	rules: [],
	prices: [{ credits: 40 }],
	seconds: 160,
	taskClass: 'mesh',
};

export const complete: OperationSpec = {
	title: 'Complete Parts',
	detail: 'Closes the holes that splitting left in the parts.',
	gives: 'model',
	formats: [{ extension: 'glb' }],
	inputs: { source: { required: true, from: ['segment'] } },
	parameters: [
		{
			name: 'completion_mode',
			label: 'Holes are',
			description: 'ai_completion invents what was hidden; quick_cap closes flat, for less.',
			type: 'enum',
			values: ['ai_completion', 'quick_cap'],
			default: 'ai_completion',
			common: true,
		},
		partNames,
	],
	rules: [],
	prices: [
		{ credits: 50, when: is('completion_mode', 'ai_completion') },
		{ credits: 30, when: is('completion_mode', 'quick_cap') },
	],
	seconds: 240,
	taskClass: 'mesh',
};

/** The older names of the two still work. */
const decimateModels: ModelTable = {
	option: 'model',
	default: 'v2.0',
	list: [
		{ id: 'v2.0', family: 'smart', label: 'Smart', description: 'new topology, like made by hand' },
		{ id: 'v1.0', family: 'plain', label: 'Plain', description: 'the same mesh with fewer faces' },
		{
			id: 'P-v2.0-20251225',
			family: 'smart',
			label: 'Smart (older name)',
			description: 'new topology, like made by hand',
			legacy: true,
		},
		{
			id: 'P-v1.0-20250506',
			family: 'plain',
			label: 'Plain (older name)',
			description: 'the same mesh with fewer faces',
			legacy: true,
		},
	],
};

export const decimate: OperationSpec = {
	title: 'Reduce Faces',
	detail: 'The model with about as many faces as you say.',
	gives: 'model',
	formats: [{ extension: 'fbx', when: is('quad', true) }, { extension: 'glb' }],
	inputs: { source: { required: true, from: [...modelTasks, 'segment', 'complete'], files: modelFiles } },
	models: decimateModels,
	parameters: [
		{
			name: 'face_limit',
			label: 'About how many faces',
			description: 'A target, and met only roughly.',
			type: 'integer',
			common: true,
			ranges: [
				{ min: 500, max: 10_000, when: allOf(family('smart'), is('quad', true)) },
				{ min: 500, max: 20_000, when: family('smart') },
				{ min: 1, max: 150_000, when: is('quad', true) },
				{ min: 1, max: 2_000_000 },
			],
		},
		{
			name: 'quad',
			label: 'Quads',
			description: 'The file is an FBX then.',
			type: 'boolean',
			default: false,
			common: true,
		},
		{
			name: 'bake',
			label: 'Bake the texture',
			type: 'boolean',
			default: true,
			families: ['smart'],
		},
		{ ...partNames, families: ['smart'] },
	],
	rules: [
		{
			when: family('plain'),
			needs: given('face_limit'),
			words: 'the plain model needs “face_limit”',
		},
	],
	prices: [
		{ credits: 30, when: family('smart') },
		{ credits: 10, when: family('plain') },
	],
	seconds: 200,
	taskClass: 'mesh',
};
