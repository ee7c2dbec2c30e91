import { emptyMesh, type Mesh } from './mesh';

export interface MeshSubset {
	readonly mesh: Mesh;
	/** The vertices that were kept, in their new order, by the numbers that they had. */
	readonly from: readonly number[];
}

/** Some triangles of a mesh (three vertices each), with just the vertices that they need. */
export function subset(mesh: Mesh, indices: Iterable<number>): MeshSubset {
	const places = new Map<number, number>();
	const part = emptyMesh();
	for (const vertex of indices) {
		let place = places.get(vertex);
		if (place === undefined) {
			place = places.size;
			places.set(vertex, place);
			for (let axis = 0; axis < 3; axis++) {
				part.positions.push(mesh.positions[vertex * 3 + axis] ?? 0);
				part.normals.push(mesh.normals[vertex * 3 + axis] ?? 0);
			}
			part.uvs.push(mesh.uvs[vertex * 2] ?? 0, mesh.uvs[vertex * 2 + 1] ?? 0);
		}
		part.indices.push(place);
	}
	return { mesh: part, from: [...places.keys()] };
}

/** The values of the kept vertices, `width` to a vertex. */
export function subsetValues(values: readonly number[], width: number, from: readonly number[]): number[] {
	return from.flatMap((vertex) => values.slice(vertex * width, vertex * width + width));
}
