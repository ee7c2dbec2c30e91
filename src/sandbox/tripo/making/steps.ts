import { animated } from '../../../placeholders/clips/animated';
import { onlyParts, parted } from '../../../placeholders/meshOperations/parted';
import { retextured } from '../../../placeholders/meshOperations/retextured';
import { scaledBy, withOrigin } from '../../../placeholders/meshOperations/scaled';
import { simplified } from '../../../placeholders/meshOperations/simplified';
import { armatureOf, rigged } from '../../../placeholders/rig/rigged';
import { faceCount, type Thing } from '../../../placeholders/thing';
import { blocky } from '../../../placeholders/voxels/blocky';
import type { Picture, Step } from '../recipe';
import { onParts } from './onParts';

/** Reads the bytes of a picture; rejects when they are gone. */
export type PictureReader = (picture: Picture) => Promise<Uint8Array>;

/** Faces that are left when nobody says how many. */
const fewest = 500;

/** Does one step to a thing. Rejects when the step cannot be done, and the message says why. */
export async function stepped(thing: Thing, step: Step, read: PictureReader): Promise<Thing> {
	switch (step.do) {
		case 'texture': {
			const { prompt: words, pictures, seed, parts } = step;
			const [first] = pictures ?? [];
			const picture = first && (await read(first));
			const look = { seed, ...(words === undefined ? {} : { words }), ...(picture && { picture }) };
			return onParts(unrigged(thing), parts, (one) => retextured(one, look));
		}
		case 'convert':
			return converted(thing, step);
		case 'stylize':
			return stylized(unrigged(thing), step);
		case 'segment':
			return parted(unrigged(thing));
		case 'complete':
			return onParts(thing, step.parts, async (one) => one);
		case 'decimate': {
			const { faceLimit, quad, parts } = step;
			const target = faceLimit ?? Math.max(fewest, Math.round(faceCount(thing) / 2));
			return onParts(unrigged(thing), parts, (one) => simplified(one, quad ? 2 * target : target));
		}
		case 'rig':
			return rigged(thing, step.rigType, step.spec === 'mixamo' ? 'mixamo' : 'plain');
		case 'animate': {
			const moving = animated(thing, step.clips, !step.inPlace);
			return step.bare ? armatureOf(moving) : moving;
		}
	}
}

/** Blocks for the styles that are about blocks; the others are little things of plastic. */
async function stylized(thing: Thing, { style, blocks }: Extract<Step, { do: 'stylize' }>): Promise<Thing> {
	return blocks === undefined
		? retextured(thing, { words: `${style.replace('_', ' ')}, shiny plastic`, seed: 0 })
		: blocky(thing, blocks);
}

async function converted(thing: Thing, step: Extract<Step, { do: 'convert' }>): Promise<Thing> {
	const { faceLimit, quad, scale, centred, keepsRig, parts } = step;
	const kept = keepsRig ? thing : unrigged(thing);
	// A part that is not there fails like any other work on parts.
	const chosen = parts ? onlyParts(await onParts(kept, parts, async (one) => one), parts) : kept;
	const fewer = faceLimit === undefined ? chosen : await simplified(chosen, quad ? 2 * faceLimit : faceLimit);
	const placed = centred ? withOrigin(fewer, 'bottom') : fewer;
	return scale === 1 ? placed : scaledBy(placed, scale);
}

/** Work on the mesh destroys the skeleton and everything that hangs on it. */
function unrigged({ skeleton, clips, surfaces, ...thing }: Thing): Thing {
	return { ...thing, surfaces: surfaces.map(({ skin, ...surface }) => surface) };
}
