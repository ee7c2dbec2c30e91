import { allOf, family, given, is, not } from '../../catalogue/condition';
import type { ParameterSpec, PriceRow, RequestRule } from '../../catalogue/operationSpec';
import { denseFamilies, fullFamilies, smartFamilies } from './models';

/** Meshy counts all its tasks together, so that one class stands for every operation. */
export const counted = { taskClass: 'mesh' } as const;

/** Meshy reads no WebP outside its web app. */
export const pictureFiles = ['png', 'jpg', 'jpeg'] as const;

/** Characters; the API's pages say 800 where they said 600 until September 2026. */
export const longestPrompt = 800;

/** What turns an existing mesh into files knows more formats than what generates one. */
export const fileFormats = {
	name: 'target_formats',
	label: 'File formats',
	type: 'list',
	of: 'text',
	least: 1,
	most: 7,
	values: ['glb', 'fbx', 'obj', 'usdz', 'stl', '3mf', 'blend'],
	common: true,
	role: 'formats',
} as const satisfies ParameterSpec;

/** Left open, Meshy would make every format but 3MF, which takes longer. */
export const targetFormats: ParameterSpec = {
	...fileFormats,
	most: 6,
	values: fileFormats.values.filter((format) => format !== 'blend'),
	suggested: ['glb'],
};

const polycount = {
	name: 'target_polycount',
	label: 'Faces',
	description: 'What comes differs by about a tenth; of quads, each counts as one.',
	type: 'integer',
	common: true,
	ranges: [{ min: 100, max: 300_000 }],
} as const satisfies ParameterSpec;

const shape = {
	name: 'topology',
	label: 'Topology',
	description: 'Quads stay quads in FBX and OBJ only.',
	type: 'enum',
	values: ['triangle', 'quad'],
	default: 'triangle',
} as const satisfies ParameterSpec;

const decimation = {
	name: 'decimation_mode',
	label: 'Decimation by shape',
	description: '1 keeps most faces, 4 fewest; it overrides the number of faces.',
	type: 'integer',
	ranges: [{ min: 1, max: 4 }],
} as const satisfies ParameterSpec;

/** The faces of a mesh that is made anew. */
export const faces: readonly ParameterSpec[] = [polycount, shape, decimation];

const remeshed = not(is('should_remesh', false));
const ofDense = { families: denseFamilies, when: remeshed } as const;

/** The faces of a generated mesh. Meshy's own default for `should_remesh` differs by model, so it is always said. */
export const topology: readonly ParameterSpec[] = [
	{
		name: 'should_remesh',
		label: 'Remesh',
		description: 'Off, the mesh comes with up to two million triangles.',
		type: 'boolean',
		suggested: true,
		families: denseFamilies,
	},
	{
		...polycount,
		role: 'faces',
		ranges: [{ min: 100, max: 15_000, when: family(...smartFamilies) }, ...polycount.ranges],
		when: remeshed,
	},
	{ ...shape, ...ofDense },
	{ ...decimation, ...ofDense },
];

/** Smart topology is told by the model; the parameter is there for those who name it as Meshy does. */
export const modelType: ParameterSpec = {
	name: 'model_type',
	label: 'Kind of mesh',
	type: 'enum',
	values: ['standard', 'smart-topology'],
	default: 'standard',
};

export const modelTypeRules: readonly RequestRule[] = [
	{
		when: family(...smartFamilies),
		needs: is('model_type', 'smart-topology'),
		words: 'this model makes smart topology only: “model_type” must be smart-topology',
	},
	{
		when: family(...denseFamilies),
		needs: not(is('model_type', 'smart-topology')),
		words: '“model_type” smart-topology needs a model of smart topology, such as meshy-t2',
	},
];

export function geometryResolution(...values: readonly string[]): ParameterSpec {
	return {
		name: 'geometry_resolution',
		label: 'Geometry resolution',
		type: 'enum',
		values,
		default: 'standard',
		families: ['7.1'],
	};
}

export const pose: ParameterSpec = {
	name: 'pose_mode',
	label: 'Pose',
	description: 'For figures that are to be rigged.',
	type: 'enum',
	values: ['a-pose', 't-pose'],
};

export const autoSize: ParameterSpec = {
	name: 'auto_size',
	label: 'Real-world size',
	type: 'boolean',
	default: false,
};

export const origin: ParameterSpec = {
	name: 'origin_at',
	label: 'Origin',
	type: 'enum',
	values: ['bottom', 'center'],
	default: 'bottom',
};

/** Size and place of a generated model. */
export const placement: readonly ParameterSpec[] = [autoSize, { ...origin, when: is('auto_size', true) }];

/** For inventories and menus. */
export const alphaThumbnail: ParameterSpec = {
	name: 'alpha_thumbnail',
	label: 'Icon',
	description: 'A PNG of the model on a transparent ground, beside its file.',
	type: 'boolean',
	default: false,
};

export const sideThumbnails: ParameterSpec = {
	name: 'multi_view_thumbnails',
	label: 'Icons from four sides',
	description: 'PNGs of the model from front, right, back and left, beside its file.',
	type: 'boolean',
	default: false,
};

export const moderation: ParameterSpec = {
	name: 'moderation',
	label: 'Content check',
	description: 'Meshy looks at the input before it begins.',
	type: 'boolean',
	default: false,
};

/** Maps of a texture. */
export const texture: readonly ParameterSpec[] = [
	{
		name: 'enable_pbr',
		label: 'PBR maps',
		description: 'Metallic, roughness and normal beside the colour.',
		type: 'boolean',
		default: false,
		common: true,
	},
	{
		name: 'texture_resolution',
		label: 'Texture resolution',
		type: 'enum',
		values: ['2k', '4k', '8k'],
		default: '2k',
		common: true,
	},
];

/** Pages disagree on which models heed it; those before Meshy 6 do not take it. */
export const removeLighting: ParameterSpec = {
	name: 'remove_lighting',
	label: 'Remove baked light',
	type: 'boolean',
	default: true,
};

export const textureRules: readonly RequestRule[] = [
	{
		when: allOf(family('lite'), given('texture_resolution')),
		needs: is('texture_resolution', '2k'),
		words: 'this model paints at “texture_resolution” 2k only',
	},
];

/** Credits of a texture: the pages of September and October 2026 agree, and live bills with them. */
export const texturePrices: readonly PriceRow[] = [
	{ credits: 10, when: is('texture_resolution', '2k', '4k') },
	{ credits: 15, when: is('texture_resolution', '8k') },
];

/** Credits of a bare mesh. The finer geometry costs the same at 2k and 4k. */
export const meshPrices: readonly PriceRow[] = [
	{ credits: 20, when: family(...fullFamilies, 'T1') },
	{ credits: 5, when: family('lite', 'T2') },
	{ credits: 5, when: allOf(family('7.1'), is('geometry_resolution', '2k', '4k')) },
];
