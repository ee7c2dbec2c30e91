import { boundaryLoops, edgesOf, weldedTriangles } from './edges';
import { type Mesh, vectorAt } from './mesh';
import { cross, dot } from './vector';

/** What a printer minds about a mesh. Places closer than a micrometre are one. */
interface MeshDefects {
	/** Closed all around. */
	readonly watertight: boolean;
	/** Cubic metres; of a mesh that is not closed a guess. */
	readonly volume: number;
	/** Edges that more than two triangles share. */
	readonly nonManifoldEdges: number;
	readonly degenerateFaces: number;
	readonly holes: number;
}

export function findDefects(mesh: Mesh): MeshDefects {
	const { list, degenerate } = weldedTriangles(mesh);
	const shared = edgesOf(list).map(({ length }) => length);
	const at = (vertex = 0) => vectorAt(mesh.positions, vertex);
	const volume = list.reduce((sum, { vertices: [a, b, c] }) => sum + dot(at(a), cross(at(b), at(c))) / 6, 0);
	return {
		watertight: shared.every((count) => count !== 1),
		volume: Math.abs(volume),
		nonManifoldEdges: shared.filter((count) => count > 2).length,
		degenerateFaces: degenerate,
		holes: boundaryLoops(list).length,
	};
}
