import { dot, length, unit, type Vec3 } from '../mesh/vector';
import type { Drawable } from './drawable';

const sun: Vec3 = unit([-0.35, 0.8, 0.6]);

/** How much light falls on a surface: a sun, a sky, and the ground's reflection. */
export function lightOn(normal: Vec3, metallic: number): number {
	const size = length(normal) || 1;
	const facing = Math.max(0, dot(normal, sun) / size);
	const ambient = 0.42 + 0.18 * (normal[1] / size);
	// A metal without surroundings would be black; a brighter highlight stands in for them.
	const highlight = metallic > 0 ? facing ** 6 * 0.6 * metallic : 0;
	return ambient + facing * 0.75 + highlight;
}

const linearOf: readonly number[] = Array.from({ length: 256 }, (_, value) => (value / 255) ** 2.2);

/** Linear light of a byte of a picture. */
export function toLinear(byte: number | undefined): number {
	return linearOf[byte ?? 0] ?? 0;
}

/** The offset of a texture's pixel at u and v, nearest; -1 where it is cut out. */
export function texelAt({ texture, cutoff }: Drawable, u: number, v: number): number {
	if (!texture) return -1;
	const { width, height, rgba } = texture;
	// Tiles wrap; a picture shown once ends at exactly 1, which must stay its last pixel.
	const x = Math.min(width - 1, Math.floor((u === 1 ? 1 : u - Math.floor(u)) * width));
	const y = Math.min(height - 1, Math.floor((v === 1 ? 1 : v - Math.floor(v)) * height));
	const at = (y * width + x) * 4;
	return cutoff > 0 && (rgba[at + 3] ?? 255) < cutoff * 255 ? -1 : at;
}
