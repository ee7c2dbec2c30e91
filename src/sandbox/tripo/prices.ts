import { isLowPoly } from './models';
import { picturePrice } from './picturePrices';
import type { Body, Request } from './request';
import type { TaskType } from './task';

/** Credits for a bare mesh. Words cost less than pictures, except on P2. */
const bare: Record<'H' | 'P1' | 'P2', { words: number; pictures: number }> = {
	H: { words: 10, pictures: 20 },
	P1: { words: 30, pictures: 40 },
	P2: { words: 100, pictures: 100 },
};

/** Credits for a texture, on top of a mesh or by itself; `fast` costs what `standard` costs. */
const texture: Readonly<Record<string, number>> = { fast: 10, standard: 10, detailed: 20, extreme: 30 };

/** Add-ons of the H models, all of which may be taken together. On P2 quads cost nothing more. */
const addOns = { quad: 5, smart_low_poly: 10, generate_parts: 20 };
const detailedGeometry = 20;

/** Any of these options beside its default makes a conversion an advanced one. */
const convertDefaults: Body = {
	quad: false,
	face_limit: undefined,
	texture_size: 4096,
	texture_format: 'JPEG',
	flatten_bottom: false,
	flatten_bottom_threshold: 0.01,
	pivot_to_center_bottom: false,
	scale_factor: 1,
};

/** List price of a request in credits, before an account's discount. */
export const prices: Readonly<Record<TaskType, (request: Request) => number>> = {
	text_to_model: (request) => generation(request, 'words'),
	image_to_model: (request) => generation(request, 'pictures'),
	multiview_to_model: (request) => generation(request, 'pictures'),
	text_to_image: picturePrice,
	generate_image: picturePrice,
	generate_multiview_image: () => 10,
	edit_multiview_image: ({ body }) => 5 * countIn(body.prompts),
	// `texture: false` changes nothing but doubles the bill.
	texture_model: ({ sent }) => texturing(sent) * (sent.texture === false ? 2 : 1),
	convert_model: ({ sent }) => (isAdvanced(sent) ? 10 : 5),
	import_model: () => 0,
	// Not published: what the older API took.
	stylize_model: () => 20,
	mesh_segmentation: () => 40,
	mesh_completion: ({ sent }) => (sent.completion_mode === 'quick_cap' ? 30 : 50),
	highpoly_to_lowpoly: ({ family }) => (family === 'D1' ? 10 : 30),
	animate_prerigcheck: () => 0,
	animate_rig: () => 25,
	animate_retarget: ({ sent }) => 10 * (sent.animation === undefined ? countIn(sent.animations) : 1),
};

function generation({ family, sent }: Request, from: 'words' | 'pictures'): number {
	const row = family === 'P1' || family === 'P2' ? bare[family] : bare.H;
	let credits = row[from] + (isTextured(sent) ? texturing(sent) : 0);
	if (!isLowPoly(family)) {
		credits += sent.geometry_quality === 'detailed' ? detailedGeometry : 0;
		for (const [name, price] of Object.entries(addOns)) {
			credits += sent[name] === true ? price : 0;
		}
	}
	return credits;
}

/** PBR maps are a texture: asking for them textures the model, and bills it, whatever `texture` says. */
export function isTextured(sent: Body): boolean {
	return sent.texture !== false || sent.pbr !== false;
}

function texturing({ texture_quality: quality = 'standard' }: Body): number {
	return texture[String(quality)] ?? 0;
}

function isAdvanced(sent: Body): boolean {
	return Object.entries(convertDefaults).some(
		([name, usual]) => sent[name] !== undefined && sent[name] !== usual,
	);
}

function countIn(list: unknown): number {
	return Array.isArray(list) ? list.length : 0;
}
