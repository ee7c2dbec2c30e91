import { cross, length, minus, type Vec3 } from './vector';

/**
 * Triangles with their own normals. UVs are in metres over the surface, so that a texture keeps its
 * grain size on every part; `placeOnGround` divides them by the size of one texture tile.
 */
export interface Mesh {
	readonly positions: number[];
	readonly normals: number[];
	readonly uvs: number[];
	readonly indices: number[];
}

export interface Bounds {
	readonly min: Vec3;
	readonly max: Vec3;
}

interface Vertex {
	readonly position: Vec3;
	readonly normal: Vec3;
	readonly u: number;
	readonly v: number;
}

export function emptyMesh(): Mesh {
	return { positions: [], normals: [], uvs: [], indices: [] };
}

export function triangleCount(mesh: Mesh): number {
	return mesh.indices.length / 3;
}

/** The triangles of a mesh, three vertices each. */
export function triangles({ indices }: Pick<Mesh, 'indices'>): number[][] {
	return Array.from({ length: indices.length / 3 }, (_, index) => indices.slice(index * 3, index * 3 + 3));
}

/** The area of some triangles of a mesh (three vertices each), or of all: square metres. */
export function areaOf({ positions, indices }: Mesh, corners: readonly number[] = indices): number {
	return triangles({ indices: [...corners] }).reduce((area, [a = 0, b = 0, c = 0]) => {
		const at = vectorAt(positions, a);
		return area + length(cross(minus(vectorAt(positions, b), at), minus(vectorAt(positions, c), at))) / 2;
	}, 0);
}

/** Adds one vertex and gives its index. */
export function addVertex(mesh: Mesh, position: Vec3, normal: Vec3, u: number, v: number): number {
	mesh.positions.push(position[0], position[1], position[2]);
	mesh.normals.push(normal[0], normal[1], normal[2]);
	mesh.uvs.push(u, v);
	return mesh.positions.length / 3 - 1;
}

/** The three numbers at an index, counted in threes. */
export function vectorAt(numbers: ArrayLike<number>, index: number): Vec3 {
	return [numbers[index * 3] ?? 0, numbers[index * 3 + 1] ?? 0, numbers[index * 3 + 2] ?? 0];
}

function vertexAt({ positions, normals, uvs }: Mesh, index: number): Vertex {
	const [u, v] = [uvs[index * 2] ?? 0, uvs[index * 2 + 1] ?? 0];
	return { position: vectorAt(positions, index), normal: vectorAt(normals, index), u, v };
}

/** Adds a vertex of one mesh to another, changed; gives its index there. */
export function copyVertex(source: Mesh, index: number, target: Mesh, changes: Partial<Vertex> = {}): number {
	const { position, normal, u, v } = { ...vertexAt(source, index), ...changes };
	return addVertex(target, position, normal, u, v);
}

/** The same triangles with each vertex changed. */
export function mapVertices(mesh: Mesh, change: (vertex: Vertex) => Partial<Vertex>): Mesh {
	const mapped: Mesh = { ...emptyMesh(), indices: mesh.indices.slice() };
	for (let index = 0; index * 3 < mesh.positions.length; index++)
		copyVertex(mesh, index, mapped, change(vertexAt(mesh, index)));
	return mapped;
}

/** Appends `source` to `target`. A loop, because a spread of a long array overflows the stack. */
export function append(target: Mesh, source: Mesh): void {
	const offset = target.positions.length / 3;
	for (const value of source.positions) target.positions.push(value);
	for (const value of source.normals) target.normals.push(value);
	for (const value of source.uvs) target.uvs.push(value);
	for (const index of source.indices) target.indices.push(index + offset);
}

export function merged(...meshes: readonly Mesh[]): Mesh {
	const whole = emptyMesh();
	for (const mesh of meshes) append(whole, mesh);
	return whole;
}

/** The box around meshes; without any, min is above max. */
export function boundsOf(meshes: Iterable<{ readonly positions: readonly number[] }>): Bounds {
	const min = [Infinity, Infinity, Infinity];
	const max = [-Infinity, -Infinity, -Infinity];
	for (const { positions } of meshes) {
		for (const [index, value] of positions.entries()) {
			const axis = index % 3;
			min[axis] = Math.min(min[axis] ?? value, value);
			max[axis] = Math.max(max[axis] ?? value, value);
		}
	}
	return { min: vectorAt(min, 0), max: vectorAt(max, 0) };
}
