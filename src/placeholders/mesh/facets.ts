import { addVertex, emptyMesh, type Mesh, vectorAt } from './mesh';
import { cross, dot, length, minus, unit, type Vec3 } from './vector';

/** Texture coordinates of a flat face: metres along it, with v upwards where the face has an upwards. */
function axesOf(normal: Vec3): readonly [Vec3, Vec3] {
	if (Math.abs(normal[1]) > 0.95) {
		return [
			[1, 0, 0],
			[0, 0, normal[1] > 0 ? 1 : -1],
		];
	}
	const across = unit(cross([0, 1, 0], normal));
	return [across, minus([0, 0, 0], cross(normal, across))];
}

/** Newell's normal: right for any planar polygon, even with collinear corners. Its length is twice the area. */
function areaNormal(corners: readonly Vec3[]): Vec3 {
	let [x, y, z] = [0, 0, 0];
	corners.forEach((here, index) => {
		const there = corners[(index + 1) % corners.length] ?? here;
		x += (here[1] - there[1]) * (here[2] + there[2]);
		y += (here[2] - there[2]) * (here[0] + there[0]);
		z += (here[0] - there[0]) * (here[1] + there[1]);
	});
	return [x, y, z];
}

/** Adds a flat polygon, counter-clockwise from outside; `triangles` names its corners when it is not convex. */
export function addFacet(mesh: Mesh, corners: readonly Vec3[], triangles?: readonly number[]): void {
	const whole = areaNormal(corners);
	if (length(whole) < 1e-9) return;
	const normal = unit(whole);
	const [across, down] = axesOf(normal);
	const first = mesh.positions.length / 3;
	for (const corner of corners) addVertex(mesh, corner, normal, dot(corner, across), dot(corner, down));
	if (triangles) {
		for (const corner of triangles) mesh.indices.push(first + corner);
		return;
	}
	for (let corner = 2; corner < corners.length; corner++) {
		mesh.indices.push(first, first + corner - 1, first + corner);
	}
}

/** Flat polygons, each counter-clockwise from outside. */
export function facets(polygons: readonly (readonly Vec3[])[]): Mesh {
	const mesh = emptyMesh();
	for (const polygon of polygons) addFacet(mesh, polygon);
	return mesh;
}

/** The same triangles with hard edges. */
export function faceted(mesh: Mesh): Mesh {
	const flat = emptyMesh();
	for (let index = 0; index < mesh.indices.length; index += 3) {
		const corners = mesh.indices.slice(index, index + 3).map((vertex) => vectorAt(mesh.positions, vertex));
		addFacet(flat, corners);
	}
	return flat;
}

/** Both sides of flat polygons, for leaves, flags and other models without thickness. */
export function sheets(polygons: readonly (readonly Vec3[])[]): Mesh {
	return facets([...polygons, ...polygons.map((polygon) => polygon.slice().reverse())]);
}
