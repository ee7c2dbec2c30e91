/** Credits for a bare mesh, by model. */
const mesh: Readonly<Record<string, number>> = {
	'meshy-5': 5,
	'meshy-6-lite': 5,
	'meshy-6': 20,
	'meshy-7': 20,
	'meshy-7.1': 20,
	latest: 20,
	'meshy-t1': 20,
	'meshy-t2': 5,
};

/** Whatever model it names. */
const lowPolyMesh = 20;

/** On top for geometry that is finer than standard. */
const finerGeometry = 5;

export type TextureResolution = '2k' | '4k' | '8k';

/** Credits for a texture: with a mesh, in a refine, or new on an old mesh. */
const texture: Readonly<Record<TextureResolution, number>> = { '2k': 10, '4k': 10, '8k': 15 };

/** Operations that have one price. */
export const flatPrices = {
	remesh: 5,
	convert: 1,
	resize: 1,
	'uv-unwrap': 5,
	rig: 5,
	analyze: 0,
	repair: 10,
} as const;

const perAction = 3;

/** Credits for a motion, by mode. */
export const motionPrices = { prime: 10, swift: 3 } as const;

/** Credits for a picture, or for a set of views, from words and from pictures. */
const picture: Readonly<Record<string, { words: number; pictures: number }>> = {
	'nano-banana': { words: 3, pictures: 3 },
	// Nobody has published this one's price; it is called the cheapest.
	'nano-banana-2-lite': { words: 3, pictures: 3 },
	'nano-banana-2': { words: 6, pictures: 6 },
	'nano-banana-pro': { words: 9, pictures: 9 },
	'gpt-image-2': { words: 9, pictures: 12 },
	'gpt-image-2-5-flare': { words: 9, pictures: 12 },
	'gpt-image-2-5-sunburst': { words: 9, pictures: 12 },
};

/** What of a mesh request decides its price. */
export interface PricedMesh {
	model: string;
	lowPoly: boolean;
	finer: boolean;
	/** Without one the mesh stays bare. */
	texture?: TextureResolution | undefined;
}

export function meshPrice(work: PricedMesh): number {
	const bare = work.lowPoly ? lowPolyMesh : (mesh[work.model] ?? lowPolyMesh);
	return bare + (work.finer ? finerGeometry : 0) + (work.texture ? texturePrice(work.texture) : 0);
}

export function texturePrice(resolution: TextureResolution): number {
	return texture[resolution];
}

export function animationPrice(actions: number): number {
	return perAction * actions;
}

export function picturePrice(model: string, from: 'words' | 'pictures'): number {
	return picture[model]?.[from] ?? 0;
}

/** Seconds of work. The real ones take several times as long, in about these proportions. */
export const typicalSeconds = {
	mesh: 25,
	smartMesh: 12,
	refine: 60,
	texturedMesh: 90,
	retexture: 60,
	remesh: 15,
	convert: 4,
	resize: 4,
	'uv-unwrap': 10,
	rig: 20,
	animate: 10,
	motion: 15,
	analyze: 4,
	repair: 10,
	picture: 8,
} as const;
