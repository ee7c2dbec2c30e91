import type { Thing } from '../thing';

/** Whose names the joints of a biped have: plain ones, or Mixamo's (`mixamorig:`). */
export type RigNames = 'plain' | 'mixamo';

/**
 * The thing with a skeleton and skin weights. The skeleton fits the body of `rigType` (see RigType; any other word
 * gets a biped's) into the thing's bounds. Clips that it had are gone.
 */
export function rigged(_thing: Thing, _rigType: string, _names: RigNames = 'plain'): Thing {
	throw new Error('not made yet');
}

/** The skeleton and its clips without the shape. */
export function armatureOf(thing: Thing): Thing {
	return { ...thing, surfaces: [] };
}
