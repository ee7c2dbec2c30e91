import type { GenerateStep } from '../../model/generateRequest';
import type { RequestOptions } from '../../model/request';
import type { Preset } from '../preset';

const service = 'meshy';

/**
 * What a game needs again and again, of Meshy. Its models of words have no colours until they are refined; those of
 * pictures are painted at once. So some presets are there twice, and `should_texture` tells which one is for pictures.
 */
export const meshyPresets: readonly Preset[] = [
	{
		title: 'Draft, Then Texture',
		description: 'a mesh of 30,000 faces, then painted with PBR maps, GLB',
		service,
		steps: [
			{ operation: 'textToModel', options: { ai_model: 'meshy-7.1', target_polycount: 30_000 } },
			{ operation: 'refine', options: { enable_pbr: true } },
		],
	},
	...twice('Mobile Prop', '3,000 triangles with clean topology, 2k texture, GLB', {
		ai_model: 'meshy-t2',
		target_polycount: 3000,
	}),
	...twice(
		'Hero Character',
		'finest geometry, 100,000 faces in A-pose, 4k texture with PBR maps, GLB',
		{
			ai_model: 'meshy-7.1',
			geometry_resolution: '2k',
			target_polycount: 100_000,
			pose_mode: 'a-pose',
		},
		{ enable_pbr: true, texture_resolution: '4k' },
	),
	...twice('Background Filler', '800 triangles, 2k texture, at the lowest price', {
		ai_model: 'meshy-t2',
		target_polycount: 800,
	}),
	...twice(
		'Rigged Character',
		'50,000 faces in A-pose, with a skeleton, a walk and a run',
		{ ai_model: 'meshy-7.1', target_polycount: 50_000, pose_mode: 'a-pose' },
		{},
		{ operation: 'rig' },
	),
	...twice(
		'Game-Ready Low Poly',
		'painted, then remeshed to 5,000 quads, GLB and FBX',
		{ ai_model: 'meshy-7.1' },
		{},
		{
			operation: 'remesh',
			options: { target_polycount: 5000, topology: 'quad', target_formats: ['glb', 'fbx'] },
		},
	),
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
];

/** For words in two steps, and for pictures in one. */
function twice(
	title: string,
	description: string,
	mesh: RequestOptions,
	paint: RequestOptions = {},
	...afterwards: readonly GenerateStep[]
): Preset[] {
	const refine = { operation: 'refine', options: paint } as const;
	return [
		{
			title,
			description,
			service,
			steps: [{ operation: 'textToModel', options: mesh }, refine, ...afterwards],
		},
		{
			title,
			description,
			service,
			steps: [{ options: { should_texture: true, ...mesh, ...paint } }, ...afterwards],
		},
	];
}
