import { areaOf } from './area';
import { weld } from './components';
import type { Mesh } from './mesh';

/** Square metres below which a triangle counts as none. */
const leastArea = 1e-10;

/** A triangle by the places of its corners, and by the vertices that it has in its mesh. */
export interface WeldedTriangle {
	readonly places: readonly number[];
	readonly vertices: readonly number[];
}

/** The triangles of a mesh by place, and how many of them are none: no area, or one place twice. */
export function weldedTriangles(mesh: Mesh): { corners: WeldedTriangle[]; degenerate: number } {
	const numbers = weld(mesh);
	const corners: WeldedTriangle[] = [];
	const count = mesh.indices.length / 3;
	for (let triangle = 0; triangle < count; triangle++) {
		const vertices = mesh.indices.slice(triangle * 3, triangle * 3 + 3);
		const places = vertices.map((vertex) => numbers[vertex] ?? 0);
		if (new Set(places).size === 3 && areaOf(mesh, vertices) > leastArea) corners.push({ places, vertices });
	}
	return { corners, degenerate: count - corners.length };
}

/** The edges of triangles by the places of their ends, each with the numbers of the triangles that have it. */
export function edgeTriangles(corners: readonly WeldedTriangle[]): Map<string, number[]> {
	const edges = new Map<string, number[]>();
	for (const [triangle, { places }] of corners.entries())
		for (const [from, to] of sides(places)) {
			const key = from < to ? `${from} ${to}` : `${to} ${from}`;
			const known = edges.get(key);
			if (known) known.push(triangle);
			else edges.set(key, [triangle]);
		}
	return edges;
}

/** The three sides of a triangle, each from one corner to the next. */
export function sides([a = 0, b = 0, c = 0]: readonly number[]): [number, number][] {
	return [
		[a, b],
		[b, c],
		[c, a],
	];
}

/** The rims of a mesh that is not closed, each as the places that it passes, in the direction of the triangles on it. */
export function boundaryLoops(corners: readonly WeldedTriangle[]): number[][] {
	const edges = edgeTriangles(corners);
	const next = new Map<number, number[]>();
	for (const { places } of corners)
		for (const [from, to] of sides(places)) {
			const key = from < to ? `${from} ${to}` : `${to} ${from}`;
			if (edges.get(key)?.length === 1) next.set(from, [...(next.get(from) ?? []), to]);
		}
	const rims: number[][] = [];
	for (const start of next.keys()) {
		const rim: number[] = [];
		for (let at: number | undefined = start; at !== undefined; ) {
			const to: number | undefined = next.get(at)?.pop();
			if (to !== undefined) rim.push(at);
			at = to;
		}
		if (rim.length > 2) rims.push(rim);
	}
	return rims;
}
