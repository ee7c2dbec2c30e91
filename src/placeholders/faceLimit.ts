import { box } from './mesh/box';
import { boundsOf, triangleCount } from './mesh/mesh';
import { posed } from './mesh/pose';
import { minus, plus, times } from './mesh/vector';
import type { Part } from './partBuilder';

/** Roundness to try, best first. */
const qualities: readonly number[] = [1, 0.8, 0.6, 0.45, 0.3, 0.2];

/** Below this no model can be told from another; such a limit is taken as this. */
const leastLimit = 100;

function facesOf(parts: readonly Part[]): number {
	return parts.reduce((sum, { mesh }) => sum + triangleCount(mesh), 0);
}

/** Half of the surface of the box around a part. */
function extent({ mesh }: Part): number {
	const { min, max } = boundsOf([mesh]);
	const [x, y, z] = minus(max, min);
	return x * y + y * z + z * x;
}

function boxAround({ material, mesh }: Part): Part {
	const { min, max } = boundsOf([mesh]);
	const [x, , z] = times(plus(min, max), 0.5);
	return { material, mesh: posed(box(...minus(max, min)), { at: [x, min[1], z] }) };
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
		else if (room >= 12) kept.push(boxAround(part));
	}
	return kept;
}
