import { type Family, newestTextureModel, textureModels } from './models';
import type { TaskType } from './task';

/** What a parameter's value must be. Bounds are inclusive. */
export type Rule =
	| { kind: 'flag' }
	| { kind: 'whole'; least: number; most: number }
	| { kind: 'choice'; values: readonly string[] }
	| { kind: 'text'; most: number };

export interface Parameter {
	rule: Rule;
	/** Families that take it; sent to another it is refused for being there at all. Default: all. */
	families?: readonly Family[];
	/** Operations that know it; others ignore it like any unknown field. Default: all. */
	operations?: readonly TaskType[];
}

const flag: Rule = { kind: 'flag' };
const seed: Rule = { kind: 'whole', least: 0, most: 2 ** 31 - 1 };
const highPoly: readonly Family[] = ['H3.1', 'H3.0', 'H2.5'];
const words: readonly TaskType[] = ['text_to_model'];
const pictures: readonly TaskType[] = ['image_to_model', 'multiview_to_model'];

/** Every checked parameter of the three generation calls. Fields that are not here are ignored. */
export const parameters: Readonly<Record<string, Parameter>> = {
	negative_prompt: { rule: { kind: 'text', most: 255 }, operations: words },
	image_seed: { rule: seed, operations: words },
	model_seed: { rule: seed },
	texture_seed: { rule: seed },
	// Each family's own limits are in faceLimits.ts.
	face_limit: { rule: { kind: 'whole', least: 1, most: Number.MAX_SAFE_INTEGER } },
	texture: { rule: flag },
	pbr: { rule: flag },
	texture_quality: { rule: { kind: 'choice', values: ['fast', 'standard', 'detailed', 'extreme'] } },
	texture_version: { rule: { kind: 'choice', values: textureModels } },
	delight: { rule: flag },
	geometry_quality: {
		rule: { kind: 'choice', values: ['standard', 'detailed'] },
		families: ['H3.1', 'H3.0'],
	},
	auto_size: { rule: flag },
	quad: { rule: flag, families: [...highPoly, 'P2'] },
	smart_low_poly: { rule: flag, families: highPoly },
	generate_parts: { rule: flag, families: highPoly },
	compress: { rule: { kind: 'choice', values: ['geometry'] } },
	export_uv: { rule: flag },
	export_orientation: { rule: { kind: 'choice', values: ['+x', '-x', '+y', '-y'] } },
	enable_image_autofix: { rule: flag, operations: pictures },
	texture_alignment: {
		rule: { kind: 'choice', values: ['original_image', 'geometry'] },
		operations: pictures,
	},
	orientation: { rule: { kind: 'choice', values: ['default', 'align_image'] }, operations: pictures },
	orthographic_projection: { rule: flag, operations: ['multiview_to_model'] },
};

/** `texture_quality: "fast"` needs this `texture_version`, and says so when it is missing. */
export const fastTextureModel = newestTextureModel;
