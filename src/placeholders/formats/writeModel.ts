import type { PlaceholderModel } from '../placeholderModel';
import { writeBvh } from './bvh';
import { writeFbx } from './fbx/write';
import { writeGlb, writeGltf } from './gltf';
import type { ModelFiles } from './modelFiles';
import { writeObj } from './obj';
import { writeStl } from './stl';
import { write3mf } from './threeMf';
import { writeUsdz } from './usdz';

export type ModelFormat = 'glb' | 'gltf' | 'fbx' | 'obj' | 'stl' | 'usdz' | '3mf' | 'bvh';

export interface FormatOptions {
	/** FBX only: flat pairs of triangles are written as quads. */
	readonly quads?: boolean;
}

/**
 * The thing in a file format; the same thing gives the same bytes.
 *
 * glTF, OBJ and USDZ are in metres with y up, FBX in centimetres with y up, STL and 3MF in millimetres with z up.
 * Skeletons and clips are in glTF and FBX, and one clip of a skeleton alone in BVH; textures in all but STL and 3MF, colours in all but STL.
 */
export async function writeModel(
	thing: PlaceholderModel,
	format: ModelFormat,
	{ quads = false }: FormatOptions = {},
): Promise<ModelFiles> {
	const alone = (bytes: Uint8Array): ModelFiles => ({ main: { name: `model.${format}`, bytes }, others: [] });
	switch (format) {
		case 'glb':
			return alone(await writeGlb(thing));
		case 'gltf':
			return writeGltf(thing);
		case 'fbx':
			return alone(writeFbx(thing, quads));
		case 'obj':
			return writeObj(thing);
		case 'stl':
			return alone(writeStl(thing));
		case 'usdz':
			return alone(writeUsdz(thing));
		case '3mf':
			return alone(write3mf(thing));
		case 'bvh':
			return alone(writeBvh(thing));
	}
}
