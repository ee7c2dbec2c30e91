/** What a model file says of itself; sizes in metres along x, y, z. */
export interface ModelFacts {
	readonly triangles: number;
	readonly meshes: number;
	readonly materials: number;
	readonly textures: number;
	readonly animations: number;
	readonly size?: readonly [number, number, number];
}

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
}

/** Facts from the JSON chunk of a GLB; undefined when there is nothing to read there, or not as glTF has it. */
export function readModelFacts(glb: Uint8Array): ModelFacts | undefined {
	try {
		const gltf = jsonChunk(glb);
		return gltf && factsOf(gltf);
	} catch {
		// Lists that are no lists and the like: facts are a courtesy, no reason to lose a paid file.
		return undefined;
	}
}

function factsOf(gltf: Gltf): ModelFacts {
	const primitives = (gltf.meshes ?? []).flatMap((mesh) => mesh.primitives ?? []);
	const size = sceneSize(gltf);
	return {
		triangles: primitives.reduce((sum, primitive) => sum + trianglesOf(primitive, gltf), 0),
		meshes: gltf.meshes?.length ?? 0,
		materials: gltf.materials?.length ?? 0,
		textures: gltf.textures?.length ?? 0,
		animations: gltf.animations?.length ?? 0,
		...(size ? { size } : {}),
	};
}

const jsonChunkType = 0x4e4f534a;

function jsonChunk(glb: Uint8Array): Gltf | undefined {
	if (glb.byteLength < 20) return undefined;
	const view = new DataView(glb.buffer, glb.byteOffset, glb.byteLength);
	const length = view.getUint32(12, true);
	if (view.getUint32(16, true) !== jsonChunkType || 20 + length > glb.byteLength) return undefined;
	return (JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + length))) as Gltf | null) ?? undefined;
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
