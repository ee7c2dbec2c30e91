import { allOf, anyOf, given, is, not } from '../../catalogue/condition';
import type { OperationSpec } from '../../catalogue/operationSpec';
import { counted } from './parameters';

/** At most 300,000 faces, which nobody knows of a task's model beforehand: Meshy refuses more, for free. */
export const rig: OperationSpec = {
	...counted,
	title: 'Rig',
	detail: 'A skeleton for a textured figure on two legs, with a walk and a run.',
	gives: 'model',
	inputs: {
		pictureFiles: ['png'],
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
		{
			name: 'texture_image_url',
			label: 'Texture picture',
			description: 'A PNG of the colours, for a model that comes without them.',
			type: 'picture',
		},
	],
	rules: [],
	prices: [{ credits: 5 }],
	seconds: 35,
};

/** Ids of Meshy's library of motions; they have holes, some are negative, and new ones come. */
const libraryId = { min: -100, max: 100_000 } as const;
const [several, one, made] = [given('action_ids'), given('action_id'), given('motion_task_id')];
const oneOf = 'just one of “action_ids”, “action_id” and “motion_task_id” is needed';

const operationType = 'post_process.operation_type';
const framesASecond = 'post_process.fps';

export const retarget: OperationSpec = {
	...counted,
	title: 'Animate',
	detail: 'Motions of Meshy’s library, or one that was made from words, on a rigged figure.',
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
			replaces: ['motion_task_id'],
			when: not(one),
		},
		// The same for those who name just one as Meshy does.
		{
			name: 'action_id',
			label: 'One motion',
			type: 'integer',
			ranges: [libraryId],
			role: 'motions',
			replaces: ['motion_task_id'],
			when: not(several),
		},
		{
			name: 'motion_task_id',
			label: 'Motion from words',
			description: 'One that “Text to Motion” made.',
			type: 'task',
			from: ['textToMotion'],
			common: true,
			replaces: ['action_ids', 'action_id'],
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
		{ when: not(several), needs: anyOf(one, made), words: oneOf },
		{ when: several, needs: not(anyOf(one, made)), words: oneOf },
		{ when: allOf(one, not(several)), needs: not(made), words: oneOf },
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
		{ credits: 3, when: anyOf(one, made) },
		{ credits: 3, when: several, each: 'action_ids' },
	],
	seconds: 30,
};

export const textToMotion: OperationSpec = {
	...counted,
	title: 'Text to Motion',
	detail: 'A motion of a figure on two legs, as a skeleton that moves: “Animate” puts it on a rig.',
	gives: 'motion',
	formats: [{ extension: 'bvh', when: is('mode', 'swift') }, { extension: 'fbx' }],
	inputs: { prompt: { longest: 400, required: true } },
	parameters: [
		{
			name: 'mode',
			label: 'Quality',
			description: 'prime is the better one and comes as FBX; swift costs less and comes as BVH.',
			type: 'enum',
			values: ['prime', 'swift'],
			default: 'prime',
			common: true,
		},
		{
			name: 'duration',
			label: 'Seconds',
			description: 'In steps of half a second.',
			type: 'number',
			ranges: [{ min: 2, max: 10 }],
			step: 0.5,
			// Meshy wants to be told.
			suggested: 4,
			common: true,
		},
	],
	rules: [],
	prices: [
		{ credits: 10, when: is('mode', 'prime') },
		{ credits: 3, when: is('mode', 'swift') },
	],
	seconds: 60,
};
