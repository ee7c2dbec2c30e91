import { allOf, anyOf, family, given, is, not } from '../../catalogue/condition';
import type { OperationSpec, ParameterSpec, PriceRow, RequestRule } from '../../catalogue/operationSpec';
import { denseFamilies, generationModels } from './models';
import { olderTextures, textureModels } from './textureModels';

const dense = family(...denseFamilies);

/** Left out, `texture_version` is that of the model: an older one. A newer one than we know can do what the newest can. */
const newTexture = allOf(given('texture_version'), not(is('texture_version', ...olderTextures)));

/** Both default to true at the service, and `pbr` alone brings the texture and its price with it. */
const textured = anyOf(is('texture', true), is('pbr', true));

/** All but `fast`, which only the newest texture model has. */
export const slowQualities = ['standard', 'detailed', 'extreme'] as const;

export const seed = { type: 'integer', ranges: [{ min: 0, max: 2 ** 31 - 1 }], role: 'seed' } as const;

/**
 * The parameters that the three generation calls share. P models answer 400 to `quad`, `geometry_quality`,
 * `smart_low_poly` and `generate_parts` even when they are false.
 */
const parameters: readonly ParameterSpec[] = [
	{
		name: 'face_limit',
		label: 'Most triangles',
		description: 'Left open, the service may deliver over a million.',
		type: 'integer',
		common: true,
		role: 'faces',
		// P families and smart low poly refuse what lies outside; H families would silently make less of it.
		ranges: [
			{ min: 48, max: 20_000, when: family('P1') },
			{ min: 48, max: 25_000, when: allOf(family('P2'), is('quad', true)) },
			{ min: 48, max: 50_000, when: family('P2') },
			{ min: 500, max: 10_000, when: allOf(is('smart_low_poly', true), is('quad', true)) },
			{ min: 500, max: 20_000, when: is('smart_low_poly', true) },
			{ min: 48, max: 150_000, when: allOf(dense, is('quad', true)) },
			{ min: 48, max: 500_000, when: family('H2.5') },
			{ min: 48, max: 1_000_000, when: allOf(family('H3.0'), not(is('geometry_quality', 'detailed'))) },
			{ min: 48, max: 1_500_000, when: allOf(family('H3.1'), not(is('geometry_quality', 'detailed'))) },
			{ min: 48, max: 2_000_000 },
		],
	},
	{ name: 'texture', label: 'Texture', type: 'boolean', default: true, common: true },
	{
		name: 'pbr',
		label: 'PBR maps',
		description: 'Brings a texture and its price, also where “texture” is off.',
		type: 'boolean',
		default: true,
		common: true,
	},
	{
		name: 'texture_quality',
		label: 'Texture quality',
		type: 'enum',
		values: ['fast', ...slowQualities],
		only: [{ values: slowQualities, when: family('H2.5') }],
		default: 'standard',
		when: textured,
		common: true,
	},
	{
		name: 'texture_version',
		label: 'Texture model',
		description: 'Left open, the service takes the one that belongs to the model.',
		type: 'enum',
		values: textureModels.list.map(({ id }) => id),
		open: true,
		when: textured,
	},
	{
		name: 'delight',
		label: 'Remove baked light',
		type: 'boolean',
		default: true,
		when: allOf(textured, newTexture),
	},
	{
		name: 'geometry_quality',
		label: 'Geometry quality',
		type: 'enum',
		values: ['standard', 'detailed'],
		default: 'standard',
		families: ['H3.1', 'H3.0'],
	},
	{
		name: 'quad',
		label: 'Quads',
		description: 'The file is an FBX then.',
		type: 'boolean',
		default: false,
		families: [...denseFamilies, 'P2'],
	},
	{
		name: 'smart_low_poly',
		label: 'Smart low poly',
		description: 'Topology like made by hand.',
		type: 'boolean',
		default: false,
		families: denseFamilies,
	},
	{
		name: 'generate_parts',
		label: 'Separate parts',
		type: 'boolean',
		default: false,
		families: denseFamilies,
	},
	{ name: 'auto_size', label: 'Real-world size', type: 'boolean', default: false },
	{
		name: 'compress',
		label: 'Compression',
		description: 'meshopt; the engine needs a decoder.',
		type: 'enum',
		values: ['geometry'],
	},
	{ name: 'export_uv', label: 'UV map', type: 'boolean', default: true },
	{
		name: 'export_orientation',
		label: 'Facing',
		description: 'Leave it at +x where further steps follow: they assume it.',
		type: 'enum',
		values: ['+x', '-x', '+y', '-y'],
		default: '+x',
	},
	{ name: 'model_seed', label: 'Geometry seed', ...seed },
	{ name: 'texture_seed', label: 'Texture seed', ...seed },
];

