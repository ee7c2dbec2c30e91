import type { OperationSpec } from '../../catalogue/catalogue';
import { given, is, not } from '../../catalogue/condition';
import { counted } from './parameters';

/** At most 300,000 faces, which nobody knows of a task's model beforehand: Meshy refuses more, for free. */
export const rig: OperationSpec = {
	...counted,
	title: 'Rig',
	detail: 'A skeleton for a textured figure on two legs, with a walk and a run.',
	gives: 'model',
	inputs: {
		source: {
			required: true,
			from: ['refine', 'imageToModel', 'multiviewToModel', 'texture', 'remesh'],
			files: ['glb'],
			only: {
				when: not(is('should_texture', false)),
				words: 'rigging needs a textured model',
			},
		},
	},
	parameters: [
		{
			name: 'height_meters',
			label: 'Height',
			description: 'Of the figure, in metres.',
			type: 'number',
			ranges: [{ min: 0.001, max: 1000 }],
			default: 1.7,
			common: true,
		},
	],
	rules: [],
	prices: [{ credits: 5 }],
	seconds: 35,
};

/** Ids of Meshy's library of motions; they have holes, some are negative, and new ones come. */
const libraryId = { min: -100, max: 100_000 } as const;
const oneOf = 'just one of “action_id” and “action_ids” is needed';

const operationType = 'post_process.operation_type';
const framesASecond = 'post_process.fps';

export const retarget: OperationSpec = {
	...counted,
	title: 'Animate',
	detail: 'Motions of Meshy’s library on a rigged figure.',
	gives: 'model',
	inputs: { source: { required: true, from: ['rig'] } },
	parameters: [
		{
			name: 'action_ids',
			label: 'Motions',
			description: 'Up to ten of Meshy’s library; they come in one file, each as a clip.',
			type: 'list',
			of: 'integer',
			least: 1,
			most: 10,
			role: 'motions',
			common: true,
			when: not(given('action_id')),
		},
		// The same for those who name just one as Meshy does.
		{
			name: 'action_id',
			label: 'One motion',
			type: 'integer',
			ranges: [libraryId],
			role: 'motions',
			when: not(given('action_ids')),
		},
		{
			name: operationType,
			label: 'Also make',
			description: 'An FBX with other frames a second, a USDZ, or an FBX of the skeleton alone.',
			type: 'enum',
			values: ['change_fps', 'fbx2usdz', 'extract_armature'],
		},
		{
			name: framesASecond,
			label: 'Frames a second',
			description: '24, 25, 30 or 60.',
			type: 'integer',
			ranges: [{ min: 24, max: 60 }],
			default: 30,
			when: is(operationType, 'change_fps'),
		},
	],
	rules: [
		{ when: not(given('action_ids')), needs: given('action_id'), words: oneOf },
		{ when: given('action_ids'), needs: not(given('action_id')), words: oneOf },
		{
			needs: is(framesASecond, 24, 25, 30, 60),
			words: `“${framesASecond}” must be 24, 25, 30 or 60`,
		},
		{
			when: given(framesASecond),
			needs: given(operationType),
			words: `“${framesASecond}” needs “${operationType}”`,
		},
	],
	prices: [
		{ credits: 3, when: given('action_id') },
		{ credits: 3, when: given('action_ids'), each: 'action_ids' },
	],
	seconds: 30,
};
