import type { ModelFacts } from '../model/modelFacts';

interface Accessor {
	readonly count?: number;
	readonly min?: readonly number[];
	readonly max?: readonly number[];
}
interface Primitive {
	readonly attributes?: { readonly POSITION?: number };
	readonly indices?: number;
	readonly mode?: number;
}
interface GltfNode {
	readonly mesh?: number;
	readonly children?: readonly number[];
	readonly matrix?: readonly number[];
	readonly translation?: readonly number[];
	readonly rotation?: readonly number[];
	readonly scale?: readonly number[];
}
interface Gltf {
	readonly scene?: number;
	readonly scenes?: readonly { readonly nodes?: readonly number[] }[];
	readonly nodes?: readonly GltfNode[];
	readonly meshes?: readonly { readonly primitives?: readonly Primitive[] }[];
	readonly accessors?: readonly Accessor[];
	readonly materials?: readonly unknown[];
	readonly textures?: readonly unknown[];
	readonly animations?: readonly unknown[];
	readonly extensionsRequired?: readonly unknown[];
	readonly extensionsUsed?: readonly unknown[];
}

/** Facts from the JSON of a GLB or glTF; undefined when it is not as glTF has it. */
export function readModelFacts(json: unknown): ModelFacts | undefined {
	try {
		return json ? factsOf(json) : undefined;
	} catch {
		// Lists that are no lists and the like: facts are a courtesy, no reason to lose a paid file.
		return undefined;
	}
}

function factsOf(gltf: Gltf): ModelFacts {
	const primitives = (gltf.meshes ?? []).flatMap((mesh) => mesh.primitives ?? []);
	const size = sceneSize(gltf);
	const requires = extensions(gltf.extensionsRequired);
	const uses = extensions(gltf.extensionsUsed).filter(
		(name) => ofNote.test(name) && !requires.includes(name),
	);
	return {
		triangles: primitives.reduce((sum, primitive) => sum + trianglesOf(primitive, gltf), 0),
		meshes: gltf.meshes?.length ?? 0,
		materials: gltf.materials?.length ?? 0,
		textures: gltf.textures?.length ?? 0,
		animations: gltf.animations?.length ?? 0,
		...(size ? { size } : {}),
		...(requires.length > 0 ? { requires } : {}),
		...(uses.length > 0 ? { uses } : {}),
	};
}

/** Compressed geometry and textures, and materials that look otherwise without it. */
const ofNote = /^(KHR|EXT|MSFT)_(draco|mesh|meshopt|texture|materials|lights|animation)_/;
const longestName = 64;
const mostNames = 32;

/** Names as a record keeps them: whoever made the file may have written anything there. */
function extensions(names: unknown): string[] {
	const plain = Array.isArray(names)
		? names.filter((name) => typeof name === 'string' && /^\w+$/.test(name))
		: [];
	return [...new Set(plain as string[])].slice(0, mostNames).map((name) => name.slice(0, longestName));
}

const triangleMode = 4;

function trianglesOf(primitive: Primitive, gltf: Gltf): number {
	const mode = primitive.mode ?? triangleMode;
	if (mode < triangleMode) return 0;
	const accessor = gltf.accessors?.[primitive.indices ?? primitive.attributes?.POSITION ?? -1];
	const corners = accessor?.count ?? 0;
	// Strips and fans share their edges.
	return mode === triangleMode ? Math.floor(corners / 3) : Math.max(corners - 2, 0);
}

type Matrix = readonly number[];
const identity: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** The box around the scene at rest, from the POSITION bounds that glTF requires, through all node transforms. */
function sceneSize(gltf: Gltf): [number, number, number] | undefined {
	const low = [Infinity, Infinity, Infinity];
	const high = [-Infinity, -Infinity, -Infinity];
	const visited = new Set<number>();
	const visit = (index: number, parent: Matrix): void => {
		const node = gltf.nodes?.[index];
		// A node has one place in the scene. In an invalid file it may contain itself, which must not hang us.
		if (!node || visited.has(index)) return;
		visited.add(index);
		const world = multiply(parent, localMatrix(node));
		for (const primitive of gltf.meshes?.[node.mesh ?? -1]?.primitives ?? []) {
			const bounds = gltf.accessors?.[primitive.attributes?.POSITION ?? -1];
			if (bounds?.min && bounds.max) include(world, bounds.min, bounds.max, low, high);
		}
		for (const child of node.children ?? []) visit(child, world);
	};
	for (const root of gltf.scenes?.[gltf.scene ?? 0]?.nodes ?? []) visit(root, identity);
	const size = [0, 1, 2].map((axis) => Math.max((high[axis] ?? 0) - (low[axis] ?? 0), 0));
	return Number.isFinite(low[0]) ? (size as [number, number, number]) : undefined;
}

function include(
	m: Matrix,
	min: readonly number[],
	max: readonly number[],
	low: number[],
	high: number[],
): void {
	for (let corner = 0; corner < 8; corner++) {
		const point = [0, 1, 2].map((axis) => ((corner >> axis) & 1 ? max[axis] : min[axis]) ?? 0);
		for (let row = 0; row < 3; row++) {
			const value = [0, 1, 2].reduce(
				(sum, axis) => sum + at(m, axis * 4 + row) * (point[axis] ?? 0),
				at(m, 12 + row),
			);
			low[row] = Math.min(low[row] ?? value, value);
			high[row] = Math.max(high[row] ?? value, value);
		}
	}
}

function localMatrix(node: GltfNode): Matrix {
	if (node.matrix?.length === 16) return node.matrix;
	const [x = 0, y = 0, z = 0, w = 1] = node.rotation ?? [];
	const [sx = 1, sy = 1, sz = 1] = node.scale ?? [];
	const [tx = 0, ty = 0, tz = 0] = node.translation ?? [];
	return [
		...[(1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + w * z) * sx, 2 * (x * z - w * y) * sx, 0],
		...[2 * (x * y - w * z) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + w * x) * sy, 0],
		...[2 * (x * z + w * y) * sz, 2 * (y * z - w * x) * sz, (1 - 2 * (x * x + y * y)) * sz, 0],
		...[tx, ty, tz, 1],
	];
}

function multiply(a: Matrix, b: Matrix): Matrix {
	return identity.map((_, index) => {
		const row = index % 4;
		const column = index - row;
		return [0, 1, 2, 3].reduce((sum, k) => sum + at(a, k * 4 + row) * at(b, column + k), 0);
	});
}

function at(matrix: Matrix, index: number): number {
	return matrix[index] ?? 0;
}
