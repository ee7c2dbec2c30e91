import { unit, type Vec3 } from '../mesh/vector';
import type { Drawable } from './scene';

const sun: Vec3 = unit([-0.35, 0.8, 0.6]);

/** How much light falls on a surface: a sun, a sky, and the ground's reflection. */
export function lightOn(x: number, y: number, z: number, metallic: number): number {
	const size = Math.sqrt(x * x + y * y + z * z) || 1;
	const facing = Math.max(0, (x * sun[0] + y * sun[1] + z * sun[2]) / size);
	const ambient = 0.42 + 0.18 * (y / size);
	// A metal without surroundings would be black; a brighter highlight stands in for them.
	return ambient + facing * 0.75 + metallic * facing ** 6 * 0.6;
}

function toLinear(value: number): number {
	return (value / 255) ** 2.2;
}

/** Base colour (linear) and opacity at a point of the texture, nearest pixel. */
export function colourAt(
	{ texture, factor, cutoff }: Drawable,
	u: number,
	v: number,
): readonly [number, number, number, number] {
	const [red = 1, green = 1, blue = 1] = factor;
	if (!texture) return [red, green, blue, 1];
	const { width, height, rgba } = texture;
	// Tiles wrap; a picture shown once ends at exactly 1, which must stay its last pixel.
	const inTile = (value: number): number => (value === 1 ? 1 : value - Math.floor(value));
	const x = Math.min(width - 1, Math.floor(inTile(u) * width));
	const y = Math.min(height - 1, Math.floor(inTile(v) * height));
	const at = (y * width + x) * 4;
	const seen = cutoff > 0 && (rgba[at + 3] ?? 255) / 255 < cutoff ? 0 : 1;
	return [
		toLinear(rgba[at] ?? 0) * red,
		toLinear(rgba[at + 1] ?? 0) * green,
		toLinear(rgba[at + 2] ?? 0) * blue,
		seen,
	];
}
