import { actionIds } from './animationLibrary';
import { meshModels, pictureModels, standardModels } from './models';
import type { Rule, Rules } from './rules';
import type { Resource } from './taskTypes';

const flag: Rule = { kind: 'flag' };
const text: Rule = { kind: 'text', most: 800 };
const other: Rule = { kind: 'other' };
const choice = (...values: (string | number)[]): Rule => ({ kind: 'choice', values });

/** Formats of what is generated, and those that an existing model can be brought into. */
const generatedFormats: Rule = { kind: 'choices', values: ['glb', 'obj', 'fbx', 'stl', 'usdz', '3mf'] };
const reshapedFormats: Rule = {
	kind: 'choices',
	values: ['glb', 'fbx', 'obj', 'usdz', 'blend', 'stl', '3mf'],
};

/** Polygons that may be asked for; smart topology has its own, smaller numbers, in `drafts/geometry.ts`. */
export const polycounts = { standard: { least: 100, most: 300_000 }, smart: { least: 100, most: 15_000 } };

const geometry: Rules = {
	topology: choice('triangle', 'quad'),
	target_polycount: { kind: 'whole', ...polycounts.standard },
	decimation_mode: choice(1, 2, 3, 4),
};

const texture: Rules = {
	enable_pbr: flag,
	texture_resolution: choice('2k', '4k', '8k'),
	hd_texture: flag,
	texture_prompt: text,
	texture_image_url: other,
	remove_lighting: flag,
};

const placing: Rules = { auto_size: flag, origin_at: choice('bottom', 'center') };
const showing: Rules = { target_formats: generatedFormats, alpha_thumbnail: flag, moderation: flag };

/** Taken without complaint, for requests of older clients; they change nothing. */
const inert: Rules = {
	symmetry_mode: other,
	is_a_t_pose: other,
	art_style: other,
	negative_prompt: other,
	texture_richness: other,
};

const mesh: Rules = {
	...geometry,
	...placing,
	...showing,
	...inert,
	should_remesh: flag,
	pose_mode: choice('', 'a-pose', 't-pose'),
	ultra_mode: flag,
};

const modelType = choice('standard', 'smart-topology', 'lowpoly');
const pictured: Rules = {
	...mesh,
	...texture,
	should_texture: flag,
	image_enhancement: flag,
	multi_view_thumbnails: flag,
	save_pre_remeshed_model: flag,
	input_task_id: other,
};
const source: Rules = { input_task_id: other, model_url: other };
const image: Rules = {
	ai_model: choice(...Object.keys(pictureModels)),
	prompt: text,
	generate_multi_view: flag,
	aspect_ratio: choice('1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'),
	remove_background: flag,
};

/** The fields of the two stages of text to 3D. */
export const textTo3dRules: Readonly<Record<'preview' | 'refine', Rules>> = {
	preview: {
		...mesh,
		mode: other,
		prompt: text,
		model_type: modelType,
		ai_model: choice(...standardModels, 'meshy-t2'),
		geometry_resolution: choice('standard', '2k', '4k'),
	},
	refine: {
		...texture,
		...placing,
		...showing,
		...inert,
		mode: other,
		preview_task_id: other,
		ai_model: choice(...standardModels),
	},
};

/** The fields of every other call that makes a task. */
export const rulesFor: Readonly<Record<Exclude<Resource, 'text-to-3d'>, Rules>> = {
	'image-to-3d': {
		...pictured,
		image_url: other,
		model_type: modelType,
		ai_model: choice(...Object.keys(meshModels)),
		geometry_resolution: choice('standard', '2k', '4k'),
	},
	'multi-image-to-3d': {
		...pictured,
		image_urls: other,
		texture_image_urls: other,
		ai_model: choice(...standardModels),
		geometry_resolution: choice('standard', '2k'),
	},
	retexture: {
		...source,
		...texture,
		text_style_prompt: text,
		image_style_url: other,
		multiview_image_urls: other,
		ai_model: choice(...standardModels),
		enable_original_uv: flag,
		target_formats: generatedFormats,
		alpha_thumbnail: flag,
	},
	remesh: {
		...source,
		...geometry,
		...placing,
		// The official tool server always sends a height, and 0 where nobody asked for one.
		resize_height: { kind: 'positive', zero: 'none' },
		resize_longest_side: { kind: 'positive', zero: 'none' },
		convert_format_only: flag,
		target_formats: reshapedFormats,
		alpha_thumbnail: flag,
	},
	convert: { ...source, target_formats: reshapedFormats, alpha_thumbnail: flag },
	resize: {
		...source,
		...placing,
		resize_height: { kind: 'positive' },
		resize_longest_side: { kind: 'positive' },
		alpha_thumbnail: flag,
	},
	'uv-unwrap': { ...source, alpha_thumbnail: flag },
	rigging: { ...source, height_meters: { kind: 'positive' }, texture_image_url: other },
	animations: {
		rig_task_id: other,
		action_id: { kind: 'whole', ...actionIds },
		action_ids: { kind: 'wholes', count: 10, ...actionIds },
		motion_task_id: other,
		post_process: other,
	},
	'text-to-motion': {
		prompt: { kind: 'text', most: 400 },
		mode: choice('prime', 'swift'),
		duration: { kind: 'stepped', least: 2, most: 10, step: 0.5 },
	},
	'print-analyze': source,
	'print-repair': source,
	'text-to-image': { ...image, pose_mode: choice('a-pose', 't-pose') },
	'image-to-image': { ...image, reference_image_urls: other, input_task_id: other },
};
