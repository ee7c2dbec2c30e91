import { anyOf, family, format, given, is, not } from '../../catalogue/condition';
import type { ModelTable, OperationSpec } from '../../catalogue/operationSpec';
import { clipless, clips, clipsOfRig } from './clips';
import { modelTasks } from './sources';

/** Tasks whose model may get a skeleton. */
const riggable = [...modelTasks, 'convert', 'stylize', 'segment', 'complete', 'decimate'] as const;

export const rigCheck: OperationSpec = {
	title: 'Rig Check',
	detail: 'Tells whether the model can be rigged, and as what. Free.',
	gives: 'findings',
	inputs: {
		source: {
			required: true,
			from: riggable,
			files: ['glb'],
			only: { when: format('glb'), words: 'the rig check takes GLB models only: quads come as FBX' },
		},
	},
	parameters: [],
	rules: [],
	prices: [{ credits: 0 }],
	seconds: 5,
	taskClass: 'animation',
};

const rigModels: ModelTable = {
	option: 'model',
	default: 'v1.0-20240301',
	list: [
		{ id: 'v1.0-20240301', family: 'R1', label: 'Rig 1.0', description: 'bipeds; over 90 clips' },
		{ id: 'v2.5-20260210', family: 'R2.5', label: 'Rig 2.5', description: 'all bodies; 16 clips' },
	],
};

const outFormat = {
	name: 'out_format',
	label: 'File',
	type: 'enum',
	values: ['glb', 'fbx'],
	default: 'glb',
	common: true,
} as const;

const formats = [{ extension: 'fbx', when: is('out_format', 'fbx') }, { extension: 'glb' }] as const;

export const rig: OperationSpec = {
	title: 'Rig',
	detail: 'The model with a skeleton, ready for animation.',
	gives: 'model',
	formats,
	inputs: {
		source: {
			required: true,
			from: riggable,
			files: ['glb'],
			only: { when: not(format('schem')), words: 'a Minecraft schematic cannot be rigged' },
		},
	},
	models: rigModels,
	parameters: [
		{
			name: 'rig_type',
			label: 'Body',
			description: 'The rig check tells.',
			type: 'enum',
			values: ['biped', 'quadruped', 'hexapod', 'octopod', 'avian', 'serpentine', 'aquatic'],
			only: [{ values: ['biped'], when: family('R1') }],
			default: 'biped',
			common: true,
		},
		{
			name: 'spec',
			label: 'Skeleton',
			description: 'No preset clip goes onto a mixamo rig.',
			type: 'enum',
			values: ['tripo', 'mixamo'],
			default: 'tripo',
		},
		outFormat,
	],
	rules: [],
	prices: [{ credits: 25 }],
	seconds: 180,
	taskClass: 'animation',
};

/** Most clips of one task. */
const mostClips = 5;

export const retarget: OperationSpec = {
	title: 'Animate',
	detail: 'The rigged model with preset clips, one file for each.',
	gives: 'model',
	formats,
	inputs: {
		source: {
			required: true,
			from: ['rig'],
			only: {
				when: not(anyOf(...clipless)),
				words: 'no preset clip goes onto this rig (v1.0 with “spec” mixamo, or a bird)',
			},
		},
	},
	parameters: [
		{
			name: 'animations',
			label: 'Clips',
			type: 'list',
			of: 'text',
			least: 1,
			most: mostClips,
			values: clips,
			only: clipsOfRig,
			common: true,
		},
		{ name: 'animation', label: 'Single clip', type: 'enum', values: clips, only: clipsOfRig },
		outFormat,
		{
			name: 'animate_in_place',
			label: 'Stay in place',
			type: 'boolean',
			default: false,
			common: true,
		},
		{
			name: 'export_with_geometry',
			label: 'With the mesh',
			description: 'Off, the file has the skeleton only, and is far smaller.',
			type: 'boolean',
			default: true,
		},
		{
			name: 'bake_animation',
			label: 'Bake the clips',
			type: 'boolean',
			default: true,
			when: is('out_format', 'glb'),
		},
	],
	rules: [
		{
			needs: anyOf(given('animation'), given('animations')),
			words: '“animations” is needed: one clip or more',
		},
		{
			when: given('animation'),
			needs: not(given('animations')),
			words: 'only one of “animation” and “animations” may be given',
		},
	],
	prices: [
		{ credits: 10, when: given('animation') },
		{ credits: 10, each: 'animations' },
	],
	seconds: 30,
	taskClass: 'animation',
};
