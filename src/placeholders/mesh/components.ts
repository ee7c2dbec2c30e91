import { joinPairs } from '../collections';
import { type Mesh, triangles } from './mesh';

/** A number for each vertex; vertices at the same place (to a micrometre) have the same. */
export function weld({ positions }: Pick<Mesh, 'positions'>): number[] {
	const places = new Map<string, number>();
	const numbers: number[] = [];
	for (let index = 0; index < positions.length; index += 3) {
		const key = [0, 1, 2].map((axis) => Math.round((positions[index + axis] ?? 0) * 1e6)).join(' ');
		const number = places.get(key) ?? places.size;
		places.set(key, number);
		numbers.push(number);
	}
	return numbers;
}

/** Pairs of triangles of one group that have a place in common, enough of them to join all that do. */
function* touching(mesh: Mesh, group: (triangle: number) => number): Generator<[number, number]> {
	const places = weld(mesh);
	// A place belongs to the first triangle of each group that touched it.
	const owners = new Map<string, number>();
	for (const [corner, vertex] of mesh.indices.entries()) {
		const triangle = Math.floor(corner / 3);
		const key = `${group(triangle)} ${places[vertex] ?? 0}`;
		const owner = owners.get(key);
		if (owner === undefined) owners.set(key, triangle);
		else yield [triangle, owner];
	}
}

/**
 * The pieces of a mesh that hang together, as lists of vertices (three a triangle), in the order of their first
 * triangle. Triangles of different groups stay apart even where they touch.
 */
export function connectedComponents(mesh: Mesh, group: (triangle: number) => number = () => 0): number[][] {
	const list = triangles(mesh);
	const pieces = joinPairs(list.length, touching(mesh, group));
	return pieces.map((piece) => piece.flatMap((triangle) => list[triangle] ?? []));
}
