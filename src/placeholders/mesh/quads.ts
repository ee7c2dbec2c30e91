import { type Mesh, triangles, vectorAt } from './mesh';
import { cross, dot, length, minus, triangleNormal, type Vec3 } from './vector';

/** How much two triangles may bend where they meet and still be one flat face: the cosine. */
const flatness = 0.999;

function normalOf(mesh: Mesh, [a = 0, b = 0, c = 0]: readonly number[]): Vec3 {
	const at = (vertex: number): Vec3 => vectorAt(mesh.positions, vertex);
	return triangleNormal(at(a), at(b), at(c));
}

/** A triangle and the one across the edge behind `corner` as a quad, if it is flat and no corner points inwards. */
function joined(mesh: Mesh, one: readonly number[], corner: number, other: readonly number[]) {
	const [from = 0, to = 0, tip = 0] = [one[corner], one[(corner + 1) % 3], one[(corner + 2) % 3]];
	const far = other.find((vertex) => vertex !== from && vertex !== to) ?? from;
	const normal = normalOf(mesh, one);
	if (dot(normal, normalOf(mesh, other)) < flatness) return undefined;
	const quad = [tip, from, far, to];
	const places = quad.map((vertex) => vectorAt(mesh.positions, vertex));
	const convex = places.every((here, index) => {
		const [before = here, after = here] = [places[(index + 3) % 4], places[(index + 1) % 4]];
		const bend = cross(minus(here, before), minus(after, here));
		return dot(bend, normal) > length(bend) * 0.05;
	});
	return convex ? quad : undefined;
}

/** The faces of a mesh with neighbouring triangles joined to quads where that gives a flat face; the rest stay. */
export function quadFaces(mesh: Mesh): number[][] {
	const list = triangles(mesh);
	const edges = new Map<string, number>();
	for (const [index, triangle] of list.entries()) {
		for (const [corner, vertex] of triangle.entries())
			edges.set(`${vertex} ${triangle[(corner + 1) % 3]}`, index);
	}
	const used = new Set<number>();
	return list.flatMap((triangle, index) => {
		if (used.has(index)) return [];
		used.add(index);
		for (const [corner, vertex] of triangle.entries()) {
			const neighbour = edges.get(`${triangle[(corner + 1) % 3]} ${vertex}`);
			const other = neighbour === undefined || used.has(neighbour) ? undefined : list[neighbour];
			const quad = other && joined(mesh, triangle, corner, other);
			if (!quad || neighbour === undefined) continue;
			used.add(neighbour);
			return [quad];
		}
		return [triangle];
	});
}
