import type { Preset } from '../preset';

const service = 'tripo';

/** Models for phones have small textures; Tripo's own are 4096 pixels wide. */
const glbWithTextures = (pixels: number) =>
	({ operation: 'convert', options: { format: 'GLTF', texture_size: pixels } }) as const;

const idleWalkRun = ['preset:biped:idle', 'preset:biped:walk', 'preset:biped:run'] as const;

/** What a game needs again and again, of Tripo. */
export const tripoPresets: readonly Preset[] = [
	{
		title: 'Mobile Prop',
		description: '3,000 triangles, 1024-pixel textures, GLB',
		service,
		steps: [{ options: { model: 'P1-20260311', face_limit: 3000 } }, glbWithTextures(1024)],
	},
	{
		title: 'Hero Character',
		description: 'finest geometry and texture, 100,000 triangles, GLB',
		service,
		steps: [
			{
				options: {
					model: 'v3.1-20260211',
					face_limit: 100_000,
					geometry_quality: 'detailed',
					texture_quality: 'detailed',
				},
			},
		],
	},
	{
		title: 'Background Filler',
		description: '800 triangles, 512-pixel textures without PBR maps, GLB',
		service,
		steps: [{ options: { model: 'P1-20260311', face_limit: 800, pbr: false } }, glbWithTextures(512)],
	},
	{
		title: 'Game-Ready Low Poly',
		description: 'a detailed model, reduced to 5,000 triangles with its look baked in',
		service,
		steps: [
			{ options: { model: 'v3.1-20260211', face_limit: 200_000 } },
			{ operation: 'decimate', options: { face_limit: 5000 } },
		],
	},
	{
		title: 'Rigged Character with Clips',
		description: 'a skeleton for two legs; idle, walk and run',
		service,
		steps: [
			{ options: { model: 'v3.1-20260211', face_limit: 50_000 } },
			{ operation: 'rig', options: { rig_type: 'biped' } },
			{ operation: 'retarget', options: { animations: idleWalkRun } },
		],
	},
	{
		title: 'Concept Picture First',
		description: 'draws the prompt, keeps the picture, and makes the model of it',
		service,
		steps: [
			{
				operation: 'textToImage',
				prompt: '{prompt}, one object, whole and seen from the front, plain background',
				keep: true,
			},
			{ operation: 'imageToModel', options: { model: 'v3.1-20260211', face_limit: 50_000 } },
		],
	},
	{
		title: 'Concept to Animated Character',
		description: 'draws the prompt, keeps the picture; its views become a rigged low poly with three clips',
		service,
		steps: [
			{
				operation: 'textToImage',
				prompt: '{prompt}, one figure in A-pose, whole and seen from the front, plain background',
				// The only picture whose price is published, so that the whole chain's is known; a PNG of that size may be
				// larger than what may go up again.
				options: { model: 'banana_pro', size: '4K', output_format: 'jpeg' },
				keep: true,
			},
			{ operation: 'imageToMultiview' },
			{ operation: 'multiviewToModel', options: { model: 'v3.1-20260211', face_limit: 200_000 } },
			// Before the rig: an edit of the mesh destroys it.
			{ operation: 'decimate', options: { face_limit: 10_000 } },
			{ operation: 'rig', options: { rig_type: 'biped' } },
			{ operation: 'retarget', options: { animations: idleWalkRun } },
		],
	},
	{
		title: 'Four Views First',
		description: 'draws the other sides of one picture before it makes the model',
		service,
		steps: [
			{ operation: 'imageToMultiview' },
			{ operation: 'multiviewToModel', options: { model: 'v3.1-20260211', face_limit: 50_000 } },
		],
	},
	{
		title: 'FBX for a DCC Tool',
		description: 'a quad mesh as FBX',
		service,
		steps: [{ options: { model: 'v3.1-20260211', face_limit: 50_000, quad: true } }],
	},
];
