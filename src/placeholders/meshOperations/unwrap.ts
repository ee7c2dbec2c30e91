import { dominantDirection, projectOntoPlane } from '../mesh/boxMapping';
import { connectedComponents } from '../mesh/components';
import { append, emptyMesh, vectorAt } from '../mesh/mesh';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { keepTriangles } from './keepTriangles';
import { packRectangles } from './packRectangles';
import { stripMaterials } from './stripMaterials';

/** Faces that look mostly along the same axis, with their places on the plane across it. */
interface Chart {
	readonly surface: Surface;
	readonly flat: readonly number[];
	readonly width: number;
	readonly height: number;
}

function toChart(surface: Surface): Chart {
	const { positions } = surface.mesh;
	const direction = dominantDirection(surface.mesh, 0);
	const flat: number[] = [];
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let vertex = 0; vertex * 3 < positions.length; vertex++) {
		const [x, y] = projectOntoPlane(direction, vectorAt(positions, vertex));
		flat.push(x, y);
		[left, right] = [Math.min(left, x), Math.max(right, x)];
		[top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
	}
	return {
		surface,
		flat: flat.map((value, index) => value - (index % 2 === 0 ? left : top)),
		width: right - left,
		height: bottom - top,
	};
}

function chartsOf(surface: Surface): Chart[] {
	const { mesh } = surface;
	const pieces = connectedComponents(mesh, (triangle) => dominantDirection(mesh, triangle));
	return pieces.map((corners) => toChart(keepTriangles(surface, corners)));
}

/**
 * The bare shape with fresh texture coordinates: the faces of all surfaces, seen along the nearest axis, lie side by
 * side in one unit square, all at the same scale.
 */
export function unwrap(model: PlaceholderModel): PlaceholderModel {
	const plain = stripMaterials(model);
	const charts = plain.surfaces.map(chartsOf);
	const { side, spots } = packRectangles(charts.flat());
	let next = 0;
	const surfaces = plain.surfaces.map((surface, index): Surface => {
		const own = charts[index] ?? [];
		const mesh = emptyMesh();
		for (const chart of own) {
			const { x, y } = spots[next++] ?? { x: 0, y: 0 };
			const uvs = chart.flat.map((value, at) => (value + (at % 2 === 0 ? x : y)) / side);
			append(mesh, { ...chart.surface.mesh, uvs });
		}
		const skin = surface.skin && {
			joints: own.flatMap((chart) => chart.surface.skin?.joints ?? []),
			weights: own.flatMap((chart) => chart.surface.skin?.weights ?? []),
		};
		return { ...surface, mesh, hasUvs: true, ...(skin && { skin }) };
	});
	return { ...plain, surfaces };
}
