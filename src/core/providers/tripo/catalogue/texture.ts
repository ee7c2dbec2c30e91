import { family, input, is, madeBy, not, source } from '../../catalogue/condition';
import type { OperationSpec } from '../../catalogue/operationSpec';
import { seed, slowQualities } from './generation';
import { partNames } from './mesh';
import { fbxSource, generated, modelFiles, modelTasks } from './sources';
import { textureModels } from './textureModels';

/** Sources that have a picture of their own, or words, for the texture to follow. */
const ownPicture = madeBy(...generated, 'texture');

export const texture: OperationSpec = {
	title: 'Texture',
	detail: 'The same mesh with a new texture, from words, from pictures, or as it was made.',
	gives: 'model',
	formats: [{ extension: 'fbx', when: fbxSource }, { extension: 'glb' }],
	inputs: {
		prompt: { longest: 1024, required: false },
		images: { least: 0, most: 1 },
		views: { least: 4 },
		source: {
			required: true,
			from: modelTasks,
			files: [...modelFiles, 'gltf'],
		},
		exclusive: { of: ['prompt', 'images', 'views'], least: 0 },
	},
	models: textureModels,
	parameters: [
		{
			name: 'texture_quality',
			label: 'Texture quality',
			type: 'enum',
			values: ['fast', ...slowQualities],
			only: [{ values: slowQualities, when: family('T3.0', 'T2.5') }],
			default: 'standard',
			common: true,
		},
		{ name: 'pbr', label: 'PBR maps', type: 'boolean', default: true, common: true },
		{
			name: 'texture_alignment',
			label: 'Texture follows',
			type: 'enum',
			values: ['original_image', 'geometry'],
			default: 'original_image',
		},
		{
			name: 'delight',
			label: 'Remove baked light',
			type: 'boolean',
			default: true,
			when: not(family('T3.0', 'T2.5')),
		},
		{ name: 'bake', label: 'Bake', type: 'boolean', default: true },
		{
			name: 'compress',
			label: 'Compression',
			description: 'meshopt; the engine needs a decoder.',
			type: 'enum',
			values: ['geometry'],
		},
		partNames,
		{ name: 'texture_seed', label: 'Texture seed', ...seed },
	],
	rules: [
		{
			when: source(not(ownPicture)),
			needs: input('prompt'),
			words: 'a model that was not made here from words or pictures needs a prompt for its texture',
		},
	],
	prices: [
		{ credits: 10, when: is('texture_quality', 'fast', 'standard') },
		{ credits: 20, when: is('texture_quality', 'detailed') },
		{ credits: 30, when: is('texture_quality', 'extreme') },
	],
	seconds: 80,
	taskClass: 'processing',
};
