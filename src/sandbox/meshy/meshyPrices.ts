import { meshModels, pictureModels } from './meshyModels';

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

/** What of a mesh request decides its price. */
export interface PricedMesh {
	model: string;
	lowPoly: boolean;
	finer: boolean;
	/** Without one the mesh stays bare. */
	texture?: TextureResolution | undefined;
}

export function meshPrice(work: PricedMesh): number {
	const bare = work.lowPoly ? lowPolyMesh : (meshModels[work.model]?.credits ?? lowPolyMesh);
	return bare + (work.finer ? finerGeometry : 0) + (work.texture ? texturePrice(work.texture) : 0);
}

export function texturePrice(resolution: TextureResolution): number {
	return texture[resolution];
}

export function animationPrice(actions: number): number {
	return perAction * actions;
}

export function picturePrice(model: string, from: 'words' | 'pictures'): number {
	return pictureModels[model]?.[from] ?? 0;
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
