import { type Mesh, vectorAt } from '../mesh/mesh';
import type { Vec3 } from '../mesh/vector';
import type { Skin } from '../skeleton';
import type { Bone } from './bone';
import { distanceTo, findSkinPieces } from './skinPieces';

/** Weights are kept as 256ths, so that floats add up to exactly 1. */
const steps = 256;

/** How much the two nearest of some bones pull a point. */
function weightsAt(
	point: Vec3,
	bones: readonly Bone[],
	among: readonly number[],
): [bone: number, weight: number][] {
	const near = among
		.flatMap((index) => {
			const bone = bones[index];
			return bone ? [{ index, force: 1 / (distanceTo(bone, point) + 1e-3) ** 4 }] : [];
		})
		.sort((one, other) => other.force - one.force || one.index - other.index);
	const [first, second] = near;
	if (!first) return [[0, 1]];
	const share = second ? Math.round((steps * first.force) / (first.force + second.force)) / steps : 1;
	if (!second || share === 1) return [[first.index, 1]];
	return [
		[first.index, share],
		[second.index, 1 - share],
	];
}

/** Binds meshes to bones; gives the skin of each. */
export function computeSkins(bones: readonly Bone[], meshes: readonly Mesh[], slack: number): Skin[] {
	const skins = meshes.map(({ positions }) => {
		// A vertex that no triangle uses is the root's.
		const rootAlone = positions.flatMap((_, index) => (index % 3 === 0 ? [1, 0, 0, 0] : []));
		return { joints: rootAlone.map(() => 0), weights: rootAlone };
	});
	for (const { of, vertices, bones: among } of findSkinPieces(meshes, bones, slack)) {
		const [mesh, skin] = [meshes[of], skins[of]];
		if (!mesh || !skin) continue;
		for (const vertex of vertices) {
			const pulls = weightsAt(vectorAt(mesh.positions, vertex), bones, among);
			for (const [slot, [bone, weight]] of pulls.entries()) {
				skin.joints[vertex * 4 + slot] = bone;
				skin.weights[vertex * 4 + slot] = weight;
			}
		}
	}
	return skins;
}
