import type { Primitive } from '@gltf-transform/core';
import { type Mesh, vectorAt } from '../mesh/mesh';
import { cross, dot, minus, plus, times, unit, type Vec3 } from '../mesh/vector';

/** The number that glTF has for drawing triangles. */
const triangles = 4;

/** Three columns of a node's matrix; what it does to directions. */
function columnsOf(m: readonly number[]): [Vec3, Vec3, Vec3] {
	return [vectorAt(m, 0), [m[4] ?? 0, m[5] ?? 0, m[6] ?? 0], [m[8] ?? 0, m[9] ?? 0, m[10] ?? 0]];
}

/** Puts a mesh where its node is. A mirroring node turns the triangles round, so that they keep facing outwards. */
function placed(mesh: Mesh, matrix: readonly number[]): Mesh {
	const [x, y, z] = columnsOf(matrix);
	const at: Vec3 = [matrix[12] ?? 0, matrix[13] ?? 0, matrix[14] ?? 0];
	// Normals want the inverse transpose; cross products of the columns are that, but for a factor.
	const mirrored = dot(cross(x, y), z) < 0 ? -1 : 1;
	const [nx, ny, nz] = [cross(y, z), cross(z, x), cross(x, y)];
	const sum = ([a, b, c]: Vec3, [u, v, w]: readonly [Vec3, Vec3, Vec3]): Vec3 =>
		plus(plus(times(u, a), times(v, b)), times(w, c));
	const count = mesh.positions.length / 3;
	const vertices = Array.from({ length: count }, (_, vertex) => vertex);
	const indices = mesh.indices.slice();
	if (mirrored < 0) indices.reverse();
	return {
		positions: vertices.flatMap((vertex) => [...plus(sum(vectorAt(mesh.positions, vertex), [x, y, z]), at)]),
		normals: vertices.flatMap((vertex) => [
			...unit(times(sum(vectorAt(mesh.normals, vertex), [nx, ny, nz]), mirrored)),
		]),
		uvs: mesh.uvs,
		indices,
	};
}

/** Each triangle with its own vertices and one normal. */
function flatShaded(mesh: Mesh): Mesh {
	const apart = mesh.indices.map((_, corner) => corner);
	const corners = mesh.indices.map((vertex) => vectorAt(mesh.positions, vertex));
	return {
		positions: corners.flat(),
		normals: apart.flatMap((corner) => {
			const first = corner - (corner % 3);
			const [a = [0, 0, 0], b = a, c = a] = corners.slice(first, first + 3);
			return [...unit(cross(minus(b, a), minus(c, a)))];
		}),
		uvs: mesh.indices.flatMap((vertex) => mesh.uvs.slice(vertex * 2, vertex * 2 + 2)),
		indices: apart,
	};
}

/** An attribute's numbers as they are meant: integers that stand for 0 to 1 become so. */
function numbersOf(primitive: Primitive, name: string): number[] | undefined {
	const accessor = primitive.getAttribute(name);
	if (!accessor) return undefined;
	const element: number[] = [];
	const numbers: number[] = [];
	for (let index = 0; index < accessor.getCount(); index++) {
		for (const value of accessor.getElement(index, element)) numbers.push(value);
	}
	return numbers;
}

/** The triangles of a primitive, in the world; undefined for lines and points. Without normals faces are flat. */
export function readPrimitive(primitive: Primitive, matrix: readonly number[]): Mesh | undefined {
	const positions = numbersOf(primitive, 'POSITION');
	if (!positions || primitive.getMode() !== triangles) return undefined;
	const count = positions.length / 3;
	const normals = numbersOf(primitive, 'NORMAL');
	const listed = primitive.getIndices()?.getArray();
	const mesh: Mesh = {
		positions,
		normals: normals ?? positions.map(() => 0),
		uvs: numbersOf(primitive, 'TEXCOORD_0') ?? new Array<number>(count * 2).fill(0),
		indices: listed ? [...listed] : Array.from({ length: count }, (_, vertex) => vertex),
	};
	return normals ? placed(mesh, matrix) : flatShaded(placed(mesh, matrix));
}
