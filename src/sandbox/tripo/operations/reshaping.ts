import { texturePromptIn } from '../inputs/texturePrompt';
import { checkFast } from '../look';
import { textureModels } from '../models';
import { invalid } from '../refusal';
import { flag, type Parameters, partNames } from '../rules';
import { sources } from '../sources';
import { convert } from './convert';
import { texturing } from './generationParameters';
import type { Operation } from './operation';
import { namedParts } from './parts';
import { steppedResult } from './results';

const textureParameters: Parameters = {
	...texturing,
	texture_alignment: { rule: { kind: 'choice', values: ['original_image', 'geometry'] } },
	part_names: partNames,
	bake: flag,
	return_multiview: flag,
};

const styles = ['lego', 'voxel', 'voronoi', 'minecraft', 'keyring', 'fridge_magnet', 'keycap'];

/** Blocks along the longest side of the styles that are made of blocks; those of Minecraft can be chosen. */
const blocks: Readonly<Record<string, number>> = { lego: 32, voxel: 32, minecraft: 80 };

/** Work on a whole model. */
export const reshaping: readonly Operation[] = [
	{
		type: 'texture_model',
		path: '/models/texture',
		category: 'processing',
		menu: textureModels,
		seed: 'texture_seed',
		parameters: textureParameters,
		order: async (request, inputs) => {
			const { sent, seed, body, model } = request;
			checkFast(sent.texture_quality, model, 'the model');
			const source = await inputs.model(body, sources.texture_model);
			const { text, pictures } = await texturePromptIn(body.texture_prompt, source, inputs);
			const result = steppedResult(source.model, {
				do: 'texture',
				seed,
				pbr: sent.pbr !== false,
				...(text === undefined ? {} : { prompt: text }),
				...(pictures === undefined ? {} : { pictures }),
				...namedParts(sent),
			});
			return {
				result,
				...(text === undefined ? {} : { says: [text], echo: { prompt: text, texture_seed: seed } }),
			};
		},
	},
	convert,
	{
		type: 'import_model',
		path: '/models/import',
		category: 'processing',
		parameters: {},
		order: async ({ body }, inputs) => {
			const { model, kind } = await inputs.model(body, sources.import_model);
			const format = kind === 'fbx' || kind === 'obj' || kind === 'stl' ? kind : 'glb';
			return { result: { kind: 'model', model, format, preview: false } };
		},
	},
	{
		type: 'stylize_model',
		path: '/models/stylize',
		category: 'processing',
		parameters: {
			style: { rule: { kind: 'choice', values: styles } },
			block_size: { rule: { kind: 'whole', least: 32, most: 128 } },
			render_image: flag,
		},
		order: async ({ body, sent }, inputs) => {
			if (sent.style === undefined) {
				throw invalid('style', `must be one of ${styles.join(', ')}`);
			}
			const { model } = await inputs.model(body, sources.stylize_model);
			const style = String(sent.style);
			const chosen = style === 'minecraft' ? sent.block_size : undefined;
			const count = typeof chosen === 'number' ? chosen : blocks[style];
			const result = steppedResult(model, {
				do: 'stylize',
				style,
				...(count === undefined ? {} : { blocks: count }),
			});
			return { result: style === 'minecraft' ? { ...result, format: 'schem' } : result };
		},
	},
];
