import { addVertex, emptyMesh, type Mesh, vectorAt } from './mesh';

interface MeshSubset {
	readonly mesh: Mesh;
	/** The vertices that were kept, in their new order, by the numbers that they had. */
	readonly from: readonly number[];
}

/** Some triangles of a mesh (three vertices each), with just the vertices that they need. */
export function subset(mesh: Mesh, indices: Iterable<number>): MeshSubset {
	const places = new Map<number, number>();
	const part = emptyMesh();
	for (const vertex of indices) {
		const place = places.get(vertex) ?? copyVertex(mesh, vertex, part);
		places.set(vertex, place);
		part.indices.push(place);
	}
	return { mesh: part, from: [...places.keys()] };
}

/** Adds a vertex of one mesh to another; gives its index there. */
export function copyVertex({ positions, normals, uvs }: Mesh, vertex: number, target: Mesh): number {
	const [u, v] = [uvs[vertex * 2] ?? 0, uvs[vertex * 2 + 1] ?? 0];
	return addVertex(target, vectorAt(positions, vertex), vectorAt(normals, vertex), u, v);
}
