import { billboard } from './billboard';
import { writeGlb } from './formats/gltf';
import { readPhoto, withoutHoles } from './pictures/picture';
import { sculpt } from './sculpture';
import type { Thing } from './thing';
import { boxOfViews } from './views';

export interface GreyboxOptions {
	/** Varies proportions, foliage and grain, never what is made. */
	seed: number;
	/** Small procedural pictures, or plain colours. */
	texture: boolean;
	/** The most triangles the model may have; values below 100 count as 100. */
	faceLimit?: number;
}

export interface GreyboxViews {
	front: Uint8Array;
	left?: Uint8Array;
	back?: Uint8Array;
	right?: Uint8Array;
}

/**
 * A thing whose shape, colour and size follow the words, standing on y = 0. The same prompt and options give the
 * same thing. Unknown words give a block that carries them as a label.
 */
export function thingFromPrompt(prompt: string, options: GreyboxOptions): Thing {
	return sculpt(prompt, options);
}

/**
 * A card on feet that shows a PNG, JPEG or WebP picture, one metre tall, cut out along its transparency. The picture
 * is the point of it, so it is there whatever `texture` says.
 * @throws UnreadableImage when the bytes are no such picture.
 */
export async function thingFromImage(image: Uint8Array, _options: GreyboxOptions): Promise<Thing> {
	return { name: 'billboard', surfaces: billboard(await readPhoto(image)) };
}

/**
 * A box, one metre tall, with a view on each side that has one.
 * @throws UnreadableImage when one of them is no PNG, JPEG or WebP picture.
 */
export async function thingFromViews(views: GreyboxViews, _options: GreyboxOptions): Promise<Thing> {
	const side = async (bytes: Uint8Array | undefined) => bytes && withoutHoles(await readPhoto(bytes));
	const front = withoutHoles(await readPhoto(views.front));
	const [left, back, right] = [await side(views.left), await side(views.back), await side(views.right)];
	return { name: 'views', surfaces: boxOfViews({ front, left, back, right }) };
}

/** `thingFromPrompt` as a GLB. */
export async function modelFromPrompt(prompt: string, options: GreyboxOptions): Promise<Uint8Array> {
	return writeGlb(thingFromPrompt(prompt, options));
}

/** `thingFromImage` as a GLB. */
export async function modelFromImage(image: Uint8Array, options: GreyboxOptions): Promise<Uint8Array> {
	return writeGlb(await thingFromImage(image, options));
}

/** `thingFromViews` as a GLB. */
export async function modelFromViews(views: GreyboxViews, options: GreyboxOptions): Promise<Uint8Array> {
	return writeGlb(await thingFromViews(views, options));
}
