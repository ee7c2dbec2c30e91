import { type EncodedImage, materialName, type Surface } from '../surface';

/** A material of a file: the look of one surface or of several that look the same. */
export interface FileMaterial {
	/** Letters, digits and underscores, unlike all others of the file. */
	readonly name: string;
	readonly look: Surface;
	/** Index of its texture among those of the file. */
	readonly texture?: number;
}

/** What the materials of a file are, and which surface has which. */
export interface FileMaterials {
	readonly list: readonly FileMaterial[];
	readonly textures: readonly EncodedImage[];
	/** For each surface the index of its material. */
	readonly of: readonly number[];
}

/** A name that every format takes, unlike those used before; it is added to them. */
export function uniqueName(name: string, used: Set<string>): string {
	const stem = name.replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '') || 'unnamed';
	let unique = stem;
	for (let count = 2; used.has(unique); count++) unique = `${stem}_${count}`;
	used.add(unique);
	return unique;
}

/** Whether two surfaces can share one material. */
function sameLook(one: Surface, other: Surface): boolean {
	const keys = ['texture', 'metallic', 'roughness', 'glow', 'clamped', 'alphaMask'] as const;
	return (
		materialName(one) === materialName(other) &&
		one.colour.every((value, channel) => value === other.colour[channel]) &&
		keys.every((key) => one[key] === other[key])
	);
}

/** The materials and textures that a file of these surfaces needs, each once. */
export function collectMaterials(surfaces: readonly Surface[]): FileMaterials {
	const list: FileMaterial[] = [];
	const textures: EncodedImage[] = [];
	const names = new Set<string>();
	const of = surfaces.map((look) => {
		const known = list.findIndex((material) => sameLook(material.look, look));
		if (known >= 0) return known;
		const name = uniqueName(materialName(look), names);
		if (!look.texture) return list.push({ name, look }) - 1;
		const shared = textures.indexOf(look.texture);
		const texture = shared >= 0 ? shared : textures.push(look.texture) - 1;
		return list.push({ name, look, texture }) - 1;
	});
	return { list, textures, of };
}

/** What a texture is called beside a model: `texture_0.png`. */
export function textureFile(index: number, { mimeType }: EncodedImage): string {
	return `texture_${index}.${mimeType === 'image/jpeg' ? 'jpg' : 'png'}`;
}

/** The names of all textures of a file. */
export function textureFiles({ textures }: FileMaterials): string[] {
	return textures.map((texture, index) => textureFile(index, texture));
}
