import { box } from './mesh/box';
import { boundsOf, triangleCount } from './mesh/mesh';
import { posed } from './mesh/pose';
import type { Part } from './partBuilder';

/** Roundness to try, best first. */
const qualities: readonly number[] = [1, 0.8, 0.6, 0.45, 0.3, 0.2];

/** Below this no model can be told from another; such a limit is taken as this. */
const leastLimit = 100;

export function facesOf(parts: readonly Part[]): number {
	return parts.reduce((sum, { mesh }) => sum + triangleCount(mesh), 0);
}

function extent(part: Part): number {
	const { min, max } = boundsOf([part.mesh]);
	const [x, y, z] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
	return x * y + y * z + z * x;
}

function crate({ material, mesh }: Part): Part {
	const { min, max } = boundsOf([mesh]);
	const whole = box(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
	return { material, mesh: posed(whole, { at: [(min[0] + max[0]) / 2, min[1], (min[2] + max[2]) / 2] }) };
}

/**
 * Builds with the most detail that the limit allows: first with fewer segments, then without the smallest
 * parts, at last with boxes in place of parts.
 */
export function buildWithinFaceLimit(
	build: (quality: number) => readonly Part[],
	faceLimit = Infinity,
): readonly Part[] {
	const limit = Math.max(leastLimit, faceLimit);
	let parts: readonly Part[] = [];
	for (const quality of qualities) {
		parts = build(quality);
		if (facesOf(parts) <= limit) return parts;
	}
	const kept: Part[] = [];
	for (const part of parts.slice().sort((a, b) => extent(b) - extent(a))) {
		const room = limit - facesOf(kept);
		if (triangleCount(part.mesh) <= room) kept.push(part);
		else if (room >= 12) kept.push(crate(part));
	}
	return kept;
}
