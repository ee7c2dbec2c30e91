import type { EncodedImage, Surface } from '../surface';

/** A material of a file: the look of one surface or of several that look the same. */
export interface FileMaterial {
	/** Letters, digits and underscores, unlike all others of the file. */
	readonly name: string;
	readonly look: Surface;
	/** Index of its picture among those of the file. */
	readonly texture?: number;
}

export interface FileMaterials {
	readonly list: readonly FileMaterial[];
	readonly pictures: readonly EncodedImage[];
	/** For each surface the index of its material. */
	readonly of: readonly number[];
}

/** A name that every format takes. */
export function uniqueName(name: string, used: ReadonlySet<string>): string {
	const stem = name.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'unnamed';
	let plain = stem;
	for (let count = 2; used.has(plain); count++) plain = `${stem}_${count}`;
	return plain;
}

/** Whether two surfaces can share one material. */
export function sameLook(one: Surface, other: Surface): boolean {
	return (
		(one.material ?? one.name) === (other.material ?? other.name) &&
		one.picture === other.picture &&
		one.colour.every((value, channel) => value === other.colour[channel]) &&
		one.metallic === other.metallic &&
		one.roughness === other.roughness &&
		one.glow === other.glow &&
		one.once === other.once &&
		one.cutOut === other.cutOut
	);
}

/** The materials and pictures that a file of these surfaces needs, each once. */
export function collectMaterials(surfaces: readonly Surface[]): FileMaterials {
	const list: FileMaterial[] = [];
	const pictures: EncodedImage[] = [];
	const names = new Set<string>();
	const of = surfaces.map((look) => {
		const known = list.findIndex((material) => sameLook(material.look, look));
		if (known >= 0) return known;
		const name = uniqueName(look.material ?? look.name, names);
		names.add(name);
		if (!look.picture) return list.push({ name, look }) - 1;
		const shared = pictures.indexOf(look.picture);
		const texture = shared >= 0 ? shared : pictures.push(look.picture) - 1;
		return list.push({ name, look, texture }) - 1;
	});
	return { list, pictures, of };
}

/** What a picture is called beside a model: `texture_0.png`. */
export function textureName(index: number, { mimeType }: EncodedImage): string {
	return `texture_${index}.${mimeType === 'image/jpeg' ? 'jpg' : 'png'}`;
}
