import { copyVertex, emptyMesh } from '../mesh/mesh';
import { skinOf } from '../skeleton';
import type { Surface } from '../surface';

/** The same surface with only these triangles (three vertices each), and just the vertices that they need. */
export function keepTriangles(surface: Surface, corners: Iterable<number>): Surface {
	const places = new Map<number, number>();
	const mesh = emptyMesh();
	for (const vertex of corners) {
		const place = places.get(vertex) ?? copyVertex(surface.mesh, vertex, mesh);
		places.set(vertex, place);
		mesh.indices.push(place);
	}
	return { ...surface, mesh, ...(surface.skin && { skin: skinOf(surface.skin, [...places.keys()]) }) };
}
