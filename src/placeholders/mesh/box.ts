import { facets } from './facets';
import type { Mesh } from './mesh';
import type { Vec3 } from './vector';

/**
 * A box standing on y = 0, centred in x and z. `taper` is the size of its top against its bottom:
 * 1 is a box, 0 a pyramid; two numbers taper x and z apart, so [1, 0] is a roof with its ridge along x.
 */
export function box(
	width: number,
	height: number,
	depth: number,
	taper: number | readonly [number, number] = 1,
): Mesh {
	const [tx, tz] = typeof taper === 'number' ? [taper, taper] : taper;
	const corner = (x: number, y: 0 | 1, z: number): Vec3 => [
		(x * width * (y ? tx : 1)) / 2,
		y * height,
		(z * depth * (y ? tz : 1)) / 2,
	];
	return facets([
		[corner(-1, 0, 1), corner(1, 0, 1), corner(1, 1, 1), corner(-1, 1, 1)],
		[corner(1, 0, -1), corner(-1, 0, -1), corner(-1, 1, -1), corner(1, 1, -1)],
		[corner(1, 0, 1), corner(1, 0, -1), corner(1, 1, -1), corner(1, 1, 1)],
		[corner(-1, 0, -1), corner(-1, 0, 1), corner(-1, 1, 1), corner(-1, 1, -1)],
		[corner(-1, 1, 1), corner(1, 1, 1), corner(1, 1, -1), corner(-1, 1, -1)],
		[corner(-1, 0, -1), corner(1, 0, -1), corner(1, 0, 1), corner(-1, 0, 1)],
	]);
}