const fromText: readonly ParameterSpec[] = [
	{ name: 'negative_prompt', label: 'What it should not be', type: 'text', longest: 255 },
	{ name: 'image_seed', label: 'Picture seed', ...seed },
];

const fromPictures: readonly ParameterSpec[] = [
	{ name: 'enable_image_autofix', label: 'Clean the picture first', type: 'boolean', default: false },
	{
		name: 'texture_alignment',
		label: 'Texture follows',
		type: 'enum',
		values: ['original_image', 'geometry'],
		default: 'original_image',
		when: textured,
	},
	{
		name: 'orientation',
		label: 'Orientation',
		type: 'enum',
		values: ['default', 'align_image'],
		default: 'default',
		when: textured,
	},
];

const rules: readonly RequestRule[] = [
	{
		when: is('generate_parts', true),
		needs: allOf(is('texture', false), is('pbr', false)),
		words: '“generate_parts” needs “texture” and “pbr” set to false',
	},
	{
		when: is('texture_quality', 'fast'),
		needs: newTexture,
		words: '“texture_quality” can be fast only with “texture_version” v3.5-20260815',
	},
];

/** Credits of a bare mesh, then what is added to it. Price page of 2026-10-08, checked on real runs by others. */
function prices(bare: { readonly H: number; readonly P1: number; readonly P2: number }): readonly PriceRow[] {
	return [
		{ credits: bare.H, when: dense },
		{ credits: bare.P1, when: family('P1') },
		{ credits: bare.P2, when: family('P2') },
		{ credits: 10, when: allOf(textured, is('texture_quality', 'fast', 'standard')) },
		{ credits: 20, when: allOf(textured, is('texture_quality', 'detailed')) },
		{ credits: 30, when: allOf(textured, is('texture_quality', 'extreme')) },
		{ credits: 20, when: allOf(family('H3.1', 'H3.0'), is('geometry_quality', 'detailed')) },
		{ credits: 5, when: allOf(dense, is('quad', true)) },
		{ credits: 10, when: allOf(dense, is('smart_low_poly', true)) },
		{ credits: 20, when: allOf(dense, is('generate_parts', true)) },
	];
}

/** Quads come as FBX; where parts are asked for, quads are ignored. */
const quads = allOf(is('quad', true), not(is('generate_parts', true)));

const common = {
	gives: 'model',
	formats: [{ extension: 'fbx', when: quads }, { extension: 'glb' }],
	models: generationModels,
	rules,
	seconds: 120,
	taskClass: 'H',
} as const;

export const textToModel: OperationSpec = {
	...common,
	title: 'Text to Model',
	detail: 'A model of what the prompt says.',
	inputs: { prompt: { longest: 1024, required: true } },
	parameters: [...parameters, ...fromText],
	prices: prices({ H: 10, P1: 30, P2: 100 }),
};

export const imageToModel: OperationSpec = {
	...common,
	title: 'Image to Model',
	detail: 'A model of what one picture shows.',
	inputs: {
		images: { least: 0, most: 1 },
		source: { required: false, from: ['textToImage', 'imageToImage'] },
		exclusive: { of: ['images', 'source'], least: 1 },
	},
	parameters: [...parameters, ...fromPictures],
	prices: prices({ H: 20, P1: 40, P2: 100 }),
};

export const multiviewToModel: OperationSpec = {
	...common,
	title: 'Multi-view to Model',
	detail: 'A model of what two to four views show.',
	inputs: {
		views: { least: 2 },
		source: { required: false, from: ['imageToMultiview', 'editMultiview'] },
		exclusive: { of: ['views', 'source'], least: 1 },
	},
	parameters: [...parameters, ...fromPictures],
	prices: prices({ H: 20, P1: 40, P2: 100 }),
};
