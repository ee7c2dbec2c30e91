import { joinPairs } from '../collections';
import { boundaryLoops, edgesOf, type WeldedTriangle, weldedTriangles } from '../mesh/edges';
import { addVertex, emptyMesh, type Mesh, merged, vectorAt } from '../mesh/mesh';
import { minus, plus, times, triangleNormal, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import { stripMaterials } from './stripMaterials';

/** The share of its size by which a piece shrinks where others touch it, so that they are no longer one. */
const gap = 1e-4;

/**
 * The bare shape as one mesh that can be printed: without triangles that are none, pieces that touch along an edge
 * apart, holes closed.
 */
export function repair(model: PlaceholderModel): PlaceholderModel {
	const { surfaces, skeleton: _, clips: __, ...rest } = stripMaterials(model);
	const [first] = surfaces;
	if (!first) return model;
	const { skin: ___, ...surface } = first;
	const mesh = merged(...surfaces.map((one) => one.mesh));
	const { list } = weldedTriangles(mesh);
	const whole = merged(...manifoldPieces(list).map((piece) => closed(mesh, piece)));
	return { ...rest, surfaces: [{ ...surface, name: 'model', mesh: whole }] };
}

/** Triangles that hang together by edges which only two of them share. */
function manifoldPieces(list: readonly WeldedTriangle[]): WeldedTriangle[][] {
	const pairs = edgesOf(list).flatMap((sides): [number, number][] => {
		const [one, other] = sides;
		return one && other && sides.length === 2 ? [[one.triangle, other.triangle]] : [];
	});
	const pieces = joinPairs(list.length, pairs);
	return pieces.map((piece) => piece.flatMap((triangle) => list[triangle] ?? []));
}

/** A piece by itself, a little smaller, with a fan of triangles over each of its holes. */
function closed(whole: Mesh, piece: readonly WeldedTriangle[]): Mesh {
	const corners = new Map<number, Vec3>();
	for (const { places, vertices } of piece)
		for (const [index, place] of places.entries())
			corners.set(place, vectorAt(whole.positions, vertices[index] ?? 0));
	const middle = meanOf([...corners.values()]);
	const at = (place = 0): Vec3 => {
		const corner = corners.get(place) ?? middle;
		return plus(corner, times(minus(middle, corner), gap));
	};
	const mesh = emptyMesh();
	const add = (a: Vec3, b: Vec3, c: Vec3): void => {
		const normal = triangleNormal(a, b, c);
		mesh.indices.push(...[a, b, c].map((corner) => addVertex(mesh, corner, normal, 0, 0)));
	};
	for (const { places } of piece) add(at(places[0]), at(places[1]), at(places[2]));
	for (const loop of boundaryLoops(piece)) {
		const hub = meanOf(loop.map(at));
		// Against the direction of the triangles on the rim, so that the fan faces the same way.
		for (const [index, place] of loop.entries()) add(at(loop[(index + 1) % loop.length]), at(place), hub);
	}
	return mesh;
}

function meanOf(places: readonly Vec3[]): Vec3 {
	const sum = places.reduce((total, place) => plus(total, place), [0, 0, 0] as Vec3);
	return times(sum, 1 / Math.max(1, places.length));
}
