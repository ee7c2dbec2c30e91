import { addFacet, type Outline } from './facets';
import { emptyMesh, type Mesh } from './mesh';
import type { Vec2, Vec3 } from './vector';

function turn(a: Vec2, b: Vec2, c: Vec2): number {
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function inside(p: Vec2, a: Vec2, b: Vec2, c: Vec2): boolean {
	return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

/** Ear clipping: outlines here have a dozen corners, so its cost does not matter. */
function earsOf(outline: Outline): number[] {
	const left = outline.map((_, index) => index);
	const triangles: number[] = [];
	const point = (index: number): Vec2 => outline[index] ?? [0, 0];
	while (left.length > 2) {
		const ear = left.findIndex((here, index) => {
			const before = left[(index + left.length - 1) % left.length] ?? here;
			const after = left[(index + 1) % left.length] ?? here;
			const corner = [point(before), point(here), point(after)] as const;
			if (turn(...corner) <= 1e-12) return false;
			return !left.some((other) => {
				if (other === before || other === here || other === after) return false;
				return inside(point(other), ...corner);
			});
		});
		const index = Math.max(0, ear);
		const here = left[index] ?? 0;
		triangles.push(
			left[(index + left.length - 1) % left.length] ?? here,
			here,
			left[(index + 1) % left.length] ?? here,
		);
		left.splice(index, 1);
	}
	return triangles;
}

/** An outline in x and y (counter-clockwise from the front, not necessarily convex) with thickness in z, centred. */
export function prism(outline: Outline, depth: number): Mesh {
	const mesh = emptyMesh();
	const ears = earsOf(outline);
	const at = ([x, y]: Vec2, z: number): Vec3 => [x, y, z];
	const half = depth / 2;
	addFacet(
		mesh,
		outline.map((corner) => at(corner, half)),
		ears,
	);
	addFacet(
		mesh,
		outline.map((corner) => at(corner, -half)).reverse(),
		ears.map((corner) => outline.length - 1 - corner).reverse(),
	);
	outline.forEach((here, index) => {
		const next = outline[(index + 1) % outline.length] ?? here;
		addFacet(mesh, [at(here, half), at(here, -half), at(next, -half), at(next, half)]);
	});
	return mesh;
}

/** The right half of an outline, bottom to top, mirrored at x = 0 into a whole one. */
export function mirrored(half: Outline): Outline {
	const left = half
		.filter(([x]) => x > 1e-9)
		.map(([x, y]): Vec2 => [-x, y])
		.reverse();
	return [...half, ...left];
}
