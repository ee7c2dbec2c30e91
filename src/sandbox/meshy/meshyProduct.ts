import type { ModelFormat } from '../../placeholders/formats/writeModel';
import type { ArtifactCache } from '../models/artifactCache';
import {
	type Content,
	type ModelRecipe,
	type Output,
	type PictureRecipe,
	type Side,
	withSteps,
} from '../models/recipe';
import type { MadeProduct } from './meshyTask';
import { printabilityOf } from './printability';

/** What a task leaves behind when it succeeds. */
export type MeshyProduct =
	| ModelProduct
	| { kind: 'rig'; model: ModelRecipe }
	| { kind: 'animation'; rigged: ModelRecipe; clips: string[]; extra: Extra; motion?: Motion }
	| ({ kind: 'motion'; mode: 'prime' | 'swift' } & Motion)
	/** No file, only what is wrong with the model. */
	| { kind: 'analysis'; model: ModelRecipe }
	| { kind: 'pictures'; pictures: readonly PictureRecipe[] };

export interface ModelProduct {
	kind: 'model';
	model: ModelRecipe;
	formats: readonly ModelFormat[];
	/** Four corners to a face, in the formats that can have them. */
	quads: boolean;
	/** The pictures that it has beside its files. */
	maps: 'none' | 'colour' | 'pbr';
	alphaThumbnail: boolean;
	sideThumbnails?: boolean;
	/** The model before it was remeshed, when that is wanted too. */
	before?: ModelRecipe;
}

/** A motion that words asked for. */
export interface Motion {
	words: string;
	seconds: number;
}

/** What an animation task makes besides the two files that it always makes. */
export type Extra = { kind: 'none' } | { kind: 'fps'; fps: number } | { kind: 'usdz' } | { kind: 'armature' };

/** In the order in which the service lists views. */
export const meshySides: readonly Side[] = ['front', 'right', 'back', 'left'];

/** Tries whether a product can be made. Rejects when an input cannot be used. */
export async function attemptProduct(product: MeshyProduct, artifacts: ArtifactCache): Promise<MadeProduct> {
	const { builder } = artifacts;
	switch (product.kind) {
		case 'model': {
			await builder.model(product.model);
			const beside = (await objFiles(product, artifacts)).slice(1);
			return { beside: beside.map(({ name }) => name) };
		}
		case 'analysis':
			return { beside: [], found: printabilityOf(await builder.model(product.model)) };
		case 'rig':
		case 'animation':
			await builder.model(product.kind === 'rig' ? product.model : product.rigged);
			break;
		case 'pictures':
			await Promise.all(meshyOutputs(product).map(({ content }) => artifacts.files(content)));
			break;
		case 'motion':
	}
	return { beside: [] };
}

/** The file of this name; `undefined` when the product has none. */
export async function productFile(
	product: MeshyProduct,
	name: string,
	artifacts: ArtifactCache,
): Promise<Buffer | undefined> {
	// The OBJ's own textures come first: its MTL counts on these very files.
	const files = product.kind === 'model' ? await objFiles(product, artifacts) : [];
	const beside = files.find((file) => file.name === name);
	return beside ? Buffer.from(beside.bytes) : artifacts.file(meshyOutputs(product), name);
}

/** The OBJ and what lies beside it, of a product that has one. */
async function objFiles({ model, formats, quads }: ModelProduct, artifacts: ArtifactCache) {
	return formats.includes('obj') ? artifacts.files({ kind: 'model', model, format: 'obj', quads }) : [];
}

/** Every file that the task names, in the order in which it lists them. */
export function meshyOutputs(product: MeshyProduct): Output[] {
	switch (product.kind) {
		case 'model':
			return modelOutputs(product);
		case 'rig':
			return rigOutputs(product.model);
		case 'animation':
			return animationOutputs(product);
		case 'motion':
			return [motionOutput(product)];
		case 'analysis':
			return [];
		case 'pictures':
			return product.pictures.map((picture, index) => ({
				at: ['image_urls', index],
				name: product.pictures.length === 1 ? 'image.png' : `image_${index}.png`,
				content: { kind: 'picture', picture },
			}));
	}
}

/** The maps of a product, and the names of their files. */
const colourMap = ['base_color', 'texture_0.png'] as const;
const mapNames = {
	none: [],
	colour: [colourMap],
	pbr: [
		colourMap,
		['metallic', 'texture_0_metallic.png'],
		['normal', 'texture_0_normal.png'],
		['roughness', 'texture_0_roughness.png'],
	],
} as const;

