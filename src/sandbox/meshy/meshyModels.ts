/** Generations of models that behave alike. */
export type MeshyFamily = 'lite' | '6' | '7' | 'smart';

/** A model that makes meshes or textures. */
export interface MeshModel {
	family: MeshyFamily;
	/** Credits for a bare mesh. */
	credits: number;
	/** Takes `geometry_resolution`. */
	resolutions?: boolean;
}

/** `latest` is the newest standard one. */
export const meshModels: Readonly<Record<string, MeshModel>> = {
	'meshy-5': { family: 'lite', credits: 5 },
	'meshy-6-lite': { family: 'lite', credits: 5 },
	'meshy-6': { family: '6', credits: 20 },
	'meshy-7': { family: '7', credits: 20 },
	'meshy-7.1': { family: '7', credits: 20, resolutions: true },
	latest: { family: '7', credits: 20, resolutions: true },
	'meshy-t1': { family: 'smart', credits: 20 },
	'meshy-t2': { family: 'smart', credits: 5 },
};

export const standardModels: readonly string[] = [
	'meshy-6-lite',
	'meshy-6',
	'meshy-7.1',
	'latest',
	// Deprecated, and taken all the same.
	'meshy-5',
	'meshy-7',
];

export const defaultModel = 'latest';
export const defaultSmartModel = 'meshy-t2';

/** The one model that textures after several pictures, and wants to be named. */
export const multiviewModel = 'meshy-7';

export function familyOf(model: string): MeshyFamily {
	return meshModels[model]?.family ?? '7';
}

/** A model that makes pictures: credits from words and from pictures, and whether it knows the ratios of photographs. */
export interface PictureModel {
	words: number;
	pictures: number;
	photoRatios?: boolean;
}

const gptImage: PictureModel = { words: 9, pictures: 12, photoRatios: true };

export const pictureModels: Readonly<Record<string, PictureModel>> = {
	'nano-banana': { words: 3, pictures: 3 },
	'nano-banana-2': { words: 6, pictures: 6 },
	// Nobody has published this one's price; it is called the cheapest.
	'nano-banana-2-lite': { words: 3, pictures: 3 },
	'nano-banana-pro': { words: 9, pictures: 9 },
	'gpt-image-2': gptImage,
	'gpt-image-2-5-flare': gptImage,
	'gpt-image-2-5-sunburst': gptImage,
};
