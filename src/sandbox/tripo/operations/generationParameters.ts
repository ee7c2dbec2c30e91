import { highPoly, textureModels } from '../models';
import { flag, type Parameters, seed } from '../rules';

const qualities = ['fast', 'standard', 'detailed', 'extreme'];

/** Fields about a texture that generation and retexturing have in common. */
export const texturing: Parameters = {
	texture: flag,
	pbr: flag,
	texture_seed: seed,
	texture_quality: { rule: { kind: 'choice', values: qualities } },
	delight: flag,
	compress: { rule: { kind: 'choice', values: ['', 'geometry'] } },
};

const alignment: Parameters = {
	texture_alignment: { rule: { kind: 'choice', values: ['original_image', 'geometry'] } },
};

const shaping: Parameters = {
	...texturing,
	model_seed: seed,
	// Each family's own limits are in faceLimits.ts.
	face_limit: { rule: { kind: 'whole', least: 1, most: Number.MAX_SAFE_INTEGER } },
	texture_version: { rule: { kind: 'choice', values: Object.keys(textureModels.families) } },
	geometry_quality: {
		rule: { kind: 'choice', values: ['standard', 'detailed'] },
		families: ['H3.1', 'H3.0'],
	},
	auto_size: flag,
	quad: { ...flag, families: [...highPoly, 'P2'] },
	smart_low_poly: { ...flag, families: highPoly },
	generate_parts: { ...flag, families: highPoly },
	export_uv: flag,
	export_orientation: { rule: { kind: 'choice', values: ['+x', '-x', '+y', '-y'] } },
};

export const fromWords: Parameters = {
	...shaping,
	negative_prompt: { rule: { kind: 'text', most: 255 } },
	image_seed: seed,
};

export const fromPicture: Parameters = {
	...shaping,
	...alignment,
	enable_image_autofix: flag,
	image_autofix: flag,
	orientation: { rule: { kind: 'choice', values: ['default', 'align_image'] } },
};

export const fromViews: Parameters = { ...fromPicture, orthographic_projection: flag };
