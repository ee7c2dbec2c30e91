import { islandsOf } from '../mesh/islands';
import { append, emptyMesh, type Mesh, vectorAt } from '../mesh/mesh';
import type { Surface } from '../surface';
import type { Thing } from '../thing';
import { bare } from './bare';
import { packed } from './pack';
import { withTriangles } from './withTriangles';

/** Faces that look mostly along the same axis, with their places on the plane across it. */
interface Chart {
	readonly surface: Surface;
	readonly flat: readonly number[];
	readonly width: number;
	readonly height: number;
}

/** The axis along which a triangle looks: 0 to 2 for x, y and z, 3 to 5 for the other way. */
function facing({ indices, normals }: Mesh, triangle: number): number {
	const sum = [0, 1, 2].map((axis) =>
		[0, 1, 2].reduce(
			(total, corner) => total + (normals[(indices[triangle * 3 + corner] ?? 0) * 3 + axis] ?? 0),
			0,
		),
	);
	const sizes = sum.map(Math.abs);
	const axis = sizes.indexOf(Math.max(...sizes));
	return (sum[axis] ?? 0) < 0 ? axis + 3 : axis;
}

/** Axes across and down as seen against the normal, so that no chart is mirrored; `-` turns one round. */
const planes: readonly (readonly [across: number, sign: 1 | -1, down: number, downSign: 1 | -1])[] = [
	[2, -1, 1, -1],
	[0, 1, 2, 1],
	[0, 1, 1, -1],
	[2, 1, 1, -1],
	[0, 1, 2, -1],
	[0, -1, 1, -1],
];

function chartOf(surface: Surface, direction: number): Chart {
	const [across, sign, down, downSign] = planes[direction] ?? [0, 1, 1, -1];
	const flat: number[] = [];
	const [low, high] = [
		[Infinity, Infinity],
		[-Infinity, -Infinity],
	];
	for (let vertex = 0; vertex * 3 < surface.mesh.positions.length; vertex++) {
		const place = vectorAt(surface.mesh.positions, vertex);
		const spot = [(place[across] ?? 0) * sign, (place[down] ?? 0) * downSign];
		flat.push(...spot);
		for (const axis of [0, 1]) {
			low[axis] = Math.min(low[axis] ?? 0, spot[axis] ?? 0);
			high[axis] = Math.max(high[axis] ?? 0, spot[axis] ?? 0);
		}
	}
	const [left = 0, top = 0] = low;
	const [right = 0, bottom = 0] = high;
	return {
		surface,
		flat: flat.map((value, index) => value - (index % 2 === 0 ? left : top)),
		width: right - left,
		height: bottom - top,
	};
}

function chartsOf(surface: Surface): Chart[] {
	const { mesh } = surface;
	return islandsOf(mesh, (triangle) => facing(mesh, triangle)).map((corners) => {
		const part = withTriangles(surface, corners);
		return chartOf(part, facing(part.mesh, 0));
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
export function unwrapped(thing: Thing): Thing {
	const plain = bare(thing);
	const charts = plain.surfaces.map(chartsOf);
	const { side, spots } = packed(charts.flat());
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
