import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { avian } from './avian';
import { biped } from './biped';
import type { Bone } from './bone';
import { fitToLandmarks } from './fitToLandmarks';
import { manyLegged, quadruped } from './legged';
import { type Measures, measure } from './measure';
import { toMixamoName } from './mixamo';
import { isRigType, type RigType } from './rigType';
import { computeSkins } from './skinWeights';
import { aquatic, serpentine } from './swimmers';

const skeletons: Readonly<Record<RigType, (measures: Measures) => Bone[]>> = {
	biped,
	quadruped,
	hexapod: (measures) => manyLegged(measures, 3),
	octopod: (measures) => manyLegged(measures, 4),
	avian,
	serpentine,
	aquatic,
};

/** Whose names joints have. */
export type RigNames = 'plain' | 'mixamo';

/**
 * The model with a skeleton and skin weights. The skeleton has the body of `rigType` (see RigType; any other word
 * gets a biped's) and fits the model's bounds. Clips that it had are gone.
 * @param names Whose names the joints have: plain ones, or Mixamo's (`mixamorig:`).
 */
export function rigModel(
	model: PlaceholderModel,
	rigType: string,
	names: RigNames = 'plain',
): PlaceholderModel {
	const body = isRigType(rigType) ? rigType : 'biped';
	const measures = measure(model);
	const landmarks = (body === model.body && model.landmarks) || new Map();
	const bones = fitToLandmarks(skeletons[body](measures), landmarks);
	const meshes = model.surfaces.map(({ mesh }) => mesh);
	const skins = computeSkins(bones, meshes, Math.max(...measures.size) * 0.01);
	const surfaces = model.surfaces.map((surface, index): Surface => {
		const skin = skins[index];
		return skin ? { ...surface, skin } : surface;
	});
	const joints = bones.map(({ name, parent, at }) => ({
		name: names === 'mixamo' ? toMixamoName(name) : name,
		parent: bones.findIndex((other) => other.name === parent),
		at,
	}));
	const { clips: _, ...rest } = model;
	return { ...rest, surfaces, body, skeleton: { joints } };
}

/** The skeleton and its clips without the shape. */
export function skeletonOnly(model: PlaceholderModel): PlaceholderModel {
	return { ...model, surfaces: [] };
}
