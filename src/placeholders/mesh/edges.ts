import { groupBy } from '../collections';
import { weld } from './components';
import { areaOf, type Mesh, triangles } from './mesh';

/** Square metres below which a triangle counts as none. */
const leastArea = 1e-10;

/** A triangle by the places of its corners (see `weld`), and by the vertices that it has in its mesh. */
export interface WeldedTriangle {
	readonly places: readonly number[];
	readonly vertices: readonly number[];
}

/** A side of a triangle, from one corner to the next: the places of its ends. */
interface Side {
	readonly from: number;
	readonly to: number;
	/** The number of the triangle. */
	readonly triangle: number;
}

/** The triangles of a mesh by place, and how many of them are none: no area, or one place twice. */
export function weldedTriangles(mesh: Mesh): { list: WeldedTriangle[]; degenerate: number } {
	const numbers = weld(mesh);
	const all = triangles(mesh).map((vertices) => ({
		vertices,
		places: vertices.map((vertex) => numbers[vertex] ?? 0),
	}));
	const list = all.filter(({ places, vertices }) => {
		return new Set(places).size === 3 && areaOf(mesh, vertices) > leastArea;
	});
	return { list, degenerate: all.length - list.length };
}

/** The sides of triangles, those between the same two places together. */
export function edgesOf(list: readonly WeldedTriangle[]): Side[][] {
	const sides = list.flatMap(({ places }, triangle) =>
		places.map((from, index): Side => ({ from, to: places[(index + 1) % 3] ?? 0, triangle })),
	);
	const key = ({ from, to }: Side): string => `${Math.min(from, to)} ${Math.max(from, to)}`;
	return [...groupBy(sides, key).values()];
}

/** The rims of a mesh that is not closed, each as the places that it passes, in the direction of the triangles on it. */
export function boundaryLoops(list: readonly WeldedTriangle[]): number[][] {
	const open = edgesOf(list).flatMap((sides) => (sides.length === 1 ? sides : []));
	const next = groupBy(open, ({ from }) => from);
	const loops: number[][] = [];
	for (const start of next.keys()) {
		const loop: number[] = [];
		for (let at: number | undefined = start; at !== undefined; ) {
			const side: Side | undefined = next.get(at)?.pop();
			if (side) loop.push(at);
			at = side?.to;
		}
		if (loop.length > 2) loops.push(loop);
	}
	return loops;
}
