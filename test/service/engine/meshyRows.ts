import { join } from 'node:path';
import type { JobRequest, RequestOptions } from '../../../src/core/model/request';
import { text } from '../engineHarness';

const art = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art');
const picture = join(art, 'barrel.png');
const [front, left, back, right] = ['front', 'left', 'back', 'right'].map((side) =>
	join(art, `robot-${side}.png`),
) as [string, string, string, string];
const glb = { target_formats: ['glb'] };

/** A local file as Meshy gets it; the sandbox remembers how it begins. */
const aPicture = /^data:image\/png;base64,iVBOR/;
const aModel = /^data:application\/octet-stream;base64,Z2x/;
/** Stands for the id of the task that a request goes on from. */
export const theTask = Symbol('task');

/** A request, what Meshy is to get, and what is to come of it. */
export interface MeshyRow {
	/** Operations that come before, each going on from the one above. */
	readonly after?: readonly JobRequest[];
	readonly request: JobRequest;
	/** A file of the workspace that is the source: the main one of what came before. */
	readonly fromFile?: true;
	readonly path: string;
	readonly body: Readonly<Record<string, unknown>>;
	readonly credits: number;
	/** In the order in which they arrive; `thing.glb` alone when absent. */
	readonly files?: readonly string[];
}

const robot = text('a robot knight', { pose_mode: 'a-pose' });
const figure = [robot, { operation: 'refine', options: {} }] as const;
const step = (operation: JobRequest['operation'], options: RequestOptions = {}): JobRequest => ({
	operation,
	options,
});
const mesh = { ai_model: 'meshy-7.1', should_remesh: true, ...glb };

