import { animate } from '../../../placeholders/animation/animate';
import { retexture } from '../../../placeholders/meshOperations/retexture';
import { scaleBy, setOrigin } from '../../../placeholders/meshOperations/scale';
import { keepParts, segment } from '../../../placeholders/meshOperations/segment';
import { simplify } from '../../../placeholders/meshOperations/simplify';
import { faceCount, type PlaceholderModel } from '../../../placeholders/placeholderModel';
import { rigModel, skeletonOnly } from '../../../placeholders/rig/rigModel';
import { toCubeModel } from '../../../placeholders/voxels/cubeModel';
import type { Picture, Step } from '../recipe';
import { onParts } from './onParts';

/** Reads the bytes of a picture; rejects when they are gone. */
export type PictureReader = (picture: Picture) => Promise<Uint8Array>;

/** Faces that are left when nobody says how many. */
const fewest = 500;

/** Does one step to a thing. Rejects when the step cannot be done, and the message says why. */
export async function stepped(
	thing: PlaceholderModel,
	step: Step,
	read: PictureReader,
): Promise<PlaceholderModel> {
	switch (step.do) {
		case 'texture': {
			const { prompt: words, pictures, seed, parts } = step;
			const [first] = pictures ?? [];
			const picture = first && (await read(first));
			const look = { seed, ...(words === undefined ? {} : { words }), ...(picture && { picture }) };
			return onParts(unrigged(thing), parts, (one) => retexture(one, look));
		}
		case 'convert':
			return converted(thing, step);
		case 'stylize':
			return stylized(unrigged(thing), step);
		case 'segment':
			return segment(unrigged(thing));
		case 'complete':
			return onParts(thing, step.parts, async (one) => one);
		case 'decimate': {
			const { faceLimit, quad, parts } = step;
			const target = faceLimit ?? Math.max(fewest, Math.round(faceCount(thing) / 2));
			return onParts(unrigged(thing), parts, (one) => simplify(one, quad ? 2 * target : target));
		}
		case 'rig':
			return rigModel(thing, step.rigType, step.spec === 'mixamo' ? 'mixamo' : 'plain');
		case 'animate': {
			const moving = animate(thing, step.clips, !step.inPlace);
			return step.bare ? skeletonOnly(moving) : moving;
		}
	}
}

/** Blocks for the styles that are about blocks; the others are little things of plastic. */
async function stylized(
	thing: PlaceholderModel,
	{ style, blocks }: Extract<Step, { do: 'stylize' }>,
): Promise<PlaceholderModel> {
	return blocks === undefined
		? retexture(thing, { words: `${style.replace('_', ' ')}, shiny plastic`, seed: 0 })
		: toCubeModel(thing, blocks);
}

async function converted(
	thing: PlaceholderModel,
	step: Extract<Step, { do: 'convert' }>,
): Promise<PlaceholderModel> {
	const { faceLimit, quad, scale, centred, keepsRig, parts } = step;
	const kept = keepsRig ? thing : unrigged(thing);
	// A part that is not there fails like any other work on parts.
	const chosen = parts ? keepParts(await onParts(kept, parts, async (one) => one), parts) : kept;
	const fewer = faceLimit === undefined ? chosen : await simplify(chosen, quad ? 2 * faceLimit : faceLimit);
	const placed = centred ? setOrigin(fewer, 'bottom') : fewer;
	return scale === 1 ? placed : scaleBy(placed, scale);
}

/** Work on the mesh destroys the skeleton and everything that hangs on it. */
function unrigged({ skeleton, clips, surfaces, ...thing }: PlaceholderModel): PlaceholderModel {
	return { ...thing, surfaces: surfaces.map(({ skin, ...surface }) => surface) };
}
