import type { ModelTable } from '../../catalogue/operationSpec';

/** Models that make textures: `model` of a texture task, `texture_version` of a generation. */
export const textureModels: ModelTable = {
	option: 'model',
	default: 'v3.0-20250812',
	list: [
		{
			id: 'v3.0-20250812',
			family: 'T3.0',
			label: 'Texture 3.0',
			description: 'what the service takes by itself',
		},
		{
			id: 'v3.5-20260815',
			family: 'T3.5',
			label: 'Texture 3.5',
			description: 'newest; removes baked light, has a fast quality',
		},
		{
			id: 'v2.5-20250123',
			family: 'T2.5',
			label: 'Texture 2.5',
			description: 'for meshes of the model H2.5',
		},
	],
};

/** Those that have neither the fast quality nor `delight`. */
export const olderTextures = ['v3.0-20250812', 'v2.5-20250123'] as const;
