import type { PlaceholderModel } from '../placeholderModel';
import { writeBvh } from './bvh';
import { writeFbx } from './fbx/write';
import { writeGlb, writeGltf } from './gltf';
import type { ModelFiles } from './modelFiles';
import { writeObj } from './obj';
import { writeStl } from './stl';
import { write3mf } from './threeMf';
import { writeUsdz } from './usdz';

type Written = Uint8Array | ModelFiles;

const writers = {
	glb: writeGlb,
	gltf: writeGltf,
	fbx: writeFbx,
	obj: writeObj,
	stl: writeStl,
	usdz: writeUsdz,
	'3mf': write3mf,
	bvh: writeBvh,
} satisfies Record<string, (model: PlaceholderModel, quads: boolean) => Written | Promise<Written>>;

export type ModelFormat = keyof typeof writers;

/**
 * The model in a file format; the same model gives the same bytes.
 *
 * glTF, OBJ and USDZ are in metres with y up, FBX in centimetres with y up, STL and 3MF in millimetres with z up.
 * Skeletons and clips are in glTF and FBX, and one clip of a skeleton alone in BVH; textures in all but STL and 3MF,
 * colours in all but STL.
 * @param quads FBX only: flat pairs of triangles are written as quads.
 */
export async function writeModel(
	model: PlaceholderModel,
	format: ModelFormat,
	{ quads = false }: { readonly quads?: boolean } = {},
): Promise<ModelFiles> {
	const written = await writers[format](model, quads);
	if (!(written instanceof Uint8Array)) return written;
	return { main: { name: `model.${format}`, bytes: written }, others: [] };
}
