import { anyOf, changed, given, is, madeBy, not, source } from '../../catalogue/condition';
import type { OperationSpec, ParameterSpec } from '../../catalogue/operationSpec';
import { partNames } from './mesh';
import { modelFiles, modelTasks, rigged } from './sources';

/** Parameters beside `format`. */
const shape: readonly ParameterSpec[] = [
	{
		name: 'quad',
		label: 'Quads',
		description: 'The file is an FBX then, whatever the format.',
		type: 'boolean',
		default: false,
	},
	{
		name: 'force_symmetry',
		label: 'Symmetric quads',
		type: 'boolean',
		default: false,
		when: is('quad', true),
	},
	{
		name: 'face_limit',
		label: 'Most faces',
		description: 'Left open, the faces stay as they are.',
		type: 'integer',
		ranges: [{ min: 1, max: 2_000_000 }],
	},
	{ name: 'flatten_bottom', label: 'Flat bottom', type: 'boolean', default: false },
	{
		name: 'flatten_bottom_threshold',
		label: 'How much is cut off',
		type: 'number',
		ranges: [{ min: 0.01, max: 1 }],
		default: 0.01,
		when: is('flatten_bottom', true),
	},
	{ name: 'pivot_to_center_bottom', label: 'Pivot at the bottom', type: 'boolean', default: false },
	{
		name: 'scale_factor',
		label: 'Scale',
		type: 'number',
		ranges: [{ min: 0.01, max: 10_000 }],
		default: 1,
	},
	{
		name: 'export_orientation',
		label: 'Facing',
		type: 'enum',
		values: ['+x', '-x', '+y', '-y'],
		default: '+x',
	},
	partNames,
];

const surface: readonly ParameterSpec[] = [
	{
		name: 'texture_size',
		label: 'Texture size',
		description: 'Pixels a side.',
		type: 'integer',
		ranges: [{ min: 128, max: 8192 }],
		default: 4096,
		common: true,
	},
	{
		name: 'texture_format',
		label: 'Texture format',
		type: 'enum',
		values: ['BMP', 'DPX', 'HDR', 'JPEG', 'OPEN_EXR', 'PNG', 'TARGA', 'TIFF', 'WEBP'],
		default: 'JPEG',
	},
	{ name: 'bake', label: 'Bake', type: 'boolean', default: true },
	{ name: 'pack_uv', label: 'One texture atlas', type: 'boolean', default: false },
	{
		name: 'export_vertex_colors',
		label: 'Vertex colours',
		type: 'boolean',
		default: false,
		when: is('format', 'OBJ', 'GLTF'),
	},
];

const motion: readonly ParameterSpec[] = [
	{ name: 'with_animation', label: 'Keep skeleton and clips', type: 'boolean', default: true },
	{ name: 'animate_in_place', label: 'Clips stay in place', type: 'boolean', default: false },
	{
		name: 'fbx_preset',
		label: 'FBX for',
		type: 'enum',
		values: ['blender', '3dsmax', 'mixamo'],
		default: 'blender',
		when: is('format', 'FBX'),
	},
];

const others = [...shape, ...surface, ...motion];

/** Options that make it cost twice as much: measured on real runs by others. */
const advanced = anyOf(
	is('quad', true),
	given('face_limit'),
	...['texture_size', 'texture_format', 'scale_factor'].map(changed),
	...['flatten_bottom', 'flatten_bottom_threshold', 'pivot_to_center_bottom'].map(changed),
);

export const convert: OperationSpec = {
	title: 'Convert',
	detail: 'The same model in another file format. An OBJ comes as a folder with its textures.',
	gives: 'model',
	formats: [
		{ extension: 'fbx', when: anyOf(is('quad', true), is('format', 'FBX')) },
		{ extension: 'zip', when: is('format', 'OBJ') },
		{ extension: 'usdz', when: is('format', 'USDZ') },
		{ extension: 'stl', when: is('format', 'STL') },
		{ extension: '3mf', when: is('format', '3MF') },
		{ extension: 'glb' },
	],
	inputs: {
		source: {
			required: true,
			from: [...modelTasks, 'segment', 'rig', 'retarget', 'convert'],
			files: [...modelFiles, 'gltf'],
		},
	},
	parameters: [
		{
			name: 'format',
			label: 'Format',
			description: 'GLTF gives a GLB. STL and 3MF have no textures.',
			type: 'enum',
			values: ['GLTF', 'FBX', 'OBJ', 'USDZ', 'STL', '3MF'],
			only: [{ values: ['GLTF', 'FBX', 'USDZ'], when: source(anyOf(rigged, source(rigged))) }],
			required: true,
			common: true,
		},
		...others,
	],
	rules: [
		{
			when: is('quad', true),
			needs: not(is('format', 'GLTF')),
			words: '“quad” cannot go with “format” GLTF, which has no quads',
		},
		{
			when: is('force_symmetry', true),
			needs: is('quad', true),
			words: '“force_symmetry” goes with “quad” only',
		},
		{
			when: is('export_vertex_colors', true),
			needs: is('format', 'OBJ', 'GLTF'),
			words: '“export_vertex_colors” goes with “format” OBJ or GLTF only',
		},
		{
			when: source(madeBy('convert')),
			needs: not(anyOf(...others.map(({ name }) => given(name)))),
			words: 'a model that was converted before can only change its “format”',
		},
	],
	prices: [{ credits: 5 }, { credits: 5, when: advanced }],
	seconds: 30,
	taskClass: 'processing',
};
