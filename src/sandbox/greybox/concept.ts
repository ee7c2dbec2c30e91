export interface ConceptOptions {
	readonly seed: number;
	/** Pixels along each edge; 512 if not given. */
	readonly side?: number;
	/** No ground behind the thing. */
	readonly transparent?: boolean;
}

/**
 * A square picture for a prompt (what would be made of it, on a plain ground), or one made after a picture: PNG.
 * @throws UnreadableImage when the picture is none.
 */
export async function conceptPicture(
	_from: string | Uint8Array,
	_options: ConceptOptions,
): Promise<Uint8Array> {
	throw new Error('not made yet');
}
