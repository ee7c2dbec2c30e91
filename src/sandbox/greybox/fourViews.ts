import type { Thing } from './thing';

/** Pictures of a thing from four sides, PNG. Left is the subject's own left (+x). */
export interface FourViews {
	readonly front: Uint8Array;
	readonly left: Uint8Array;
	readonly back: Uint8Array;
	readonly right: Uint8Array;
}

/** Parallel views at one scale, on a plain ground. */
export async function fourViews(_thing: Thing, _side = 512): Promise<FourViews> {
	throw new Error('not made yet');
}
