import { pixelsIn } from '../http/fieldRules';
import type { Body, CreateRequest } from './createRequest';
import { isLowPoly } from './tripoModels';
import type { TripoTaskType } from './tripoTask';

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

/** What a request costs and how long it takes. */
interface Work {
	/** List price in credits, before an account's discount. */
	credits: Amount;
	/** Typical seconds of work. */
	seconds: Amount;
}
type Amount = number | ((request: CreateRequest) => number);

const byWords: Amount = (request) => generation(request, 'words');
const byPictures: Amount = (request) => generation(request, 'pictures');

/** Prices and durations. The seconds of single pictures and of stylizing are guessed. */
const work: Readonly<Record<TripoTaskType, Work>> = {
	text_to_model: { credits: byWords, seconds: (request) => generationSeconds(request, 60) },
	image_to_model: { credits: byPictures, seconds: (request) => generationSeconds(request, 60) },
	multiview_to_model: { credits: byPictures, seconds: (request) => generationSeconds(request, 80) },
	text_to_image: { credits: picturePrice, seconds: 20 },
	generate_image: { credits: picturePrice, seconds: 20 },
	generate_multiview_image: { credits: 10, seconds: 25 },
	edit_multiview_image: { credits: ({ body }) => 5 * countIn(body.prompts), seconds: 25 },
	// `texture: false` changes nothing but doubles the bill.
	texture_model: { credits: ({ sent }) => texturing(sent) * (sent.texture === false ? 2 : 1), seconds: 80 },
	convert_model: { credits: ({ sent }) => (isAdvanced(sent) ? 10 : 5), seconds: 30 },
	import_model: { credits: 0, seconds: 10 },
	// Not published: what the older API took.
	stylize_model: { credits: 20, seconds: 60 },
	mesh_segmentation: { credits: 40, seconds: 160 },
	mesh_completion: { credits: ({ sent }) => (sent.completion_mode === 'quick_cap' ? 30 : 50), seconds: 240 },
	highpoly_to_lowpoly: { credits: ({ family }) => (family === 'D1' ? 10 : 30), seconds: 200 },
	animate_prerigcheck: { credits: 0, seconds: 5 },
	animate_rig: { credits: 25, seconds: 180 },
	animate_retarget: {
		credits: ({ sent }) => 10 * (sent.animation === undefined ? countIn(sent.animations) : 1),
		seconds: 30,
	},
};

/** The list price in credits, or the typical seconds, of a request. */
export function amountOf(what: keyof Work, request: CreateRequest): number {
	const amount = work[request.type][what];
	return typeof amount === 'number' ? amount : amount(request);
}

function generation({ family, sent }: CreateRequest, from: 'words' | 'pictures'): number {
	const row = family === 'P1' || family === 'P2' ? bare[family] : bare.H;
	let credits = row[from] + (isTextured(sent) ? texturing(sent) : 0);
	if (!isLowPoly(family)) {
		credits += sent.geometry_quality === 'detailed' ? detailedGeometry : 0;
		for (const [name, price] of Object.entries(addOns)) credits += sent[name] === true ? price : 0;
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

/**
 * Credits for a picture of about one, four and sixteen megapixels. The service says "5 to 20 by model and size". Only
 * the 20 of `banana_pro` at 4K is known; the other numbers are chosen within that range, so that estimates differ.
 */
const picturePrices: Readonly<Record<string, readonly [small: number, middle: number, large: number]>> = {
	seedream_v4: [5, 5, 10],
	seedream_v5: [5, 5, 10],
	banana: [5, 5, 10],
	banana2: [5, 10, 15],
	banana_pro: [10, 15, 20],
	chat_image_2: [10, 10, 15],
	'chat_image_2.5_flare': [10, 10, 15],
	'chat_image_2.5_sunburst': [15, 15, 20],
};

/** Pixels up to which a picture counts as small, and as middle. */
const pictureBounds = { small: 2_000_000, middle: 5_000_000 };

/** Without a size a picture has 2048×2048 pixels. */
function picturePrice({ model, sent }: CreateRequest): number {
	const { width, height } = pixelsIn(sent.size ?? '2K') ?? { width: 0, height: 0 };
	const [small, middle, large] = picturePrices[model] ?? [20, 20, 20];
	if (width * height <= pictureBounds.small) return small;
	return width * height <= pictureBounds.middle ? middle : large;
}

/** Bare meshes are sooner done, those of low-poly models most of all. */
function generationSeconds({ family, sent }: CreateRequest, lowPolySeconds: number): number {
	if (isLowPoly(family)) return isTextured(sent) ? lowPolySeconds : 10;
	return isTextured(sent) ? 80 : 40;
}
