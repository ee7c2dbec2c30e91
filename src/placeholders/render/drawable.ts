import { linear } from '../colour';
import type { Pixels } from '../images/pixels';
import { decodeImage } from '../images/readImage';
import type { Surface } from '../surface';

/** What the rasteriser draws: triangles in the world, with colour in linear light. */
export interface Drawable {
	readonly positions: readonly number[];
	readonly normals: readonly number[];
	readonly uvs: readonly number[];
	readonly indices: readonly number[];
	readonly factor: readonly number[];
	readonly glow: readonly number[];
	readonly metallic: number;
	/** Alpha below which nothing is drawn, 0 to 1. */
	readonly cutoff: number;
	readonly texture: Pixels | undefined;
}

export function toDrawables(surfaces: readonly Surface[]): Drawable[] {
	return surfaces.map(({ mesh, picture, colour, glow, metallic, cutOut }) => ({
		...mesh,
		factor: picture ? [1, 1, 1] : linear(colour),
		glow: linear(colour).map((light) => light * glow),
		metallic,
		cutoff: cutOut ? 0.5 : 0,
		texture: picture && decodeImage(picture),
	}));
}
