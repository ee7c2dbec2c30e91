import { type Mesh, vectorAt } from './mesh';
import { cross, length, minus } from './vector';

/** The area of some triangles of a mesh (three vertices each), or of all: square metres. */
export function areaOf({ positions, indices }: Mesh, corners: ArrayLike<number> = indices): number {
	let area = 0;
	for (let index = 0; index + 2 < corners.length; index += 3) {
		const a = vectorAt(positions, corners[index] ?? 0);
		const b = vectorAt(positions, corners[index + 1] ?? 0);
		const c = vectorAt(positions, corners[index + 2] ?? 0);
		area += length(cross(minus(b, a), minus(c, a))) / 2;
	}
	return area;
}
