import { input, is } from '../../catalogue/condition';
import type { OperationSpec } from '../../catalogue/operationSpec';
import { denseModels, fullFamilies } from './models';
import {
	alphaThumbnail,
	counted,
	longestPrompt,
	moderation,
	pictureFiles,
	placement,
	removeLighting,
	targetFormats,
	texture as textureParameters,
	texturePrices,
	textureRules,
} from './parameters';

/** Meshy reads these formats as a model to work on. */
export const modelFiles = ['glb', 'gltf', 'obj', 'fbx', 'stl'] as const;

/** Paints a preview. The model follows the preview's by itself, and another one would be refused. */
export const refine: OperationSpec = {
	...counted,
	title: 'Refine',
	detail: 'Paints a model that was made from text.',
	gives: 'model',
	inputs: {
		prompt: { longest: longestPrompt, required: false },
		images: { least: 0, most: 1 },
		pictureFiles,
		source: { required: true, from: ['textToModel'] },
		// Meshy would heed the text alone.
		exclusive: { of: ['prompt', 'images'], least: 0 },
	},
	parameters: [...textureParameters, removeLighting, targetFormats, ...placement, alphaThumbnail, moderation],
	rules: [],
	prices: texturePrices,
	seconds: 180,
};

/** Meshy paints after several pictures with this model alone, and it wants to be named. */
const viewsModel = 'meshy-7';

export const texture: OperationSpec = {
	...counted,
	title: 'Texture',
	detail: 'Paints a model anew, after words, a picture or views.',
	gives: 'model',
	inputs: {
		prompt: { longest: longestPrompt, required: false },
		images: { least: 0, most: 1 },
		views: { least: 1 },
		pictureFiles,
		source: {
			required: true,
			from: ['textToModel', 'refine', 'imageToModel', 'remesh'],
			files: modelFiles,
		},
		exclusive: { of: ['prompt', 'images', 'views'], least: 1 },
	},
	models: { ...denseModels, only: { id: viewsModel, when: input('views') } },
	parameters: [
		{
			name: 'enable_original_uv',
			label: 'Keep the UV map',
			description: 'Off, the model is unwrapped anew, which also suits one without UVs.',
			type: 'boolean',
			// Meshy's pages have told both defaults; a fresh map works for every model.
			suggested: false,
			common: true,
		},
		...textureParameters,
		{ ...removeLighting, families: fullFamilies },
		targetFormats,
		alphaThumbnail,
	],
	rules: [
		...textureRules,
		{
			when: input('views'),
			needs: is('ai_model', viewsModel),
			words: `views need “ai_model” ${viewsModel}`,
		},
	],
	prices: texturePrices,
	seconds: 180,
};
