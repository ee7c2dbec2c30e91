import type { ModelFormat } from '../../placeholders/formats/writeModel';
import { after, type Content, type Model, type Picture, sides } from './recipe';

/** What a task leaves behind when it succeeds. */
export type Product =
	| {
			kind: 'model';
			model: Model;
			formats: ModelFormat[];
			/** Four corners to a face, in the formats that can have them. */
			quads: boolean;
			/** The pictures that it has beside its files. */
			maps: 'none' | 'colour' | 'pbr';
			alphaThumbnail: boolean;
			sideThumbnails: boolean;
			/** The model before it was remeshed, when that is wanted too. */
			before?: Model;
	  }
	| { kind: 'rig'; model: Model }
	| { kind: 'animation'; rigged: Model; clips: string[]; extra: Extra; motion?: Motion }
	| ({ kind: 'motion'; mode: 'prime' | 'swift' } & Motion)
	/** No file, only what is wrong with the model. */
	| { kind: 'analysis'; model: Model }
	| { kind: 'pictures'; pictures: Picture[] };

/** A motion that words asked for. */
export interface Motion {
	words: string;
	seconds: number;
}

/** What an animation task makes besides the two files that it always makes. */
export type Extra = { kind: 'none' } | { kind: 'fps'; fps: number } | { kind: 'usdz' } | { kind: 'armature' };

/** A file of a task. */
export interface Output {
	/** Where in the task its link stands: field names, or numbers in a list, from the outside in. */
	at: readonly (string | number)[];
	/** The last part of its link's path. */
	name: string;
	content: Content;
}

/** Every file that the task names, in the order in which it lists them. */
export function outputsOf(product: Product): Output[] {
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

function modelOutputs(product: Extract<Product, { kind: 'model' }>): Output[] {
	const { model, formats, quads, before } = product;
	const outputs: Output[] = formats.map((format) => ({
		at: ['model_urls', format],
		name: `model.${format}`,
		content: { kind: 'model', model, format, quads },
	}));
	if (before) {
		const content: Content = { kind: 'model', model: before, format: 'glb' };
		outputs.push({ at: ['model_urls', 'pre_remeshed_glb'], name: 'pre_remeshed_model.glb', content });
	}
	const maps = { none: [], colour: colourMaps, pbr: pbrMaps }[product.maps];
	for (const [map, name] of maps) {
		outputs.push({ at: ['texture_urls', 0, map], name, content: { kind: 'map', model, map } });
	}
	const thumbnail: Content = { kind: 'thumbnail', model };
	outputs.push({ at: ['thumbnail_url'], name: 'preview.png', content: thumbnail });
	if (product.alphaThumbnail) {
		outputs.push({ at: ['alpha_thumbnail_url'], name: 'alpha_preview.png', content: thumbnail });
	}
	for (const side of product.sideThumbnails ? sides : []) {
		const picture: Picture = { from: 'view', model, side };
		const content: Content = { kind: 'picture', picture };
		outputs.push({ at: ['thumbnail_urls', side], name: `preview_${side}.png`, content });
	}
	return outputs;
}

const colourMaps = [['base_color', 'texture_0.png']] as const;
const pbrMaps = [
	...colourMaps,
	['metallic', 'texture_0_metallic.png'],
	['normal', 'texture_0_normal.png'],
	['roughness', 'texture_0_roughness.png'],
] as const;

/** The rigged character, and the two gaits that come with every rig. */
function rigOutputs(model: Model): Output[] {
	const output = (at: string[], name: string, shown: Model, format: 'glb' | 'fbx'): Output => ({
		at: ['result', ...at],
		name: `${name}.${format}`,
		content: { kind: 'model', model: shown, format },
	});
	const outputs = [
		output(['rigged_character_glb_url'], 'Character_output', model, 'glb'),
		output(['rigged_character_fbx_url'], 'Character_output', model, 'fbx'),
	];
	for (const gait of ['Walking', 'Running']) {
		const moving = after(model, { do: 'animate', clips: [gait] });
		const field = (ending: string) => ['basic_animations', `${gait.toLowerCase()}_${ending}`];
		outputs.push(
			output(field('glb_url'), `Animation_${gait}_withSkin`, moving, 'glb'),
			output(field('fbx_url'), `Animation_${gait}_withSkin`, moving, 'fbx'),
			output(
				field('armature_glb_url'),
				`Animation_${gait}_armature`,
				after(moving, { do: 'skeletonOnly' }),
				'glb',
			),
		);
	}
	return outputs;
}

/** The format of a motion's file. */
export const motionFormats = { prime: 'fbx', swift: 'bvh' } as const;

function motionOutput({ mode, words, seconds }: Extract<Product, { kind: 'motion' }>): Output {
	const format = motionFormats[mode];
	const model: Model = { from: 'motion', words, seconds };
	return {
		at: ['result', 'motion_url'],
		name: `motion.${format}`,
		content: { kind: 'model', model, format },
	};
}

function animationOutputs(product: Extract<Product, { kind: 'animation' }>): Output[] {
	const { rigged, clips, extra, motion } = product;
	const model = after(rigged, motion ? { do: 'move', ...motion } : { do: 'animate', clips });
	const stem = `Animation_${motion ? 'Motion' : clips.length === 1 ? clips[0] : 'Merged'}`;
	const output = (field: string, name: string, shown: Model, format: ModelFormat): Output => ({
		at: ['result', field],
		name: `${stem}_${name}.${format}`,
		content: { kind: 'model', model: shown, format },
	});
	const outputs = [
		output('animation_glb_url', 'withSkin', model, 'glb'),
		output('animation_fbx_url', 'withSkin', model, 'fbx'),
	];
	switch (extra.kind) {
		case 'none':
			break;
		case 'fps':
			outputs.push(output('processed_animation_fps_fbx_url', `${extra.fps}fps`, model, 'fbx'));
			break;
		case 'usdz':
			outputs.push(output('processed_usdz_url', 'withSkin', model, 'usdz'));
			break;
		case 'armature':
			outputs.push(
				output('processed_armature_fbx_url', 'armature', after(model, { do: 'skeletonOnly' }), 'fbx'),
			);
	}
	return outputs;
}
