import { billboard } from './billboard';
import { writeGlb } from './glb';
import { readPhoto, withoutHoles } from './pictures/picture';
import { sculpt } from './sculpture';
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
 * A placeholder model whose shape, colour and size follow the words: GLB, metres, y up, facing +z, standing on
 * y = 0. The same prompt and options give the same bytes. Unknown words give a block that carries them as a label.
 */
export async function modelFromPrompt(prompt: string, options: GreyboxOptions): Promise<Uint8Array> {
	const { name, surfaces } = sculpt(prompt, options);
	return writeGlb(name, surfaces);
}

/**
 * A card on feet that shows a PNG, JPEG or WebP picture, one metre tall, cut out along its transparency. The picture
 * is the point of it, so it is there whatever `texture` says.
 * @throws UnreadableImage when the bytes are no such picture.
 */
export async function modelFromImage(image: Uint8Array, _options: GreyboxOptions): Promise<Uint8Array> {
	return writeGlb('billboard', billboard(await readPhoto(image)));
}

/**
 * A box, one metre tall, with a view on each side that has one.
 * @throws UnreadableImage when one of them is no PNG, JPEG or WebP picture.
 */
export async function modelFromViews(views: GreyboxViews, _options: GreyboxOptions): Promise<Uint8Array> {
	const side = async (bytes: Uint8Array | undefined) => bytes && withoutHoles(await readPhoto(bytes));
	const front = withoutHoles(await readPhoto(views.front));
	const [left, back, right] = [await side(views.left), await side(views.back), await side(views.right)];
	return writeGlb('views', boxOfViews({ front, left, back, right }));
}
