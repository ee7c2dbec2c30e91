import { type Mesh, vectorAt } from '../mesh/mesh';
import type { Vec3 } from '../mesh/vector';
import type { Skin } from '../skeleton';
import type { Bone } from './bone';
import { distanceTo, findSkinPieces } from './skinPieces';

/** Weights are kept as 256ths, so that floats add up to exactly 1. */
const steps = 256;

interface Pull {
	readonly bone: number;
	readonly weight: number;
}

/** How much the two nearest of some bones pull a point. */
function pullOn(point: Vec3, bones: readonly Bone[], among: readonly number[]): Pull[] {
	const near = among
		.flatMap((index) => {
			const bone = bones[index];
			return bone ? [{ index, force: 1 / (distanceTo(bone, point) + 1e-3) ** 4 }] : [];
		})
		.sort((one, other) => other.force - one.force || one.index - other.index);
	const [first, second] = near;
	if (!first) return [{ bone: 0, weight: 1 }];
	const share = second ? Math.round((steps * first.force) / (first.force + second.force)) / steps : 1;
	if (!second || share === 1) return [{ bone: first.index, weight: 1 }];
	return [
		{ bone: first.index, weight: share },
		{ bone: second.index, weight: 1 - share },
	];
}

/** Binds meshes to bones; gives the skin of each. */
export function computeSkins(bones: readonly Bone[], meshes: readonly Mesh[], slack: number): Skin[] {
	const skins = meshes.map(({ positions }) => {
		const slots = (positions.length / 3) * 4;
		return { joints: new Array<number>(slots).fill(0), weights: new Array<number>(slots).fill(0) };
	});
	for (const { of, vertices, bones: among } of findSkinPieces(meshes, bones, slack)) {
		const [mesh, skin] = [meshes[of], skins[of]];
		if (!mesh || !skin) continue;
		for (const vertex of vertices) {
			pullOn(vectorAt(mesh.positions, vertex), bones, among).forEach(({ bone, weight }, slot) => {
				skin.joints[vertex * 4 + slot] = bone;
				skin.weights[vertex * 4 + slot] = weight;
			});
		}
	}
	return skins.map(({ joints, weights }) => ({ joints, weights: whole(weights) }));
}

/** A vertex that no triangle uses has no pull yet; the root takes it. */
function whole(weights: readonly number[]): number[] {
	return weights.map((weight, index) => {
		const unused = index % 4 === 0 && weights.slice(index, index + 4).every((one) => one === 0);
		return unused ? 1 : weight;
	});
}
