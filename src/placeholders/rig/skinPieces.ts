import { joinPairs } from '../collections';
import { connectedComponents } from '../mesh/components';
import { type Bounds, boundsOf, type Mesh, vectorAt } from '../mesh/mesh';
import { dot, length, minus, plus, times, type Vec3 } from '../mesh/vector';
import type { Bone } from './bone';

/** Vertices of one mesh that hang together, and the bones (by index) that may pull them. */
interface SkinPiece {
	/** Index of the mesh. */
	readonly of: number;
	readonly vertices: readonly number[];
	readonly bounds: Bounds;
	readonly bones: readonly number[];
}

/** Metres from a point to the nearest place of a bone. */
export function distanceTo({ at, tip }: Bone, point: Vec3): number {
	const along = minus(tip, at);
	const share = Math.min(1, Math.max(0, dot(minus(point, at), along) / Math.max(dot(along, along), 1e-12)));
	return length(minus(point, plus(at, times(along, share))));
}

/** Whether two boxes come as close as `slack` along every axis. */
function touch(one: Bounds, other: Bounds, slack: number): boolean {
	return [0, 1, 2].every(
		(axis) =>
			(one.min[axis] ?? 0) <= (other.max[axis] ?? 0) + slack &&
			(other.min[axis] ?? 0) <= (one.max[axis] ?? 0) + slack,
	);
}

/** The bones that run through a box. */
function bonesIn(bounds: Bounds, bones: readonly Bone[], slack: number): number[] {
	return bones.flatMap(({ at, tip }, index) => {
		const points = [0.25, 0.5, 0.75].map((share) => plus(at, times(minus(tip, at), share)));
		return points.some((point) => touch(bounds, { min: point, max: point }, slack)) ? [index] : [];
	});
}

/** Pieces that touch one another, directly or by others. */
function groupsOf(pieces: readonly SkinPiece[], slack: number): SkinPiece[][] {
	const pairs = pieces.flatMap(({ bounds }, index) =>
		pieces.slice(0, index).flatMap((other, order): [number, number][] => {
			return touch(bounds, other.bounds, slack) ? [[index, order]] : [];
		}),
	);
	const groups = joinPairs(pieces.length, pairs);
	return groups.map((group) => group.flatMap((index) => pieces[index] ?? []));
}

/** The bone that is nearest to the middle of any of the group. */
function nearestBone(group: readonly SkinPiece[], bones: readonly Bone[], among: readonly number[]): number {
	let nearest = { bone: among[0] ?? 0, distance: Infinity };
	for (const index of among) {
		const bone = bones[index];
		if (!bone) continue;
		for (const { bounds } of group) {
			const distance = distanceTo(bone, times(plus(bounds.min, bounds.max), 0.5));
			// Where one bone ends and the next begins both are as near; what is held there hangs on the outer one.
			if (distance < nearest.distance + 1e-9) nearest = { bone: index, distance };
		}
	}
	return nearest.bone;
}

/**
 * Cuts meshes into what hangs together. Bones that run through a piece pull it. Pieces that no bone runs through are
 * things that are worn or held: those that touch one another hang together on one bone of what they touch, so that a
 * sword keeps its hilt, and does not bend with the leg that it happens to be near.
 * @param slack How far a bone may run outside of a piece and still be its own, metres.
 */
export function findSkinPieces(
	meshes: readonly Mesh[],
	bones: readonly Bone[],
	slack: number,
): readonly SkinPiece[] {
	const pieces = meshes.flatMap((mesh, of) =>
		connectedComponents(mesh).map((corners): SkinPiece => {
			const vertices = [...new Set(corners)];
			const positions = vertices.flatMap((vertex) => vectorAt(mesh.positions, vertex));
			const bounds = boundsOf([{ positions }]);
			return { of, vertices, bounds, bones: bonesIn(bounds, bones, slack) };
		}),
	);
	const limbs = pieces.filter((piece) => piece.bones.length > 0);
	const held = pieces.filter((piece) => piece.bones.length === 0);
	const hung = groupsOf(held, slack).flatMap((group) => {
		const touched = limbs.filter((limb) => group.some(({ bounds }) => touch(bounds, limb.bounds, slack)));
		const among = touched.length > 0 ? touched.flatMap((limb) => limb.bones) : [...bones.keys()];
		const bone = nearestBone(group, bones, among);
		return group.map((piece): SkinPiece => ({ ...piece, bones: [bone] }));
	});
	return [...limbs, ...hung];
}
