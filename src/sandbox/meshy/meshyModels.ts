/** Generations of models that behave alike. */
export type MeshyFamily = 'lite' | '6' | '7' | 'smart';

export interface MeshModel {
	family: MeshyFamily;
	/** Takes `geometry_resolution`. */
	resolutions: boolean;
}

/** Every model that makes meshes or textures. `latest` is the newest standard one. */
export const meshModels: Readonly<Record<string, MeshModel>> = {
	'meshy-5': { family: 'lite', resolutions: false },
	'meshy-6-lite': { family: 'lite', resolutions: false },
	'meshy-6': { family: '6', resolutions: false },
	'meshy-7': { family: '7', resolutions: false },
	'meshy-7.1': { family: '7', resolutions: true },
	latest: { family: '7', resolutions: true },
	'meshy-t1': { family: 'smart', resolutions: false },
	'meshy-t2': { family: 'smart', resolutions: false },
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

/** Which models make pictures, and whether they know the two ratios that photographs have. */
export const pictureModels: Readonly<Record<string, { photoRatios: boolean }>> = {
	'nano-banana': { photoRatios: false },
	'nano-banana-2': { photoRatios: false },
	'nano-banana-2-lite': { photoRatios: false },
	'nano-banana-pro': { photoRatios: false },
	'gpt-image-2': { photoRatios: true },
	'gpt-image-2-5-flare': { photoRatios: true },
	'gpt-image-2-5-sunburst': { photoRatios: true },
};
