import { subset, subsetValues } from '../mesh/subset';
import type { Surface } from '../surface';

/** The same surface with only these triangles (three vertices each). */
export function keepTriangles(surface: Surface, corners: Iterable<number>): Surface {
	const { mesh, from } = subset(surface.mesh, corners);
	if (!surface.skin) return { ...surface, mesh };
	const joints = subsetValues(surface.skin.joints, 4, from);
	return { ...surface, mesh, skin: { joints, weights: subsetValues(surface.skin.weights, 4, from) } };
}
