import { type FieldRule, type FieldRules, fieldsOf } from '../http/fieldRules';
import { actionIds } from './animationLibrary';
import { meshModels, pictureModels, standardModels } from './meshyModels';
import type { Resource } from './taskTypes';

const flags = (names: string) => fieldsOf({ kind: 'flag' }, names);
/** Known by name only. */
const known = (names: string) => fieldsOf({ kind: 'other' }, names);
const choice = (...values: (string | number)[]) => ({ kind: 'choice', values }) as const;
const text: FieldRule = { kind: 'text', most: 800 };
const size: FieldRule = { kind: 'positive' };
// The official tool server always sends a height, and 0 where nobody asked for one.
const sizeOrNone: FieldRule = { kind: 'positive', zero: 'none' };

/** Formats of what is generated, and those that an existing model can be brought into. */
const generatedFormats: FieldRule = { kind: 'choices', values: ['glb', 'obj', 'fbx', 'stl', 'usdz', '3mf'] };
const reshapedFormats: FieldRule = {
	kind: 'choices',
	values: ['glb', 'fbx', 'obj', 'usdz', 'blend', 'stl', '3mf'],
};

/** Polygons that may be asked for; smart topology has its own, smaller numbers, in `drafts/geometry.ts`. */
export const polycounts = { standard: { least: 100, most: 300_000 }, smart: { least: 100, most: 15_000 } };

const geometry: FieldRules = {
	topology: choice('triangle', 'quad'),
	target_polycount: { kind: 'whole', ...polycounts.standard },
	decimation_mode: choice(1, 2, 3, 4),
};

const texture: FieldRules = {
	...flags('enable_pbr hd_texture remove_lighting'),
	texture_resolution: choice('2k', '4k', '8k'),
	texture_prompt: text,
	...known('texture_image_url'),
};

const placing: FieldRules = { ...flags('auto_size'), origin_at: choice('bottom', 'center') };
const showing: FieldRules = { target_formats: generatedFormats, ...flags('alpha_thumbnail moderation') };

/** Taken without complaint, for requests of older clients; they change nothing. */
const inert = known('symmetry_mode is_a_t_pose art_style negative_prompt texture_richness');

const mesh: FieldRules = {
	...geometry,
	...placing,
	...showing,
	...inert,
	...flags('should_remesh ultra_mode'),
	pose_mode: { ...choice('', 'a-pose', 't-pose'), shown: '"", a-pose, t-pose' },
};

const modelType = choice('standard', 'smart-topology', 'lowpoly');
const pictured: FieldRules = {
	...mesh,
	...texture,
	...flags('should_texture image_enhancement multi_view_thumbnails save_pre_remeshed_model'),
	...known('input_task_id'),
};
const source = known('input_task_id model_url');
const image: FieldRules = {
	ai_model: choice(...Object.keys(pictureModels)),
	prompt: text,
	...flags('generate_multi_view remove_background'),
	aspect_ratio: choice('1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'),
};

/** The fields of the two stages of text to 3D. */
export const textTo3dRules: Readonly<Record<'preview' | 'refine', FieldRules>> = {
	preview: {
		...mesh,
		...known('mode'),
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
		...known('mode preview_task_id'),
		ai_model: choice(...standardModels),
	},
};

/** The fields of every other call that makes a task. */
export const rulesFor: Readonly<Record<Exclude<Resource, 'text-to-3d'>, FieldRules>> = {
	'image-to-3d': {
		...pictured,
		...known('image_url'),
		model_type: modelType,
		ai_model: choice(...Object.keys(meshModels)),
		geometry_resolution: choice('standard', '2k', '4k'),
	},
	'multi-image-to-3d': {
		...pictured,
		...known('image_urls texture_image_urls'),
		ai_model: choice(...standardModels),
		geometry_resolution: choice('standard', '2k'),
	},
	retexture: {
		...source,
		...texture,
		...known('image_style_url multiview_image_urls'),
		...flags('enable_original_uv alpha_thumbnail'),
		text_style_prompt: text,
		ai_model: choice(...standardModels),
		target_formats: generatedFormats,
	},
	remesh: {
		...source,
		...geometry,
		...placing,
		...flags('convert_format_only alpha_thumbnail'),
		resize_height: sizeOrNone,
		resize_longest_side: sizeOrNone,
		target_formats: reshapedFormats,
	},
	convert: { ...source, target_formats: reshapedFormats, ...flags('alpha_thumbnail') },
	resize: {
		...source,
		...placing,
		resize_height: size,
		resize_longest_side: size,
		...flags('alpha_thumbnail'),
	},
	'uv-unwrap': { ...source, ...flags('alpha_thumbnail') },
	rigging: { ...source, height_meters: size, ...known('texture_image_url') },
	animations: {
		...known('rig_task_id motion_task_id post_process'),
		action_id: { kind: 'whole', ...actionIds },
		action_ids: { kind: 'wholes', count: 10, ...actionIds },
	},
	'text-to-motion': {
		prompt: { kind: 'text', most: 400 },
		mode: choice('prime', 'swift'),
		duration: { kind: 'number', least: 2, most: 10, step: 0.5 },
	},
	'print-analyze': source,
	'print-repair': source,
	'text-to-image': { ...image, pose_mode: choice('a-pose', 't-pose') },
	'image-to-image': { ...image, ...known('reference_image_urls input_task_id') },
};
