import { addVertex, emptyMesh, type Mesh } from './mesh';
import { cross, dot, length, minus, plus, times, unit, type Vec2, type Vec3 } from './vector';

/** A round bar along a path; `radius` may change along it (0 to 1). Its ends are closed, or meet when they coincide. */
export function tube(
	path: readonly Vec3[],
	radius: number | ((along: number) => number),
	segments: number,
): Mesh {
	const mesh = emptyMesh();
	const last = path.length - 1;
	const loop = length(minus(path[0] ?? [0, 0, 0], path[last] ?? [0, 0, 0])) < 1e-9;
	const wrapped = (index: number): number =>
		loop ? (index + last) % last : Math.min(last, Math.max(0, index));
	const direction = (index: number): Vec3 =>
		unit(minus(path[wrapped(index + 1)] ?? [0, 0, 0], path[wrapped(index - 1)] ?? [0, 0, 0]));
	let side: Vec3 = unit(cross(direction(0), Math.abs(direction(0)[1]) > 0.9 ? [0, 0, 1] : [0, 1, 0]));
	let along = 0;
	path.forEach((centre, index) => {
		const ahead = direction(index);
		// Carrying the frame along instead of making it anew keeps the bar from twisting.
		side = unit(minus(side, times(ahead, dot(side, ahead))));
		const other = cross(ahead, side);
		const size = typeof radius === 'number' ? radius : radius(index / last);
		if (index > 0) along += length(minus(centre, path[index - 1] ?? centre));
		for (let step = 0; step <= segments; step++) {
			const angle = (step / segments) * 2 * Math.PI;
			const normal = plus(times(side, Math.cos(angle)), times(other, Math.sin(angle)));
			addVertex(mesh, plus(centre, times(normal, Math.max(size, 1e-4))), normal, angle * size, -along);
			if (index === 0 || step === segments) continue;
			const here = mesh.positions.length / 3 - 1;
			const below = here - segments - 1;
			mesh.indices.push(below, below + 1, here, below + 1, here + 1, here);
		}
	});
	for (const end of loop ? [] : [0, last])
		addCap(mesh, path[end] ?? [0, 0, 0], end * (segments + 1), segments, times(direction(end), end ? 1 : -1));
	return mesh;
}

function addCap(mesh: Mesh, centre: Vec3, ring: number, segments: number, normal: Vec3): void {
	const middle = addVertex(mesh, centre, normal, 0, 0);
	for (let step = 0; step <= segments; step++) {
		const [x = 0, y = 0, z = 0] = mesh.positions.slice((ring + step) * 3, (ring + step) * 3 + 3);
		addVertex(mesh, [x, y, z], normal, x - centre[0], y - centre[1]);
		if (step === 0) continue;
		const here = mesh.positions.length / 3 - 1;
		const [a, b] = ring === 0 ? [here, here - 1] : [here - 1, here];
		mesh.indices.push(middle, a, b);
	}
}

/** Points of an arc in the x-y plane, degrees counter-clockwise from +x. */
export function arc(radius: number, from: number, to: number, steps: number, centre: Vec2 = [0, 0]): Vec3[] {
	return Array.from({ length: steps + 1 }, (_, step): Vec3 => {
		const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
		return [centre[0] + Math.cos(angle) * radius, centre[1] + Math.sin(angle) * radius, 0];
	});
}

/** A ring in the x-y plane around the origin; turn it to lie flat. */
export function ring(radius: number, thickness: number, around: number, segments: number): Mesh {
	return tube(arc(radius, 0, 360, around), thickness, segments);
}
