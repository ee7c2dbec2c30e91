import { pngOf } from './pictures/png';
import { photographed } from './render/develop';
import { drawablesOf } from './render/scene';
import type { Thing } from './thing';
import { readGlb } from './upload/readGlb';

const side = 256;

/** A small picture of a thing: PNG, 256 × 256, seen from its front right, on a transparent ground. */
export function portraitOf({ surfaces }: Thing): Uint8Array {
	return pngOf(photographed(drawablesOf(surfaces), { side }));
}

/** `portraitOf` for a GLB. */
export async function previewOf(glb: Uint8Array): Promise<Uint8Array> {
	return portraitOf(await readGlb(glb));
}
