import type { ModelFormat } from '../../../placeholders/formats/writeModel';
import { type ModelStep, withSteps } from '../../models/recipe';
import {
	type Body,
	type CreateRequest,
	choice,
	flag,
	flags,
	type Parameters,
	partNames,
} from '../createRequest';
import { checkFast } from '../generationOptions';
import { texturePromptIn } from '../inputs/texturePrompt';
import { sources } from '../sourceRules';
import { textureModels } from '../tripoModels';
import { invalid } from '../tripoRefusal';
import { isRigged } from '../tripoResult';
import type { TripoVariants } from '../tripoVariants';
import { texturing } from './modelGeneration';
import { partsIn, reshaped, type TripoOperation } from './tripoOperation';

const textureParameters: Parameters = {
	...texturing,
	texture_alignment: choice('original_image', 'geometry'),
	part_names: partNames,
	...flags('bake return_multiview'),
};

/** The file that each format gives; `GLTF` is one binary file, and `GLB` another name for it. */
const formats: Readonly<Record<string, ModelFormat>> = {
	GLTF: 'glb',
	GLB: 'glb',
	USDZ: 'usdz',
	FBX: 'fbx',
	OBJ: 'obj',
	STL: 'stl',
	'3MF': '3mf',
};

/** Formats that have no place for a skeleton. */
const rigid: readonly string[] = ['OBJ', 'STL', '3MF'];

const convertParameters: Parameters = {
	format: { kind: 'choice', values: Object.keys(formats), anyCase: true },
	face_limit: { kind: 'whole', least: 1, most: 2_000_000 },
	flatten_bottom_threshold: { kind: 'number', least: 0.01, most: 1 },
	texture_size: { kind: 'whole', least: 128, most: 8192 },
	texture_format: choice('BMP', 'DPX', 'HDR', 'JPEG', 'OPEN_EXR', 'PNG', 'TARGA', 'TIFF', 'WEBP'),
	scale_factor: { kind: 'number', least: 0.01, most: 10_000 },
	...flags('quad force_symmetry flatten_bottom bake pack_uv export_vertex_colors pivot_to_center_bottom'),
	...flags('with_animation animate_in_place assemble_animation'),
	part_names: partNames,
	export_orientation: choice('+x', '-x', '+y', '-y'),
	// Some pages say that `bake_scale` is gone, newer ones have it.
	fbx_preset: choice('blender', '3dsmax', 'mixamo', 'bake_scale'),
};

const styles = ['lego', 'voxel', 'voronoi', 'minecraft', 'keyring', 'fridge_magnet', 'keycap'];

/** Blocks along the longest side of the styles that are made of blocks; those of Minecraft can be chosen. */
const blocks: Readonly<Record<string, number>> = { lego: 32, voxel: 32, minecraft: 80 };

