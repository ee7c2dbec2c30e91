import { animate } from '../../placeholders/animation/animate';
import { stretchClips } from '../../placeholders/animation/stretchClips';
import { repair } from '../../placeholders/meshOperations/repair';
import { retexture } from '../../placeholders/meshOperations/retexture';
import { scaleBy, scaleTo, setOrigin } from '../../placeholders/meshOperations/scale';
import { keepParts, segment } from '../../placeholders/meshOperations/segment';
import { simplify as simplifyModel } from '../../placeholders/meshOperations/simplify';
import { stripMaterials } from '../../placeholders/meshOperations/stripMaterials';
import { unwrap } from '../../placeholders/meshOperations/unwrap';
import { faceCount, type PlaceholderModel } from '../../placeholders/placeholderModel';
import { rigModel, skeletonOnly } from '../../placeholders/rig/rigModel';
import { toCubeModel } from '../../placeholders/voxels/cubeModel';
import type { ModelStep, PictureRecipe } from './recipe';

/** Reads the bytes of a picture; rejects when they are gone. */
export type PictureReader = (picture: PictureRecipe) => Promise<Uint8Array>;

type Texture = Extract<ModelStep, { do: 'texture' }>;
type Simplify = Extract<ModelStep, { do: 'simplify' }>;

/** Faces that are left when no number is given and half would be fewer. */
const fewestFaces = 500;

/** Applies one step. Rejects with the reason when the step cannot be done. */
export async function applyStep(
	model: PlaceholderModel,
	step: ModelStep,
	read: PictureReader,
): Promise<PlaceholderModel> {
	switch (step.do) {
		case 'strip':
			return stripMaterials(model);
		case 'unrig':
			return unrigged(model);
		case 'texture':
			return texture(model, step, read);
		case 'simplify':
			return simplify(model, step);
		case 'segment':
			return segment(model);
		case 'complete':
			return onParts(model, step.parts, async (part) => part);
		case 'keepParts':
			return keepParts(await onParts(model, step.parts, async (part) => part), step.parts);
		case 'voxelize':
			return toCubeModel(model, step.blocks);
		case 'resize':
			return scaleTo(model, step.metres, step.axis);
		case 'scale':
			return scaleBy(model, step.factor);
		case 'place':
			return setOrigin(model, step.origin);
		case 'unwrap':
			return unwrap(model);
		case 'rig':
			return rigModel(model, step.rigType, step.names);
		case 'animate':
			return animate(model, step.clips, step.travels);
		case 'move':
			return stretchClips(animate(model, [step.words.replaceAll(':', ' ')]), step.seconds);
		case 'repair':
			return repair(model);
		case 'armature':
			return skeletonOnly(model);
	}
}

async function texture(
	model: PlaceholderModel,
	step: Texture,
	read: PictureReader,
): Promise<PlaceholderModel> {
	const { words, seed } = step;
	const picture = step.picture && (await read(step.picture));
	const look = { seed, ...(words !== undefined && { words }), ...(picture && { picture }) };
	return onParts(model, step.parts, (part) => retexture(part, look));
}

function simplify(model: PlaceholderModel, { faces, quads, parts }: Simplify): Promise<PlaceholderModel> {
	const target = faces ?? Math.max(fewestFaces, Math.round(faceCount(model) / 2));
	return onParts(model, parts, (part) => simplifyModel(part, quads ? 2 * target : target));
}

function unrigged({ skeleton, clips, surfaces, ...model }: PlaceholderModel): PlaceholderModel {
	return { ...model, surfaces: surfaces.map(({ skin, ...surface }) => surface) };
}

/** Works on the named parts, or on all without names. Rejects when the model has no part of one of the names. */
async function onParts(
	model: PlaceholderModel,
	names: readonly string[] | undefined,
	work: (part: PlaceholderModel) => Promise<PlaceholderModel>,
): Promise<PlaceholderModel> {
	if (!names) return work(model);
	const missing = names.find((name) => !model.surfaces.some((surface) => surface.name === name));
	if (missing !== undefined) throw new Error(`there is no part called ${missing}`);
	const chosen = model.surfaces.filter(({ name }) => names.includes(name));
	const others = model.surfaces.filter(({ name }) => !names.includes(name));
	const done = await work({ ...model, surfaces: chosen });
	return { ...done, surfaces: [...done.surfaces, ...others] };
}
