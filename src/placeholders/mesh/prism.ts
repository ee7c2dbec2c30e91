import { addFacet } from './facets';
import { emptyMesh, type Mesh } from './mesh';
import type { Vec2, Vec3 } from './vector';

function turn(a: Vec2, b: Vec2, c: Vec2): number {
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function inside(p: Vec2, a: Vec2, b: Vec2, c: Vec2): boolean {
	return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

/** Ear clipping: outlines here have a dozen corners, so its cost does not matter. */
function earsOf(outline: readonly Vec2[]): number[] {
	const left = [...outline.keys()];
	const ears: number[] = [];
	const point = (index: number): Vec2 => outline[index] ?? [0, 0];
	const cornerAt = (index: number): [number, number, number] => [
		left.at(index - 1) ?? 0,
		left[index] ?? 0,
		left[(index + 1) % left.length] ?? 0,
	];
	const isEar = (index: number): boolean => {
		const corner = cornerAt(index);
		const [a, b, c] = [point(corner[0]), point(corner[1]), point(corner[2])];
		const others = left.filter((other) => !corner.includes(other));
		return turn(a, b, c) > 1e-12 && !others.some((other) => inside(point(other), a, b, c));
	};
	while (left.length > 2) {
		const ear = Math.max(
			0,
			left.findIndex((_, index) => isEar(index)),
		);
		ears.push(...cornerAt(ear));
		left.splice(ear, 1);
	}
	return ears;
}

/** An outline in x and y (counter-clockwise from the front, not necessarily convex) with thickness in z, centred. */
export function prism(outline: readonly Vec2[], depth: number): Mesh {
	const mesh = emptyMesh();
	const ears = earsOf(outline);
	const front = outline.map(([x, y]): Vec3 => [x, y, depth / 2]);
	const back = outline.map(([x, y]): Vec3 => [x, y, -depth / 2]);
	addFacet(mesh, front, ears);
	addFacet(mesh, back.toReversed(), ears.map((corner) => outline.length - 1 - corner).reverse());
	for (const [index, corner] of front.entries()) {
		const next = (index + 1) % outline.length;
		addFacet(mesh, [corner, back[index] ?? corner, back[next] ?? corner, front[next] ?? corner]);
	}
	return mesh;
}

/** The right half of an outline, bottom to top, mirrored at x = 0 into a whole one. */
export function mirrored(half: readonly Vec2[]): Vec2[] {
	const left = half
		.filter(([x]) => x > 1e-9)
		.map(([x, y]): Vec2 => [-x, y])
		.reverse();
	return [...half, ...left];
}