function modelOutputs({ model, formats, quads, before, maps, ...thumbnails }: ModelProduct): Output[] {
	const preview: Content = { kind: 'picture', picture: { from: 'render', model } };
	const outputs: Output[] = formats.map((format) =>
		modelOutput(['model_urls', format], 'model', model, format, quads),
	);
	if (before)
		outputs.push(modelOutput(['model_urls', 'pre_remeshed_glb'], 'pre_remeshed_model', before, 'glb'));
	for (const [map, name] of mapNames[maps])
		outputs.push({ at: ['texture_urls', 0, map], name, content: { kind: 'map', model, map } });
	outputs.push({ at: ['thumbnail_url'], name: 'preview.png', content: preview });
	if (thumbnails.alphaThumbnail)
		outputs.push({ at: ['alpha_thumbnail_url'], name: 'alpha_preview.png', content: preview });
	for (const side of thumbnails.sideThumbnails ? meshySides : []) {
		const content: Content = { kind: 'picture', picture: { from: 'view', model, side } };
		outputs.push({ at: ['thumbnail_urls', side], name: `preview_${side}.png`, content });
	}
	return outputs;
}

/** The rigged character, and the two gaits that come with every rig. */
function rigOutputs(model: ModelRecipe): Output[] {
	const gaits = ['Walking', 'Running'].flatMap((gait) => {
		const moving = withSteps(model, { do: 'animate', clips: [gait], travels: false });
		const at = (ending: string) => ['result', 'basic_animations', `${gait.toLowerCase()}_${ending}`];
		const armature = withSteps(moving, { do: 'armature' });
		return [
			modelOutput(at('glb_url'), `Animation_${gait}_withSkin`, moving, 'glb'),
			modelOutput(at('fbx_url'), `Animation_${gait}_withSkin`, moving, 'fbx'),
			modelOutput(at('armature_glb_url'), `Animation_${gait}_armature`, armature, 'glb'),
		];
	});
	return [
		modelOutput(['result', 'rigged_character_glb_url'], 'Character_output', model, 'glb'),
		modelOutput(['result', 'rigged_character_fbx_url'], 'Character_output', model, 'fbx'),
		...gaits,
	];
}

/** The format of a motion's file. */
export const motionFormats = { prime: 'fbx', swift: 'bvh' } as const;

/** A motion comes as a skeleton without a shape. */
function motionOutput({ mode, words, seconds }: Extract<MeshyProduct, { kind: 'motion' }>): Output {
	const person: ModelRecipe = { from: 'words', prompt: 'person', seed: 0, textured: false };
	const rigged = withSteps(person, { do: 'rig', rigType: 'biped', names: 'plain' });
	const model = withSteps(rigged, { do: 'move', words, seconds }, { do: 'armature' });
	return modelOutput(['result', 'motion_url'], 'motion', model, motionFormats[mode]);
}

function animationOutputs(product: Extract<MeshyProduct, { kind: 'animation' }>): Output[] {
	const { rigged, clips, extra, motion } = product;
	const model = withSteps(
		rigged,
		motion ? { do: 'move', ...motion } : { do: 'animate', clips, travels: false },
	);
	const stem = `Animation_${motion ? 'Motion' : clips.length === 1 ? clips[0] : 'Merged'}`;
	const output = (field: string, name: string, format: ModelFormat, shown = model): Output =>
		modelOutput(['result', field], `${stem}_${name}`, shown, format);
	const always = [
		output('animation_glb_url', 'withSkin', 'glb'),
		output('animation_fbx_url', 'withSkin', 'fbx'),
	];
	switch (extra.kind) {
		case 'none':
			return always;
		case 'fps':
			return [...always, output('processed_animation_fps_fbx_url', `${extra.fps}fps`, 'fbx')];
		case 'usdz':
			return [...always, output('processed_usdz_url', 'withSkin', 'usdz')];
		case 'armature': {
			const armature = withSteps(model, { do: 'armature' });
			return [...always, output('processed_armature_fbx_url', 'armature', 'fbx', armature)];
		}
	}
}

function modelOutput(
	at: Output['at'],
	name: string,
	model: ModelRecipe,
	format: ModelFormat,
	quads = false,
): Output {
	return { at, name: `${name}.${format}`, content: { kind: 'model', model, format, quads } };
}
