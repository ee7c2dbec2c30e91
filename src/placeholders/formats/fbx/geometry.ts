import { triangles, vectorAt } from '../../mesh/mesh';
import { quadFaces } from '../../mesh/quads';
import type { Surface } from '../../surface';
import { type FbxNode, node, nodes } from './node';
import { centimetres } from './units';

/** How much of a point a joint moves, by joint. */
export interface Cluster {
	readonly points: number[];
	readonly weights: number[];
}

/** Surfaces as one FBX geometry. */
interface Geometry {
	readonly children: readonly FbxNode[];
	/** By index of the joint; joints that move nothing have none. */
	readonly clusters: ReadonlyMap<number, Cluster>;
}

/** Gives numbers to things that are equal by key, each new one the next. */
class Numbering {
	readonly #known = new Map<string, number>();

	of(key: string, added: () => void): number {
		const known = this.#known.get(key) ?? this.#known.size;
		if (known === this.#known.size) added();
		this.#known.set(key, known);
		return known;
	}
}

/** Points that several surfaces may share, faces with their corners, and what each corner looks like. */
class Collector {
	readonly points: number[] = [];
	readonly corners: number[] = [];
	readonly normals: number[] = [];
	/** Texture coordinates, each pair once, and the number of the pair at each corner. */
	readonly uvs: number[] = [];
	readonly uvCorners: number[] = [];
	readonly materials: number[] = [];
	readonly clusters = new Map<number, Cluster>();
	readonly #points = new Numbering();
	readonly #uvs = new Numbering();

	add(surface: Surface, material: number, quads: boolean): void {
		const { positions, normals, uvs } = surface.mesh;
		const points = Array.from({ length: positions.length / 3 }, (_, vertex) => this.#point(surface, vertex));
		for (const face of quads ? quadFaces(surface.mesh) : triangles(surface.mesh)) {
			for (const [corner, vertex] of face.entries()) {
				const point = points[vertex] ?? 0;
				// The last corner of a face is told by its sign.
				this.corners.push(corner === face.length - 1 ? -point - 1 : point);
				this.normals.push(...vectorAt(normals, vertex));
				// FBX's second texture coordinate goes up from the bottom of the picture, ours down from its top.
				const uv = [uvs[vertex * 2] ?? 0, 1 - (uvs[vertex * 2 + 1] ?? 0)];
				this.uvCorners.push(this.#uvs.of(uv.join(' '), () => this.uvs.push(...uv)));
			}
			this.materials.push(material);
		}
	}

	/** One point for all vertices at a place that move alike. */
	#point({ mesh, skin }: Surface, vertex: number): number {
		const at = centimetres(vectorAt(mesh.positions, vertex));
		const joints = skin?.joints.slice(vertex * 4, vertex * 4 + 4) ?? [];
		const weights = skin?.weights.slice(vertex * 4, vertex * 4 + 4) ?? [];
		return this.#points.of([...at, ...joints, ...weights].join(' '), () => {
			for (const [slot, weight] of weights.entries()) {
				if (weight === 0) continue;
				const joint = joints[slot] ?? 0;
				const cluster = this.clusters.get(joint) ?? { points: [], weights: [] };
				cluster.points.push(this.points.length / 3);
				cluster.weights.push(weight);
				this.clusters.set(joint, cluster);
			}
			this.points.push(...at);
		});
	}
}

function layer(type: string, mapping: string, reference: string, data: readonly FbxNode[]): FbxNode {
	const head = nodes({
		Version: 101,
		Name: type === 'UV' ? 'UVMap' : '',
		MappingInformationType: mapping,
		ReferenceInformationType: reference,
	});
	return node(`LayerElement${type}`, [0], [...head, ...data]);
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
	for (const [index, surface] of surfaces.entries()) all.add(surface, materials[index] ?? 0, quads);
	const normals = nodes({ Normals: Float64Array.from(all.normals) });
	const uvs = nodes({ UV: Float64Array.from(all.uvs), UVIndex: Int32Array.from(all.uvCorners) });
	const list = nodes({ Materials: Int32Array.from(all.materials) });
	const layers = ['Normal', 'UV', 'Material'].map((type) =>
		node('LayerElement', [], nodes({ Type: `LayerElement${type}`, TypedIndex: 0 })),
	);
	return {
		clusters: all.clusters,
		children: [
			...nodes({
				GeometryVersion: 124,
				Vertices: Float64Array.from(all.points),
				PolygonVertexIndex: Int32Array.from(all.corners),
			}),
			layer('Normal', 'ByPolygonVertex', 'Direct', normals),
			layer('UV', 'ByPolygonVertex', 'IndexToDirect', uvs),
			layer('Material', 'ByPolygon', 'IndexToDirect', list),
			node('Layer', [0], [...nodes({ Version: 100 }), ...layers]),
		],
	};
}
