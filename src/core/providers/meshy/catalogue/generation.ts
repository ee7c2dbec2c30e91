import { allOf, anyOf, given, is, not } from '../../catalogue/condition';
import type { OperationSpec, ParameterSpec, PriceRow, RequestRule } from '../../catalogue/operationSpec';
import { denseFamilies, denseModels, fullFamilies, imageModels, textModels } from './models';
import {
	alphaThumbnail,
	counted,
	geometryResolution,
	longestPrompt,
	meshPrices,
	modelType,
	modelTypeRules,
	moderation,
	pictureFiles,
	placement,
	pose,
	removeLighting,
	sideThumbnails,
	targetFormats,
	texture,
	texturePrices,
	textureRules,
	topology,
} from './parameters';

/** The mesh alone; Meshy calls it a preview, and `refine` paints it. */
export const textToModel: OperationSpec = {
	...counted,
	title: 'Text to Model',
	detail: 'A model of what the prompt says, without colours: “Refine” paints it.',
	gives: 'model',
	inputs: { prompt: { longest: longestPrompt, required: true } },
	models: textModels,
	parameters: [
		modelType,
		...topology,
		geometryResolution('standard', '2k', '4k'),
		pose,
		targetFormats,
		...placement,
		alphaThumbnail,
		moderation,
	],
	rules: modelTypeRules,
	prices: meshPrices,
	seconds: 90,
};

const textured = not(is('should_texture', false));

/** Texturing is part of a task that starts from pictures, unless it is switched off. */
function fromPictures(longestTexturePrompt: number): readonly ParameterSpec[] {
	return [
		...topology,
		{ name: 'should_texture', label: 'Texture', type: 'boolean', default: true, common: true },
		...texture.map((known) => ({ ...known, when: textured })),
		{
			name: 'texture_prompt',
			label: 'What the texture shows',
			description: 'Left open, it follows the pictures.',
			type: 'text',
			longest: longestTexturePrompt,
			when: textured,
		},
		{
			name: 'texture_image_url',
			label: 'Style picture',
			description: 'The texture follows its look.',
			type: 'picture',
			when: textured,
		},
		{ ...removeLighting, families: fullFamilies, when: textured },
		{
			name: 'image_enhancement',
			label: 'Clean the picture first',
			type: 'boolean',
			default: true,
			families: fullFamilies,
		},
		{
			name: 'save_pre_remeshed_model',
			label: 'Keep the dense mesh, too',
			type: 'boolean',
			default: false,
			families: denseFamilies,
			when: not(is('should_remesh', false)),
		},
		pose,
		targetFormats,
		...placement,
		alphaThumbnail,
		sideThumbnails,
		moderation,
	];
}

const pictureRules: readonly RequestRule[] = [
	...textureRules,
	{
		when: is('enable_pbr', true),
		needs: textured,
		words: '“enable_pbr” needs “should_texture”',
	},
	{
		when: given('texture_image_url'),
		needs: not(given('texture_prompt')),
		words: 'with “texture_prompt”, Meshy would not look at “texture_image_url”',
	},
];

/** Several style pictures are for models made of several pictures. */
const stylePictures: ParameterSpec = {
	name: 'texture_image_urls',
	label: 'Style pictures',
	description: 'Up to four of one object; the texture follows their look.',
	type: 'pictures',
	least: 1,
	most: 4,
	families: ['7.1', '7'],
	when: textured,
};

const stylePictureRules: readonly RequestRule[] = [
	{
		when: given('texture_image_urls'),
		needs: not(anyOf(given('texture_prompt'), given('texture_image_url'))),
		words: '“texture_image_urls” cannot go with “texture_prompt” or “texture_image_url”',
	},
	{
		when: given('texture_image_urls'),
		needs: textured,
		words: '“texture_image_urls” needs “should_texture”',
	},
];

const picturePrices: readonly PriceRow[] = [
	...meshPrices,
	...texturePrices.map(({ credits, when }) => ({ credits, when: when ? allOf(textured, when) : textured })),
];

export const imageToModel: OperationSpec = {
	...counted,
	title: 'Image to Model',
	detail: 'A model of what one picture shows, mesh and texture in one.',
	gives: 'model',
	inputs: {
		images: { least: 0, most: 1 },
		pictureFiles,
		source: {
			required: false,
			from: ['textToImage', 'imageToImage'],
			only: {
				when: not(is('generate_multi_view', true)),
				words: 'a set of views becomes a model by “Multi-view to Model”',
			},
		},
		exclusive: { of: ['images', 'source'], least: 1 },
	},
	models: imageModels,
	parameters: [modelType, geometryResolution('standard', '2k', '4k'), ...fromPictures(longestPrompt)],
	rules: [...modelTypeRules, ...pictureRules],
	prices: picturePrices,
	seconds: 200,
};

/** Takes views by name or pictures in order, front first; Meshy itself knows no names of sides. */
export const multiviewToModel: OperationSpec = {
	...counted,
	title: 'Multi-view to Model',
	detail: 'A model of what one to four pictures of one object show.',
	gives: 'model',
	inputs: {
		images: { least: 0, most: 4 },
		views: { least: 1 },
		pictureFiles,
		source: { required: false, from: ['textToImage', 'imageToImage'] },
		exclusive: { of: ['images', 'views', 'source'], least: 1 },
	},
	models: denseModels,
	// This page still says 600 characters, and 4k geometry is refused here.
	parameters: [geometryResolution('standard', '2k'), ...fromPictures(600), stylePictures],
	rules: [...pictureRules, ...stylePictureRules],
	prices: picturePrices,
	seconds: 200,
};
