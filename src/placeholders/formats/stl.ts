import { vectorAt } from '../mesh/mesh';
import { cross, minus, unit, type Vec3 } from '../mesh/vector';
import { faceCount, type PlaceholderModel } from '../placeholderModel';
import { toPrintSpace } from './print';

const [headerSize, facetSize] = [80, 50] as const;

/** Binary STL: triangles alone, millimetres, z up. */
export function writeStl(thing: PlaceholderModel): Uint8Array {
	const count = faceCount(thing);
	const bytes = new Uint8Array(headerSize + 4 + count * facetSize);
	// Not "solid", by which readers know the text form.
	new TextEncoder().encodeInto('binary STL', bytes);
	const view = new DataView(bytes.buffer);
	view.setUint32(headerSize, count, true);
	let offset = headerSize + 4;
	for (const { mesh } of thing.surfaces) {
		for (let index = 0; index < mesh.indices.length; index += 3) {
			const corners = mesh.indices
				.slice(index, index + 3)
				.map((vertex): Vec3 => toPrintSpace(vectorAt(mesh.positions, vertex)));
			const [a = [0, 0, 0], b = a, c = a] = corners;
			const normal = unit(cross(minus(b, a), minus(c, a)));
			[...normal, ...a, ...b, ...c].forEach((value, slot) => {
				view.setFloat32(offset + slot * 4, value, true);
			});
			offset += facetSize;
		}
	}
	return bytes;
}
