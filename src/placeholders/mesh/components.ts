import type { Mesh } from './mesh';

/** A number for each vertex; vertices at the same place (to a micrometre) have the same. */
export function weld({ positions }: Pick<Mesh, 'positions'>): number[] {
	const places = new Map<string, number>();
	const numbers: number[] = [];
	for (let index = 0; index < positions.length; index += 3) {
		const key = [0, 1, 2].map((axis) => Math.round((positions[index + axis] ?? 0) * 1e6)).join(' ');
		const known = places.get(key);
		numbers.push(known ?? places.size);
		if (known === undefined) places.set(key, places.size);
	}
	return numbers;
}

/**
 * The pieces of a mesh that hang together, as lists of vertices (three a triangle), in the order of their first
 * triangle. Triangles of different groups stay apart even where they touch.
 */
export function connectedComponents(mesh: Mesh, group: (triangle: number) => number = () => 0): number[][] {
	const { indices } = mesh;
	const places = weld(mesh);
	const parents = Array.from({ length: indices.length / 3 }, (_, triangle) => triangle);
	const root = (of: number): number => {
		let at = of;
		while (parents[at] !== at) {
			parents[at] = parents[parents[at] ?? at] ?? at;
			at = parents[at] ?? at;
		}
		return at;
	};
	// A place belongs to the first triangle of each group that touched it.
	const owners = new Map<string, number>();
	for (let index = 0; index < indices.length; index++) {
		const triangle = Math.floor(index / 3);
		const key = `${group(triangle)} ${places[indices[index] ?? 0]}`;
		const owner = owners.get(key);
		if (owner === undefined) owners.set(key, triangle);
		else parents[root(triangle)] = root(owner);
	}
	const islands = new Map<number, number[]>();
	for (let triangle = 0; triangle * 3 < indices.length; triangle++) {
		const of = root(triangle);
		const island = islands.get(of) ?? [];
		island.push(...indices.slice(triangle * 3, triangle * 3 + 3));
		islands.set(of, island);
	}
	return [...islands.values()];
}
