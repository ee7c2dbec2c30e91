import type { PlaceholderModel } from '../placeholderModel';
import { collectMaterials, textureName } from './fileMaterials';
import { usdLayer } from './usd/layer';
import { zipAligned } from './zip';

/** USDZ wants file contents at multiples of this many bytes. */
const alignment = 64;

/** USDZ: a layer in text, first in the archive, and its textures. No skeleton, no clips. */
export function writeUsdz(thing: PlaceholderModel): Uint8Array {
	const materials = collectMaterials(thing.surfaces);
	const files = materials.pictures.map((picture, index) => textureName(index, picture));
	const layer = new TextEncoder().encode(usdLayer(thing, materials, files));
	const textures = materials.pictures.map(({ bytes }, index) => ({ name: files[index] ?? '', bytes }));
	return zipAligned([{ name: 'model.usda', bytes: layer }, ...textures], alignment);
}
