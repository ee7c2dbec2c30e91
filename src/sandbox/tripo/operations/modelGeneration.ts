import type { ModelRecipe } from '../../models/recipe';
import { type CreateRequest, choice, flag, flags, type Parameters, promptIn, seed } from '../createRequest';
import { type GenerationOptions, optionsEcho, optionsIn } from '../generationOptions';
import { viewsIn } from '../inputs/views';
import { sources } from '../sourceRules';
import { generationModels, highPoly, isLowPoly, textureModels } from '../tripoModels';
import type { ModelResult } from '../tripoResult';
import { reshaped, type TripoOperation } from './tripoOperation';

/** Fields about a texture that generation and retexturing have in common. */
export const texturing: Parameters = {
	...flags('texture pbr delight'),
	texture_seed: seed,
	texture_quality: choice('fast', 'standard', 'detailed', 'extreme'),
	compress: choice('', 'geometry'),
};

const shaping: Parameters = {
	...texturing,
	model_seed: seed,
	// Each family's own limits are in generationOptions.ts.
	face_limit: { kind: 'whole', least: 1, most: Number.MAX_SAFE_INTEGER },
	texture_version: choice(...Object.keys(textureModels.families)),
	geometry_quality: { ...choice('standard', 'detailed'), families: ['H3.1', 'H3.0'] },
	quad: { ...flag, families: [...highPoly, 'P2'] },
	smart_low_poly: { ...flag, families: highPoly },
	generate_parts: { ...flag, families: highPoly },
	...flags('auto_size export_uv'),
	export_orientation: choice('+x', '-x', '+y', '-y'),
};

export const fromWords: Parameters = {
	...shaping,
	negative_prompt: { kind: 'text', most: 255 },
	image_seed: seed,
};

export const fromPicture: Parameters = {
	...shaping,
	texture_alignment: choice('original_image', 'geometry'),
	...flags('enable_image_autofix image_autofix'),
	orientation: choice('default', 'align_image'),
};

export const fromViews: Parameters = { ...fromPicture, orthographic_projection: flag };

const shared = {
	menu: generationModels,
	seed: 'model_seed',
	category: (family: string) => (isLowPoly(family) ? 'p' : 'h'),
} as const;

/** From words or pictures to a model. */
export const modelGeneration: readonly TripoOperation[] = [
	{
		...shared,
		type: 'text_to_model',
		path: '/generation/text-to-model',
		parameters: fromWords,
		draft: (request) => {
			const options = optionsIn(request);
			const prompt = promptIn('prompt', request.body.prompt, 1024);
			const { seed, textured, faceLimit, quad } = options;
			const triangles = faceLimit !== undefined && quad ? 2 * faceLimit : faceLimit;
			const words: ModelRecipe = { from: 'words', prompt, seed, textured, faceLimit: triangles };
			const echo = { prompt, ...optionsEcho(options) };
			return { result: generated(words, options), texts: [prompt], echo };
		},
	},
	{
		...shared,
		type: 'image_to_model',
		path: '/generation/image-to-model',
		parameters: fromPicture,
		draft: async (request, inputs) => {
			const options = optionsIn(request);
			const { body } = request;
			const picture = await inputs.picture('input', body.input ?? body.file, sources.image_to_model);
			return { result: generated({ from: 'picture', picture }, options), echo: optionsEcho(options) };
		},
	},
	{
		...shared,
		type: 'multiview_to_model',
		path: '/generation/multiview-to-model',
		parameters: fromViews,
		draft: async (request: CreateRequest, inputs) => {
			const options = optionsIn(request);
			const views = await viewsIn(request.body, inputs);
			return { result: generated({ from: 'views', views }, options), echo: optionsEcho(options) };
		},
	},
];

function generated(model: ModelRecipe, { parts, quad, pbr, textured }: GenerationOptions): ModelResult {
	const label = pbr ? 'pbr_model' : textured ? 'model' : 'base_model';
	return { ...reshaped(model, parts ? [{ do: 'segment' }] : [], quad ? 'fbx' : 'glb'), label };
}
