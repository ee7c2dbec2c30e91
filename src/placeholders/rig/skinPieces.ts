import { connectedComponents } from '../mesh/components';
import { type Bounds, boundsOf, type Mesh } from '../mesh/mesh';
import { subset } from '../mesh/subset';
import { dot, length, minus, plus, times, type Vec3 } from '../mesh/vector';
import type { Bone } from './bone';

/** Vertices of one mesh that hang together, and the bones (by index) that may pull them. */
export interface SkinPiece {
	/** Index of the mesh. */
	readonly of: number;
	readonly vertices: readonly number[];
	readonly bones: readonly number[];
}

interface Loose {
	readonly of: number;
	readonly vertices: readonly number[];
	readonly bounds: Bounds;
}

export function distanceTo({ at, tip }: Bone, point: Vec3): number {
	const along = minus(tip, at);
	const share = Math.min(1, Math.max(0, dot(minus(point, at), along) / Math.max(dot(along, along), 1e-12)));
	return length(minus(point, plus(at, times(along, share))));
}

function looseIn(meshes: readonly Mesh[]): Loose[] {
	return meshes.flatMap((mesh, of) =>
		connectedComponents(mesh).map((corners) => {
			const { mesh: part, from } = subset(mesh, corners);
			return { of, vertices: from, bounds: boundsOf([part]) };
		}),
	);
}

function holds({ min, max }: Bounds, point: Vec3, slack: number): boolean {
	return point.every((value, axis) => value >= (min[axis] ?? 0) - slack && value <= (max[axis] ?? 0) + slack);
}

function touch(one: Bounds, other: Bounds, slack: number): boolean {
	return [0, 1, 2].every(
		(axis) =>
			(one.min[axis] ?? 0) <= (other.max[axis] ?? 0) + slack &&
			(other.min[axis] ?? 0) <= (one.max[axis] ?? 0) + slack,
	);
}

function bonesIn({ bounds }: Loose, bones: readonly Bone[], slack: number): number[] {
	return bones.flatMap(({ at, tip }, index) => {
		const points = [0.25, 0.5, 0.75].map((share) => plus(at, times(minus(tip, at), share)));
		return points.some((point) => holds(bounds, point, slack)) ? [index] : [];
	});
}

/** Things that touch one another, each with those that it can be reached from. */
function groupsOf(loose: readonly Loose[], slack: number): Loose[][] {
	const left = new Set(loose);
	const groups: Loose[][] = [];
	for (const first of loose) {
		if (!left.delete(first)) continue;
		const group = [first];
		for (const member of group) {
			for (const other of left) {
				if (touch(member.bounds, other.bounds, slack)) {
					left.delete(other);
					group.push(other);
				}
			}
		}
		groups.push(group);
	}
	return groups;
}

/** The bone that is nearest to the middle of any of the group. */
function nearestBone(group: readonly Loose[], bones: readonly Bone[], among: readonly number[]): number {
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
 * models that are worn or held: those that touch one another hang together on one bone of what they touch, so that a
 * sword keeps its hilt, and does not bend with the leg that it happens to be near.
 * @param slack How far a bone may run outside of a piece and still be its own, metres.
 */
export function findSkinPieces(meshes: readonly Mesh[], bones: readonly Bone[], slack: number): SkinPiece[] {
	const all = looseIn(meshes).map((loose) => ({ loose, own: bonesIn(loose, bones, slack) }));
	const limbs = all.filter(({ own }) => own.length > 0);
	const held = all.filter(({ own }) => own.length === 0).map(({ loose }) => loose);
	const hung = groupsOf(held, slack).flatMap((group) => {
		const touched = limbs.filter(({ loose }) =>
			group.some(({ bounds }) => touch(bounds, loose.bounds, slack)),
		);
		const among = touched.length > 0 ? touched.flatMap(({ own }) => own) : [...bones.keys()];
		const bone = nearestBone(group, bones, among);
		return group.map(({ of, vertices }): SkinPiece => ({ of, vertices, bones: [bone] }));
	});
	return [
		...limbs.map(({ loose: { of, vertices }, own }): SkinPiece => ({ of, vertices, bones: own })),
		...hung,
	];
}
