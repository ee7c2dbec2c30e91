import type { Thing } from '../thing';
import { materialsOf, textureName } from './materials';
import { usdLayer } from './usd/layer';
import { alignedZip } from './zip';

/** USDZ wants file contents at multiples of this many bytes. */
const alignment = 64;

/** USDZ: a layer in text, first in the archive, and its textures. No skeleton, no clips. */
export function writeUsdz(thing: Thing): Uint8Array {
	const materials = materialsOf(thing.surfaces);
	const files = materials.pictures.map((picture, index) => textureName(index, picture));
	const layer = new TextEncoder().encode(usdLayer(thing, materials, files));
	const textures = materials.pictures.map(({ bytes }, index) => ({ name: files[index] ?? '', bytes }));
	return alignedZip([{ name: 'model.usda', bytes: layer }, ...textures], alignment);
}
