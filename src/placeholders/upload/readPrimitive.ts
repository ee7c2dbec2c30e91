import type { mat4, Primitive } from '@gltf-transform/core';
import { copyVertex, emptyMesh, type Mesh, mapVertices, triangles, vectorAt } from '../mesh/mesh';
import { cross, dot, plus, times, triangleNormal, unit, type Vec3 } from '../mesh/vector';

/** The number that glTF has for drawing triangles. */
const triangleMode = 4;

/** Three directions taken by the coordinates of a vector. */
function combined([x, y, z]: readonly [Vec3, Vec3, Vec3], [a, b, c]: Vec3): Vec3 {
	return plus(plus(times(x, a), times(y, b)), times(z, c));
}

/** Puts a mesh where its node is. A mirroring node turns the triangles round, so that they keep facing outwards. */
function placed(mesh: Mesh, m: mat4): Mesh {
	const columns = [0, 4, 8].map((first): Vec3 => [m[first] ?? 0, m[first + 1] ?? 0, m[first + 2] ?? 0]);
	const [x = [1, 0, 0], y = [0, 1, 0], z = [0, 0, 1]] = columns;
	// Normals want the inverse transpose; cross products of the columns are that, but for a factor.
	const mirrored = dot(cross(x, y), z) < 0 ? -1 : 1;
	const whole = mapVertices(mesh, ({ position, normal }) => ({
		position: plus(combined([x, y, z], position), [m[12], m[13], m[14]]),
		normal: unit(times(combined([cross(y, z), cross(z, x), cross(x, y)], normal), mirrored)),
	}));
	return mirrored < 0 ? { ...whole, indices: whole.indices.reverse() } : whole;
}

/** Each triangle with its own vertices and one normal. */
function flatShaded(mesh: Mesh): Mesh {
	const flat = emptyMesh();
	for (const corners of triangles(mesh)) {
		const [a = [0, 0, 0], b = a, c = a] = corners.map((vertex) => vectorAt(mesh.positions, vertex));
		const normal = triangleNormal(a, b, c);
		flat.indices.push(...corners.map((vertex) => copyVertex(mesh, vertex, flat, { normal })));
	}
	return flat;
}

/** An attribute's numbers as they are meant: integers that stand for 0 to 1 become so. */
function numbersOf(primitive: Primitive, name: string): number[] | undefined {
	const accessor = primitive.getAttribute(name);
	if (!accessor) return undefined;
	return Array.from({ length: accessor.getCount() }, (_, index) => accessor.getElement(index, [])).flat();
}

/** The triangles of a primitive, in the world; undefined for lines and points. Without normals faces are flat. */
export function readPrimitive(primitive: Primitive, matrix: mat4): Mesh | undefined {
	const positions = numbersOf(primitive, 'POSITION');
	if (!positions || primitive.getMode() !== triangleMode) return undefined;
	const normals = numbersOf(primitive, 'NORMAL');
	const listed = primitive.getIndices()?.getArray();
	const mesh: Mesh = {
		positions,
		normals: normals ?? [],
		uvs: numbersOf(primitive, 'TEXCOORD_0') ?? [],
		indices: listed ? [...listed] : Array.from({ length: positions.length / 3 }, (_, vertex) => vertex),
	};
	return normals ? placed(mesh, matrix) : flatShaded(placed(mesh, matrix));
}
