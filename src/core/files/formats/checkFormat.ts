import type { ByteSource } from './byteSource';
import { checkGzip, checkZip } from './checks/archives';
import type { Check, Checked } from './checks/check';
import { checkGlb } from './checks/glb';
import {
	checkBlend,
	checkFbx,
	checkFbxText,
	checkGltfText,
	checkObj,
	checkPly,
	checkStl,
	checkStlText,
	checkUsdc,
} from './checks/models';
import { checkBmp, checkBoxes, checkGif, checkJpeg, checkPng, checkWebp } from './checks/pictures';
import type { FormatId } from './formats';

const checks: Readonly<Partial<Record<FormatId, Check>>> = {
	glb: checkGlb,
	gltf: checkGltfText,
	fbx: checkFbx,
	fbxText: checkFbxText,
	obj: checkObj,
	stl: checkStl,
	stlText: checkStlText,
	ply: checkPly,
	usdc: checkUsdc,
	blend: checkBlend,
	usdz: checkZip,
	'3mf': checkZip,
	zip: checkZip,
	gzip: checkGzip,
	schem: checkGzip,
	png: checkPng,
	jpeg: checkJpeg,
	webp: checkWebp,
	gif: checkGif,
	bmp: checkBmp,
	heic: checkBoxes,
	avif: checkBoxes,
};

/** Looks through a file of this format; rejects with `fileInvalid` when it is cut or contradicts itself. */
export async function checkFormat(source: ByteSource, format: FormatId): Promise<Checked> {
	return (await checks[format]?.(source)) ?? { notes: [] };
}
