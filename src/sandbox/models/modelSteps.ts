import { animated } from '../../placeholders/clips/animated';
import { lasting } from '../../placeholders/clips/lasting';
import { bare } from '../../placeholders/meshOperations/bare';
import { mended } from '../../placeholders/meshOperations/mended';
import { onlyParts, parted } from '../../placeholders/meshOperations/parted';
import { retextured } from '../../placeholders/meshOperations/retextured';
import { scaled, scaledBy, withOrigin } from '../../placeholders/meshOperations/scaled';
import { simplified } from '../../placeholders/meshOperations/simplified';
import { unwrapped } from '../../placeholders/meshOperations/unwrapped';
import { armatureOf, rigged } from '../../placeholders/rig/rigged';
import { faceCount, type Thing } from '../../placeholders/thing';
import { blocky } from '../../placeholders/voxels/blocky';
import type { ModelStep, PictureRecipe } from './recipe';

/** Reads the bytes of a picture; rejects when they are gone. */
export type PictureReader = (picture: PictureRecipe) => Promise<Uint8Array>;

type Texture = Extract<ModelStep, { do: 'texture' }>;
type Simplify = Extract<ModelStep, { do: 'simplify' }>;

/** Faces that are left when no number is given and half would be fewer. */
const fewestFaces = 500;

/** Applies one step. Rejects with the reason when the step cannot be done. */
export async function applyStep(thing: Thing, step: ModelStep, read: PictureReader): Promise<Thing> {
	switch (step.do) {
		case 'strip':
			return bare(thing);
		case 'unrig':
			return unrigged(thing);
		case 'texture':
			return texture(thing, step, read);
		case 'simplify':
			return simplify(thing, step);
		case 'segment':
			return parted(thing);
		case 'complete':
			return onParts(thing, step.parts, async (part) => part);
		case 'keepParts':
			return onlyParts(await onParts(thing, step.parts, async (part) => part), step.parts);
		case 'voxelize':
			return blocky(thing, step.blocks);
		case 'resize':
			return scaled(thing, step.metres, step.axis);
		case 'scale':
			return scaledBy(thing, step.factor);
		case 'place':
			return withOrigin(thing, step.origin);
		case 'unwrap':
			return unwrapped(thing);
		case 'rig':
			return rigged(thing, step.rigType, step.names);
		case 'animate':
			return animated(thing, step.clips, step.travels);
		case 'move':
			return lasting(animated(thing, [step.words.replaceAll(':', ' ')]), step.seconds);
		case 'repair':
			return mended(thing);
		case 'armature':
			return armatureOf(thing);
	}
}

async function texture(thing: Thing, step: Texture, read: PictureReader): Promise<Thing> {
	const { words, seed } = step;
	const picture = step.picture && (await read(step.picture));
	const look = { seed, ...(words !== undefined && { words }), ...(picture && { picture }) };
	return onParts(thing, step.parts, (part) => retextured(part, look));
}

function simplify(thing: Thing, { faces, quads, parts }: Simplify): Promise<Thing> {
	const target = faces ?? Math.max(fewestFaces, Math.round(faceCount(thing) / 2));
	return onParts(thing, parts, (part) => simplified(part, quads ? 2 * target : target));
}

function unrigged({ skeleton, clips, surfaces, ...thing }: Thing): Thing {
	return { ...thing, surfaces: surfaces.map(({ skin, ...surface }) => surface) };
}

/** Works on the named parts, or on all without names. Rejects when the thing has no part of one of the names. */
async function onParts(
	thing: Thing,
	names: readonly string[] | undefined,
	work: (part: Thing) => Promise<Thing>,
): Promise<Thing> {
	if (!names) return work(thing);
	const missing = names.find((name) => !thing.surfaces.some((surface) => surface.name === name));
	if (missing !== undefined) throw new Error(`there is no part called ${missing}`);
	const chosen = thing.surfaces.filter(({ name }) => names.includes(name));
	const others = thing.surfaces.filter(({ name }) => !names.includes(name));
	const done = await work({ ...thing, surfaces: chosen });
	return { ...done, surfaces: [...done.surfaces, ...others] };
}
