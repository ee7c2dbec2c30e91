import { picked, pickedValues } from '../mesh/pick';
import type { Surface } from '../surface';

/** The same surface with only these triangles (three vertices each). */
export function withTriangles(surface: Surface, corners: Iterable<number>): Surface {
	const { mesh, from } = picked(surface.mesh, corners);
	if (!surface.skin) return { ...surface, mesh };
	const joints = pickedValues(surface.skin.joints, 4, from);
	return { ...surface, mesh, skin: { joints, weights: pickedValues(surface.skin.weights, 4, from) } };
}
