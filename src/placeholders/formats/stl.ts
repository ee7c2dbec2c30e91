import { triangles, vectorAt } from '../mesh/mesh';
import { triangleNormal, type Vec3 } from '../mesh/vector';
import { faceCount, type PlaceholderModel } from '../placeholderModel';

const [headerSize, facetSize] = [80, 50] as const;

/** Printers' formats are read as millimetres with z up; a model's front, +z, is then towards -y. */
export function toPrintSpace([x, y, z]: Vec3): Vec3 {
	return [x * 1000, -z * 1000, y * 1000];
}

/** Binary STL: triangles alone, millimetres, z up. */
export function writeStl(model: PlaceholderModel): Uint8Array {
	const bytes = new Uint8Array(headerSize + 4 + faceCount(model) * facetSize);
	// Not "solid", by which readers know the text form.
	new TextEncoder().encodeInto('binary STL', bytes);
	const view = new DataView(bytes.buffer);
	view.setUint32(headerSize, faceCount(model), true);
	let offset = headerSize + 4;
	for (const { mesh } of model.surfaces) {
		for (const triangle of triangles(mesh)) {
			const corners = triangle.map((vertex) => toPrintSpace(vectorAt(mesh.positions, vertex)));
			const [a = [0, 0, 0], b = a, c = a] = corners;
			for (const [slot, value] of [...triangleNormal(a, b, c), ...a, ...b, ...c].entries())
				view.setFloat32(offset + slot * 4, value, true);
			offset += facetSize;
		}
	}
	return bytes;
}
