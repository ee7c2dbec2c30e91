import { vectorAt } from '../../mesh/mesh';
import { quadFaces, triangleFaces } from '../../mesh/quads';
import type { Surface } from '../../surface';
import { type FbxNode, int, node } from './node';
import { centimetres } from './units';

/** How much of a point a joint moves, by joint. */
export interface Cluster {
	readonly points: number[];
	readonly weights: number[];
}

/** Surfaces as one FBX geometry. */
export interface Geometry {
	readonly children: readonly FbxNode[];
	/** By index of the joint; joints that move nothing have none. */
	readonly clusters: ReadonlyMap<number, Cluster>;
}

/** Points that several surfaces may share, faces with their corners, and what each corner looks like. */
class Collector {
	readonly points: number[] = [];
	readonly corners: number[] = [];
	readonly normals: number[] = [];
	readonly uvs: number[] = [];
	readonly materials: number[] = [];
	readonly clusters = new Map<number, Cluster>();
	private readonly known = new Map<string, number>();

	add(surface: Surface, material: number, quads: boolean): void {
		const { mesh } = surface;
		const count = mesh.positions.length / 3;
		const points = Array.from({ length: count }, (_, vertex) => this.point(surface, vertex));
		for (const face of quads ? quadFaces(mesh) : triangleFaces(mesh)) {
			face.forEach((vertex, corner) => {
				const point = points[vertex] ?? 0;
				// The last corner of a face is told by its sign.
				this.corners.push(corner === face.length - 1 ? -point - 1 : point);
				this.normals.push(...vectorAt(mesh.normals, vertex));
				// FBX's second texture coordinate goes up from the bottom of the picture, ours down from its top.
				this.uvs.push(mesh.uvs[vertex * 2] ?? 0, 1 - (mesh.uvs[vertex * 2 + 1] ?? 0));
			});
			this.materials.push(material);
		}
	}

	/** One point for all vertices at a place that move alike. */
	private point({ mesh, skin }: Surface, vertex: number): number {
		const at = centimetres(vectorAt(mesh.positions, vertex));
		const joints = skin?.joints.slice(vertex * 4, vertex * 4 + 4) ?? [];
		const weights = skin?.weights.slice(vertex * 4, vertex * 4 + 4) ?? [];
		const key = [...at, ...joints, ...weights].join(' ');
		const known = this.known.get(key);
		if (known !== undefined) return known;
		const point = this.points.length / 3;
		this.known.set(key, point);
		this.points.push(...at);
		weights.forEach((weight, slot) => {
			if (weight === 0) return;
			const joint = joints[slot] ?? 0;
			const cluster = this.clusters.get(joint) ?? { points: [], weights: [] };
			cluster.points.push(point);
			cluster.weights.push(weight);
			this.clusters.set(joint, cluster);
		});
		return point;
	}
}

function layerElement(
	type: string,
	mapping: string,
	reference: string,
	children: readonly FbxNode[],
): FbxNode {
	return node(
		`LayerElement${type}`,
		[int(0)],
		[
			node('Version', [int(101)]),
			node('Name', [type === 'UV' ? 'UVMap' : '']),
			node('MappingInformationType', [mapping]),
			node('ReferenceInformationType', [reference]),
			...children,
		],
	);
}

/** Texture coordinates are named by number, each once. */
function uvElement(uvs: readonly number[]): FbxNode {
	const known = new Map<string, number>();
	const list: number[] = [];
	const indices: number[] = [];
	for (let corner = 0; corner * 2 < uvs.length; corner++) {
		const [u = 0, v = 0] = uvs.slice(corner * 2, corner * 2 + 2);
		const key = `${u} ${v}`;
		const index = known.get(key) ?? known.size;
		if (index === known.size) list.push(u, v);
		known.set(key, index);
		indices.push(index);
	}
	return layerElement('UV', 'ByPolygonVertex', 'IndexToDirect', [
		node('UV', [Float64Array.from(list)]),
		node('UVIndex', [Int32Array.from(indices)]),
	]);
}

/**
 * One geometry of surfaces, with corners at one place joined.
 * @param materials For each surface the number of its material among those of the model.
 * @param quads Flat pairs of triangles become quads.
 */
export function buildGeometry(
	surfaces: readonly Surface[],
	materials: readonly number[],
	quads: boolean,
): Geometry {
	const all = new Collector();
	surfaces.forEach((surface, index) => {
		all.add(surface, materials[index] ?? 0, quads);
	});
	const layers = ['Normal', 'UV', 'Material'].map((type) =>
		node('LayerElement', [], [node('Type', [`LayerElement${type}`]), node('TypedIndex', [int(0)])]),
	);
	return {
		clusters: all.clusters,
		children: [
			node('GeometryVersion', [int(124)]),
			node('Vertices', [Float64Array.from(all.points)]),
			node('PolygonVertexIndex', [Int32Array.from(all.corners)]),
			layerElement('Normal', 'ByPolygonVertex', 'Direct', [
				node('Normals', [Float64Array.from(all.normals)]),
			]),
			uvElement(all.uvs),
			layerElement('Material', 'ByPolygon', 'IndexToDirect', [
				node('Materials', [Int32Array.from(all.materials)]),
			]),
			node('Layer', [int(0)], [node('Version', [int(100)]), ...layers]),
		],
	};
}
