import type { Recipe } from '../recipe';

const service = 'meshy';

/** What a game needs again and again, of Meshy, whose models from words have no colours until they are refined. */
export const meshyRecipes: readonly Recipe[] = [
	{
		title: 'Draft, Then Texture',
		description: 'a mesh of 30,000 faces from words, painted with PBR maps, GLB',
		service,
		steps: [
			{ operation: 'textToModel', options: { ai_model: 'meshy-7.1', target_polycount: 30_000 } },
			{ operation: 'refine', options: { enable_pbr: true } },
		],
	},
	{
		title: 'Mobile Prop',
		description: '3,000 triangles with clean topology, 2k texture, GLB',
		service,
		steps: [
			{ operation: 'textToModel', options: { ai_model: 'meshy-t2', target_polycount: 3000 } },
			{ operation: 'refine' },
		],
	},
	{
		title: 'Mobile Prop',
		description: '3,000 triangles with clean topology, 2k texture, GLB',
		service,
		steps: [{ operation: 'imageToModel', options: { ai_model: 'meshy-t2', target_polycount: 3000 } }],
	},
	{
		title: 'Hero Character',
		description: 'finest geometry, 100,000 faces in A-pose, 4k texture with PBR maps, GLB',
		service,
		steps: [
			{
				operation: 'textToModel',
				options: {
					ai_model: 'meshy-7.1',
					geometry_resolution: '4k',
					target_polycount: 100_000,
					pose_mode: 'a-pose',
				},
			},
			{ operation: 'refine', options: { enable_pbr: true, texture_resolution: '4k' } },
		],
	},
	{
		title: 'Background Filler',
		description: '800 triangles, 2k texture, the lowest price',
		service,
		steps: [
			{ operation: 'textToModel', options: { ai_model: 'meshy-t2', target_polycount: 800 } },
			{ operation: 'refine' },
		],
	},
	{
		title: 'Rigged Character with Clips',
		description: 'in A-pose, painted, with a skeleton, walk and run',
		service,
		steps: [
			{
				operation: 'textToModel',
				options: { ai_model: 'meshy-7.1', target_polycount: 50_000, pose_mode: 'a-pose' },
			},
			{ operation: 'refine' },
			{ operation: 'rig' },
		],
	},
	{
		title: 'Concept Picture First',
		description: 'draws the prompt, keeps the picture, and makes the painted model of it',
		service,
		steps: [
			{
				operation: 'textToImage',
				prompt: '{prompt}, one object, whole and seen from the front, plain background',
				keep: true,
			},
			{ operation: 'imageToModel', options: { ai_model: 'meshy-7.1', target_polycount: 30_000 } },
		],
	},
	{
		title: 'Game-Ready Low Poly',
		description: 'painted, then remeshed to 5,000 quads, GLB and FBX',
		service,
		steps: [
			{ operation: 'textToModel', options: { ai_model: 'meshy-7.1' } },
			{ operation: 'refine' },
			{
				operation: 'remesh',
				options: { target_polycount: 5000, topology: 'quad', target_formats: ['glb', 'fbx'] },
			},
		],
	},
];
