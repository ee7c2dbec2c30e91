import type { Thing } from '../thing';

/** How a thing should look: after words, or after a picture, whose colours it takes. */
export interface NewLook {
	readonly words?: string;
	/** PNG, JPEG or WebP. */
	readonly picture?: Uint8Array;
	readonly seed: number;
}

/**
 * The same shape with new materials.
 * @throws UnreadableImage when the picture is none.
 */
export async function retextured(_thing: Thing, _look: NewLook): Promise<Thing> {
	throw new Error('not made yet');
}
