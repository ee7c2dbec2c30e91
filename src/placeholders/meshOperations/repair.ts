import { boundaryLoops, edgeTriangles, type WeldedTriangle, weldedTriangles } from '../mesh/edges';
import { addVertex, emptyMesh, type Mesh, merged, vectorAt } from '../mesh/mesh';
import { cross, minus, plus, times, unit, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import { stripMaterials } from './stripMaterials';

/** The share of its size by which a piece shrinks where others touch it, so that they are no longer one. */
const gap = 1e-4;

/**
 * The bare shape as one mesh that can be printed: without triangles that are none, pieces that touch along an edge
 * apart, holes closed.
 */
export function repair(thing: PlaceholderModel): PlaceholderModel {
	const { surfaces, skeleton: _, clips: __, ...rest } = stripMaterials(thing);
	const [first] = surfaces;
	if (!first) return thing;
	const { skin: ___, ...surface } = first;
	const mesh = merged(...surfaces.map((one) => one.mesh));
	const { corners } = weldedTriangles(mesh);
	const whole = merged(...piecesOf(corners).map((piece) => closed(mesh, piece)));
	return { ...rest, surfaces: [{ ...surface, name: 'model', mesh: whole }] };
}

/** Triangles that hang together by edges which only two of them share. */
function piecesOf(corners: readonly WeldedTriangle[]): WeldedTriangle[][] {
	const piece = corners.map((_, index) => index);
	const rootOf = (of: number): number => {
		let at = of;
		while (piece[at] !== at) at = piece[at] ?? at;
		piece[of] = at;
		return at;
	};
	for (const [one = 0, other, ...more] of edgeTriangles(corners).values())
		if (other !== undefined && more.length === 0) piece[rootOf(one)] = rootOf(other);
	const pieces = new Map<number, WeldedTriangle[]>();
	for (const [index, triangle] of corners.entries()) {
		const root = rootOf(index);
		const known = pieces.get(root);
		if (known) known.push(triangle);
		else pieces.set(root, [triangle]);
	}
	return [...pieces.values()];
}

/** A piece by itself, a little smaller, with a fan of triangles over each of its holes. */
function closed(whole: Mesh, piece: readonly WeldedTriangle[]): Mesh {
	const places = new Map<number, Vec3>();
	for (const { places: own, vertices } of piece)
		for (const [index, place] of own.entries())
			places.set(place, vectorAt(whole.positions, vertices[index] ?? 0));
	const middle = meanOf([...places.values()]);
	const at = (place: number): Vec3 => {
		const there = places.get(place) ?? middle;
		return plus(there, times(minus(middle, there), gap));
	};
	const mesh = emptyMesh();
	const add = (...spots: [Vec3, Vec3, Vec3]): void => {
		const [a, b, c] = spots;
		const normal = unit(cross(minus(b, a), minus(c, a)));
		mesh.indices.push(...spots.map((spot) => addVertex(mesh, spot, normal, 0, 0)));
	};
	for (const {
		places: [a = 0, b = 0, c = 0],
	} of piece)
		add(at(a), at(b), at(c));
	for (const rim of boundaryLoops(piece)) {
		const hub = meanOf(rim.map(at));
		// Against the direction of the triangles on the rim, so that the fan faces the same way.
		for (const [index, place] of rim.entries())
			add(at(rim[(index + 1) % rim.length] ?? place), at(place), hub);
	}
	return mesh;
}

function meanOf(spots: readonly Vec3[]): Vec3 {
	const sum = spots.reduce((total, spot) => plus(total, spot), [0, 0, 0] as Vec3);
	return times(sum, 1 / Math.max(1, spots.length));
}
