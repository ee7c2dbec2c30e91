import type { mat4, Primitive } from '@gltf-transform/core';
import { addVertex, emptyMesh, type Mesh, triangles, vectorAt } from '../mesh/mesh';
import { cross, dot, plus, times, triangleNormal, unit, type Vec3 } from '../mesh/vector';

/** The number that glTF has for drawing triangles. */
const triangleMode = 4;

/** Three directions taken by the coordinates of a vector. */
function combined([x, y, z]: readonly [Vec3, Vec3, Vec3], [a, b, c]: Vec3): Vec3 {
	return plus(plus(times(x, a), times(y, b)), times(z, c));
}

/** Puts a mesh where its node is. A mirroring node turns the triangles round, so that they keep facing outwards. */
function placed(mesh: Mesh, m: mat4): Mesh {
	const [x, y, z]: readonly [Vec3, Vec3, Vec3] = [
		[m[0], m[1], m[2]],
		[m[4], m[5], m[6]],
		[m[8], m[9], m[10]],
	];
	// Normals want the inverse transpose; cross products of the columns are that, but for a factor.
	const mirrored = dot(cross(x, y), z) < 0 ? -1 : 1;
	const whole = emptyMesh();
	for (let vertex = 0; vertex * 3 < mesh.positions.length; vertex++) {
		const position = plus(combined([x, y, z], vectorAt(mesh.positions, vertex)), [m[12], m[13], m[14]]);
		const normal = combined([cross(y, z), cross(z, x), cross(x, y)], vectorAt(mesh.normals, vertex));
		const [u, v] = [mesh.uvs[vertex * 2] ?? 0, mesh.uvs[vertex * 2 + 1] ?? 0];
		addVertex(whole, position, unit(times(normal, mirrored)), u, v);
	}
	return { ...whole, indices: mirrored < 0 ? mesh.indices.slice().reverse() : mesh.indices };
}

/** Each triangle with its own vertices and one normal. */
function flatShaded({ positions, uvs, indices }: Mesh): Mesh {
	const flat = emptyMesh();
	for (const corners of triangles({ indices })) {
		const [a = [0, 0, 0], b = a, c = a] = corners.map((vertex) => vectorAt(positions, vertex));
		const normal = triangleNormal(a, b, c);
		for (const vertex of corners) {
			const [u, v] = [uvs[vertex * 2] ?? 0, uvs[vertex * 2 + 1] ?? 0];
			flat.indices.push(addVertex(flat, vectorAt(positions, vertex), normal, u, v));
		}
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
