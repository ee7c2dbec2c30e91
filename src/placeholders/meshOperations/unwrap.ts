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

function chartOf(surface: Surface, direction: number): Chart {
	const { positions } = surface.mesh;
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
	return connectedComponents(mesh, (triangle) => dominantDirection(mesh, triangle)).map((corners) => {
		const part = keepTriangles(surface, corners);
		return chartOf(part, dominantDirection(part.mesh, 0));
	});
}

function joined(
	surface: Surface,
	charts: readonly { readonly chart: Chart; readonly uvs: number[] }[],
): Surface {
	const mesh = emptyMesh();
	const skin = { joints: [] as number[], weights: [] as number[] };
	for (const { chart, uvs } of charts) {
		append(mesh, { ...chart.surface.mesh, uvs });
		for (const joint of chart.surface.skin?.joints ?? []) skin.joints.push(joint);
		for (const weight of chart.surface.skin?.weights ?? []) skin.weights.push(weight);
	}
	return { ...surface, mesh, mapped: true, ...(surface.skin && { skin }) };
}

/**
 * The bare shape with fresh texture coordinates: the faces of all surfaces, seen along the nearest axis, lie side by
 * side in one unit square, all at the same scale.
 */
export function unwrap(thing: PlaceholderModel): PlaceholderModel {
	const plain = stripMaterials(thing);
	const charts = plain.surfaces.map(chartsOf);
	const { side, spots } = packRectangles(charts.flat());
	let next = 0;
	const surfaces = plain.surfaces.map((surface, index) => {
		const placed = (charts[index] ?? []).map((chart) => {
			const spot = spots[next++] ?? { x: 0, y: 0 };
			const uvs = chart.flat.map((value, at) => (value + (at % 2 === 0 ? spot.x : spot.y)) / side);
			return { chart, uvs };
		});
		return joined(surface, placed);
	});
	return { ...plain, surfaces };
}