/** Work on a whole model. */
export const reshaping: readonly TripoOperation[] = [
	{
		type: 'texture_model',
		path: '/models/texture',
		category: 'processing',
		menu: textureModels,
		seed: 'texture_seed',
		parameters: textureParameters,
		draft: async (request, inputs) => {
			const { sent, seed, body, model } = request;
			checkFast(sent.texture_quality, model, 'the model');
			const source = await inputs.model(body, sources.texture_model);
			const { text, picture } = await texturePromptIn(body.texture_prompt, source, inputs);
			const step: ModelStep = { do: 'texture', seed, words: text, picture, ...partsIn(request) };
			const result = reshaped(source.model, [{ do: 'unrig' }, step], source.native);
			return {
				result: { ...result, label: sent.pbr === false ? 'model' : 'pbr_model' },
				...(text !== undefined && { texts: [text], echo: { prompt: text, texture_seed: seed } }),
			};
		},
	},
	{
		type: 'convert_model',
		path: '/models/convert',
		category: 'processing',
		parameters: convertParameters,
		draft: async (request, inputs) => {
			const { body, sent } = request;
			const format = formatIn(sent, inputs.context.tripo.variants.glbFormat);
			const { model, task } = await inputs.model(body, sources.convert_model);
			const extra = Object.keys(sent).find((name) => name !== 'format');
			if (task?.type === 'convert_model' && extra !== undefined)
				throw invalid(extra, 'must not be sent for a model that has been converted before: only format may');
			if (rigid.includes(format) && isRigged(model))
				throw invalid('format', 'must be one of GLTF, FBX, USDZ for a rigged model');
			const quads = sent.quad === true;
			return {
				result: {
					kind: 'model',
					model: withSteps(model, ...conversionSteps(request)),
					format: quads ? 'fbx' : (formats[format] ?? 'glb'),
					native: quads ? 'fbx' : 'glb',
					preview: false,
				},
				echo: { format },
			};
		},
	},
	{
		type: 'import_model',
		path: '/models/import',
		category: 'processing',
		parameters: {},
		draft: async ({ body }, inputs) => {
			const { model, kind, native } = await inputs.model(body, sources.import_model);
			const format = kind === 'fbx' || kind === 'obj' || kind === 'stl' ? kind : 'glb';
			return { result: { kind: 'model', model, format, native, preview: false, asUploaded: true } };
		},
	},
	{
		type: 'stylize_model',
		path: '/models/stylize',
		category: 'processing',
		parameters: {
			style: choice(...styles),
			block_size: { kind: 'whole', least: 32, most: 128 },
			render_image: flag,
		},
		draft: async ({ body, sent }, inputs) => {
			if (sent.style === undefined) throw invalid('style', `must be one of ${styles.join(', ')}`);
			const { model } = await inputs.model(body, sources.stylize_model);
			const result = reshaped(model, [{ do: 'unrig' }, styleStep(String(sent.style), sent)]);
			return { result: sent.style === 'minecraft' ? { ...result, format: 'schem' } : result };
		},
	},
];

/** Blocks for the styles that are about blocks; the others are little things of plastic. */
function styleStep(style: string, { block_size: size }: Body): ModelStep {
	const count = style === 'minecraft' && typeof size === 'number' ? size : blocks[style];
	return count === undefined
		? { do: 'texture', words: `${style.replace('_', ' ')}, shiny plastic`, seed: 0 }
		: { do: 'voxelize', blocks: count };
}

function conversionSteps(request: CreateRequest): ModelStep[] {
	const { sent } = request;
	const { parts } = partsIn(request);
	const steps: ModelStep[] = [];
	if (sent.with_animation === false) steps.push({ do: 'unrig' });
	if (parts) steps.push({ do: 'keepParts', parts });
	if (typeof sent.face_limit === 'number')
		steps.push({ do: 'simplify', faces: sent.face_limit, quads: sent.quad === true });
	if (sent.pivot_to_center_bottom === true) steps.push({ do: 'place', origin: 'bottom' });
	if (typeof sent.scale_factor === 'number' && sent.scale_factor !== 1)
		steps.push({ do: 'scale', factor: sent.scale_factor });
	return steps;
}

/** The format, checked against the options that go with some formats only. */
function formatIn(sent: Body, glb: TripoVariants['glbFormat']): string {
	const known = Object.keys(formats).filter((name) => name !== 'GLB' || glb === 'taken');
	const format = String(sent.format).toUpperCase();
	if (!known.includes(format)) throw invalid('format', `must be one of ${known.join(', ')}`);
	const gltf = formats[format] === 'glb';
	if (sent.quad === true && gltf) throw invalid('quad', 'cannot be had as GLTF, which knows triangles only');
	if (sent.force_symmetry === true && sent.quad !== true)
		throw invalid('force_symmetry', 'goes together with quad only');
	if (sent.export_vertex_colors === true && format !== 'OBJ' && !gltf)
		throw invalid('export_vertex_colors', 'goes together with OBJ and GLTF only');
	return format;
}
