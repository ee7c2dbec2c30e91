import { subset } from '../mesh/subset';
import { skinOf } from '../skeleton';
import type { Surface } from '../surface';

/** The same surface with only these triangles (three vertices each). */
export function keepTriangles(surface: Surface, corners: Iterable<number>): Surface {
	const { mesh, from } = subset(surface.mesh, corners);
	return { ...surface, mesh, ...(surface.skin && { skin: skinOf(surface.skin, from) }) };
}