/** What each request sends, key by key as Meshy's pages have it: what is not named here is not sent. */
export const meshyRows: Readonly<Record<string, MeshyRow>> = {
	'a mesh from text': {
		request: text('weathered oak barrel', { target_polycount: 5000 }),
		path: '/openapi/v2/text-to-3d',
		body: {
			mode: 'preview',
			prompt: 'weathered oak barrel',
			...mesh,
			target_polycount: 5000,
		},
		credits: 20,
	},
	'smart topology, told by its model': {
		request: text('oak barrel', { ai_model: 'meshy-t2', target_polycount: 800 }),
		path: '/openapi/v2/text-to-3d',
		body: {
			mode: 'preview',
			prompt: 'oak barrel',
			ai_model: 'meshy-t2',
			model_type: 'smart-topology',
			target_polycount: 800,
			...glb,
		},
		credits: 5,
	},
	'smart topology, told by Meshy’s word for it': {
		request: text('oak barrel', { model_type: 'smart-topology' }),
		path: '/openapi/v2/text-to-3d',
		body: {
			mode: 'preview',
			prompt: 'oak barrel',
			ai_model: 'meshy-t2',
			model_type: 'smart-topology',
			...glb,
		},
		credits: 5,
	},
	'a texture for it': {
		after: [text('oak barrel')],
		request: { operation: 'refine', prompt: 'mossy', options: { enable_pbr: true } },
		path: '/openapi/v2/text-to-3d',
		body: { mode: 'refine', preview_task_id: theTask, texture_prompt: 'mossy', enable_pbr: true, ...glb },
		credits: 10,
	},
	'a texture after a picture': {
		after: [text('oak barrel')],
		request: { operation: 'refine', images: [picture], options: { texture_resolution: '8k' } },
		path: '/openapi/v2/text-to-3d',
		body: {
			mode: 'refine',
			preview_task_id: theTask,
			texture_image_url: aPicture,
			texture_resolution: '8k',
			...glb,
		},
		credits: 15,
	},
	'a picture': {
		request: { operation: 'imageToModel', images: [picture], options: {} },
		path: '/openapi/v1/image-to-3d',
		body: { image_url: aPicture, ...mesh },
		credits: 30,
	},
	'a picture, in the style of another, with icons': {
		request: {
			operation: 'imageToModel',
			images: [picture],
			options: { texture_image_url: front, alpha_thumbnail: true, multi_view_thumbnails: true },
		},
		path: '/openapi/v1/image-to-3d',
		body: {
			image_url: aPicture,
			texture_image_url: aPicture,
			alpha_thumbnail: true,
			multi_view_thumbnails: true,
			...mesh,
		},
		credits: 30,
		files: [
			'thing.glb',
			'thing-alpha-thumbnail.png',
			'thing-thumbnail-front.png',
			'thing-thumbnail-right.png',
			'thing-thumbnail-back.png',
			'thing-thumbnail-left.png',
		],
	},
	'an icon beside an OBJ': {
		request: text('oak barrel', { target_formats: ['obj'], alpha_thumbnail: true }),
		path: '/openapi/v2/text-to-3d',
		body: {
			mode: 'preview',
			prompt: 'oak barrel',
			...mesh,
			target_formats: ['obj'],
			alpha_thumbnail: true,
		},
		credits: 20,
		files: ['model.obj', 'model.mtl', 'thing-alpha-thumbnail.png'],
	},
	'a picture that was drawn here': {
		after: [{ operation: 'textToImage', prompt: 'an oak barrel', options: {} }],
		request: step('imageToModel', { ai_model: 'meshy-6-lite', should_texture: false }),
		path: '/openapi/v1/image-to-3d',
		body: { input_task_id: theTask, ...mesh, ai_model: 'meshy-6-lite', should_texture: false },
		credits: 5,
		files: ['thing.glb'],
	},
	'named views, front first': {
		request: { operation: 'multiviewToModel', views: { back, front, right, left }, options: {} },
		path: '/openapi/v1/multi-image-to-3d',
		body: { image_urls: [aPicture, aPicture, aPicture, aPicture], ...mesh },
		credits: 30,
	},
	'pictures in order': {
		request: {
			operation: 'multiviewToModel',
			images: [front, back],
			options: { geometry_resolution: '2k', texture_prompt: 'rusty' },
		},
		path: '/openapi/v1/multi-image-to-3d',
		body: { image_urls: [aPicture, aPicture], ...mesh, geometry_resolution: '2k', texture_prompt: 'rusty' },
		credits: 35,
	},
	'views that were drawn here': {
		after: [{ operation: 'textToImage', prompt: 'an oak barrel', options: { generate_multi_view: true } }],
		request: step('multiviewToModel'),
		path: '/openapi/v1/multi-image-to-3d',
		body: { input_task_id: theTask, ...mesh },
		credits: 30,
		files: ['thing.glb'],
	},
	'another texture': {
		after: [text('oak barrel')],
		request: { operation: 'texture', prompt: 'frozen', options: {} },
		path: '/openapi/v1/retexture',
		body: {
			input_task_id: theTask,
			text_style_prompt: 'frozen',
			ai_model: 'meshy-7.1',
			enable_original_uv: false,
			...glb,
		},
		credits: 10,
	},
	'another texture after views, front first': {
		after: [text('oak barrel')],
		request: { operation: 'texture', views: { back, front }, options: {} },
		path: '/openapi/v1/retexture',
		body: {
			input_task_id: theTask,
			multiview_image_urls: [aPicture, aPicture],
			ai_model: 'meshy-7',
			enable_original_uv: false,
			...glb,
		},
		credits: 10,
	},
	'another texture for a file': {
		after: [text('oak barrel')],
		fromFile: true,
		request: { operation: 'texture', images: [picture], options: { enable_original_uv: true } },
		path: '/openapi/v1/retexture',
		body: {
			model_url: aModel,
			image_style_url: aPicture,
			ai_model: 'meshy-7.1',
			enable_original_uv: true,
			...glb,
		},
		credits: 10,
	},
	'other faces': {
		after: [text('oak barrel')],
		request: step('remesh', { target_polycount: 1000, topology: 'triangle' }),
		path: '/openapi/v1/remesh',
		body: { input_task_id: theTask, target_polycount: 1000, topology: 'triangle', ...glb },
		credits: 5,
	},
	'other formats, the first asked for first': {
		after: [text('oak barrel')],
		request: step('convert', { target_formats: ['fbx', 'glb'] }),
		path: '/openapi/v1/convert',
		body: { input_task_id: theTask, target_formats: ['fbx', 'glb'] },
		credits: 1,
		files: ['thing-2.fbx', 'thing-2.glb'],
	},
	'a file in metres': {
		after: [text('oak barrel')],
		fromFile: true,
		request: step('resize', { resize_height: 1.2, origin_at: 'bottom' }),
		path: '/openapi/v1/resize',
		body: { model_url: aModel, resize_height: 1.2, origin_at: 'bottom' },
		credits: 1,
	},
	'a UV map': {
		after: [text('oak barrel', { target_polycount: 3000 })],
		request: step('uvUnwrap'),
		path: '/openapi/v1/uv-unwrap',
		body: { input_task_id: theTask },
		credits: 5,
	},
	'a mesh for printing': {
		after: [text('oak barrel')],
		request: step('repairPrintability'),
		path: '/openapi/v1/print/repair',
		body: { input_task_id: theTask },
		credits: 10,
	},
	'a file for printing': {
		after: [text('oak barrel')],
		fromFile: true,
		request: step('repairPrintability'),
		path: '/openapi/v1/print/repair',
		body: { model_url: aModel },
		credits: 10,
	},
	'what a printer would mind': {
		after: [text('oak barrel')],
		request: step('analyzePrintability'),
		path: '/openapi/v1/print/analyze',
		body: { input_task_id: theTask },
		credits: 0,
		files: [],
	},
	'a motion from words': {
		request: { operation: 'textToMotion', prompt: 'waves hello', options: {} },
		path: '/openapi/v1/text-to-motion',
		body: { prompt: 'waves hello', duration: 4 },
		credits: 10,
		files: ['thing.fbx'],
	},
	'a cheap motion from words': {
		request: { operation: 'textToMotion', prompt: 'bows', options: { mode: 'swift', duration: 2.5 } },
		path: '/openapi/v1/text-to-motion',
		body: { prompt: 'bows', mode: 'swift', duration: 2.5 },
		credits: 3,
		files: ['thing.bvh'],
	},
	'a skeleton with its colours in a picture': {
		after: figure,
		request: step('rig', { texture_image_url: picture }),
		path: '/openapi/v1/rigging',
		body: { input_task_id: theTask, texture_image_url: aPicture },
		credits: 5,
		files: [
			'thing-3.glb',
			'thing-3.fbx',
			'thing-3-running.glb',
			'thing-3-walking.glb',
			'thing-3-running.fbx',
			'thing-3-walking.fbx',
			'thing-3-running-armature.glb',
			'thing-3-walking-armature.glb',
		],
	},
	'a skeleton': {
		after: figure,
		request: step('rig', { height_meters: 2 }),
		path: '/openapi/v1/rigging',
		body: { input_task_id: theTask, height_meters: 2 },
		credits: 5,
		files: [
			'thing-3.glb',
			'thing-3.fbx',
			'thing-3-running.glb',
			'thing-3-walking.glb',
			'thing-3-running.fbx',
			'thing-3-walking.fbx',
			'thing-3-running-armature.glb',
			'thing-3-walking-armature.glb',
		],
	},
	motions: {
		after: [...figure, step('rig')],
		request: step('retarget', { action_ids: [4, 22] }),
		path: '/openapi/v1/animations',
		body: { rig_task_id: theTask, action_ids: [4, 22] },
		credits: 6,
		files: ['thing-4.glb', 'thing-4.fbx'],
	},
	'a motion at other frames a second': {
		after: [...figure, step('rig')],
		request: step('retarget', {
			action_id: 4,
			post_process: { operation_type: 'change_fps', fps: 60 },
		}),
		path: '/openapi/v1/animations',
		body: { rig_task_id: theTask, action_id: 4, post_process: { operation_type: 'change_fps', fps: 60 } },
		credits: 3,
		files: ['thing-4.glb', 'thing-4.fbx', 'thing-4-processed-animation-fps.fbx'],
	},
	'a motion, and a USDZ of it': {
		after: [...figure, step('rig')],
		request: step('retarget', { action_id: 4, 'post_process.operation_type': 'fbx2usdz' }),
		path: '/openapi/v1/animations',
		body: { rig_task_id: theTask, action_id: 4, post_process: { operation_type: 'fbx2usdz' } },
		credits: 3,
		files: ['thing-4.glb', 'thing-4.fbx', 'thing-4-processed.usdz'],
	},
	'a motion, and the skeleton alone': {
		after: [...figure, step('rig')],
		request: step('retarget', { action_id: 4, post_process: { operation_type: 'extract_armature' } }),
		path: '/openapi/v1/animations',
		body: { rig_task_id: theTask, action_id: 4, post_process: { operation_type: 'extract_armature' } },
		credits: 3,
		files: ['thing-4.glb', 'thing-4.fbx', 'thing-4-processed-armature.fbx'],
	},
	'a drawing': {
		request: { operation: 'textToImage', prompt: 'a crest', options: { aspect_ratio: '16:9' } },
		path: '/openapi/v1/text-to-image',
		body: { prompt: 'a crest', ai_model: 'nano-banana', aspect_ratio: '16:9' },
		credits: 3,
		files: ['thing.png'],
	},
	'a drawing of several views': {
		request: {
			operation: 'imageToImage',
			prompt: 'as a toy',
			images: [picture, front],
			options: { ai_model: 'gpt-image-2', generate_multi_view: true },
		},
		path: '/openapi/v1/image-to-image',
		body: {
			prompt: 'as a toy',
			reference_image_urls: [aPicture, aPicture],
			ai_model: 'gpt-image-2',
			generate_multi_view: true,
		},
		credits: 12,
		files: ['thing.png', 'thing-image-2.png', 'thing-image-3.png'],
	},
	'a drawing after a drawing': {
		after: [{ operation: 'textToImage', prompt: 'a crest', options: {} }],
		request: { operation: 'imageToImage', prompt: 'in gold', options: {} },
		path: '/openapi/v1/image-to-image',
		body: { prompt: 'in gold', input_task_id: theTask, ai_model: 'nano-banana' },
		credits: 3,
		files: ['thing-2.png'],
	},
};
