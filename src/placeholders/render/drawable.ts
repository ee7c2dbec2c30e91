import { linear } from '../colour';
import type { Pixels } from '../images/pixels';
import { decodeImage } from '../images/readImage';
import type { Mesh } from '../mesh/mesh';
import type { Surface } from '../surface';

/** What the rasteriser draws: triangles in the world, with colour in linear light. */
export interface Drawable extends Readonly<Mesh> {
	readonly factor: readonly number[];
	readonly emission: readonly number[];
	readonly metallic: number;
	/** Alpha below which nothing is drawn, 0 to 1. */
	readonly cutoff: number;
	readonly texture: Pixels | undefined;
}

/** Decodes the textures of surfaces; colours become linear. */
export function toDrawables(surfaces: readonly Surface[]): Drawable[] {
	return surfaces.map(({ mesh, texture, colour, glow, metallic, alphaMask }) => ({
		...mesh,
		factor: texture ? [1, 1, 1] : linear(colour),
		emission: linear(colour).map((light) => light * glow),
		metallic,
		cutoff: alphaMask ? 0.5 : 0,
		texture: texture && decodeImage(texture),
	}));
}
