import { addVertex, emptyMesh, type Mesh } from './mesh';
import { unit, type Vec2, type Vec3 } from './vector';

interface Ring {
	readonly radius: number;
	readonly y: number;
	/** Outward direction in the profile's plane: across, up. */
	readonly slope: Vec2;
	/** Metres along the profile, for the texture. */
	readonly along: number;
}

function unit2(x: number, y: number): Vec2 {
	const [across, up] = unit([x, y, 0]);
	return [across, up];
}

/** The direction between two slopes, or the first where the profile bends sharply. */
function smoothed(slope: Vec2, other: Vec2 | undefined): Vec2 {
	if (!other || slope[0] * other[0] + slope[1] * other[1] < 0.75) return slope;
	return unit2(slope[0] + other[0], slope[1] + other[1]);
}

/** Pairs of rings, one pair a profile segment; neighbours share a normal unless the profile bends sharply. */
function ringPairs(profile: readonly Vec2[]): [Ring, Ring][] {
	const segments = profile.slice(1).map((to, index) => ({ from: profile[index] ?? to, to }));
	const slopes = segments.map(({ from, to }) => unit2(to[1] - from[1], from[0] - to[0]));
	let along = 0;
	return segments.map(({ from, to }, index) => {
		const slope = slopes[index] ?? [1, 0];
		const start = { radius: from[0], y: from[1], slope: smoothed(slope, slopes[index - 1]), along };
		along += Math.sqrt((to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2);
		return [start, { radius: to[0], y: to[1], slope: smoothed(slope, slopes[index + 1]), along }];
	});
}

/**
 * Turns a profile of [radius, y] points (bottom to top for an outside) around the y axis and closes its ends,
 * unless they are hidden anyway (`open`). The seam of the texture is at the back.
 */
export function lathe(profile: readonly Vec2[], segments: number, open = false): Mesh {
	const mesh = emptyMesh();
	const widest = Math.max(...profile.map(([radius]) => radius));
	const [first, last] = [profile[0] ?? [0, 0], profile[profile.length - 1] ?? [0, 0]];
	const closed = profile.slice();
	if (!open && first[0] > 1e-6) closed.unshift([0, first[1]]);
	if (!open && last[0] > 1e-6) closed.push([0, last[1]]);
	for (const [low, high] of ringPairs(closed)) {
		if (low.radius < 1e-6 && high.radius < 1e-6) continue;
		for (let step = 0; step <= segments; step++) {
			const angle = (step / segments) * 2 * Math.PI + Math.PI;
			const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
			const flat = Math.abs(low.y - high.y) < 1e-9;
			for (const { radius, y, slope, along } of [low, high]) {
				const normal: Vec3 = [sine * slope[0], slope[1], cosine * slope[0]];
				const position: Vec3 = [sine * radius, y, cosine * radius];
				if (flat) addVertex(mesh, position, normal, position[0], position[2]);
				else addVertex(mesh, position, normal, (step / segments) * 2 * Math.PI * widest, -along);
			}
			if (step === segments) continue;
			const corner = mesh.positions.length / 3 - 2;
			if (low.radius > 1e-6) mesh.indices.push(corner, corner + 2, corner + 1);
			if (high.radius > 1e-6) mesh.indices.push(corner + 1, corner + 2, corner + 3);
		}
	}
	return mesh;
}

/** A cylinder, or a cone when the radii differ, standing on y = 0. */
export function cylinder(bottom: number, top: number, height: number, segments: number): Mesh {
	return lathe(
		[
			[bottom, 0],
			[top, height],
		],
		segments,
	);
}

/** A ball around the origin, or the part of it between two latitudes (-90 to 90 degrees). */
export function sphere(radius: number, segments: number, from = -90, to = 90): Mesh {
	const rows = Math.max(2, Math.round((segments / 2) * ((to - from) / 180)));
	const profile = Array.from({ length: rows + 1 }, (_, row): Vec2 => {
		const latitude = ((from + ((to - from) * row) / rows) * Math.PI) / 180;
		return [Math.max(0, Math.cos(latitude) * radius), Math.sin(latitude) * radius];
	});
	return lathe(profile, segments);
}
