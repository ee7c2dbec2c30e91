/** Models that one call takes, each with the family that it behaves like, and what happens without one. */
export interface ModelMenu {
	readonly families: Readonly<Record<string, string>>;
	/** Taken when none is named; without it a model has to be named. */
	readonly fallback?: string;
	/** Models that once existed; naming one is told apart from a typing error (code 2015, not 1004). */
	readonly retired?: readonly string[];
}

/** The generations that behave alike. H models share one concurrency category, P models another. */
export type TripoFamily = 'H3.1' | 'H3.0' | 'H2.5' | 'P1' | 'P2';

export const highPoly: readonly TripoFamily[] = ['H3.1', 'H3.0', 'H2.5'];

const retiredModels = ['v1.3-20240522', 'v1.4-20240625', 'v2.0-20240919', 'Turbo-v1.0-20250506'];

export const generationModels: ModelMenu & { families: Readonly<Record<string, TripoFamily>> } = {
	families: {
		'v3.1-20260211': 'H3.1',
		'v3.0-20250812': 'H3.0',
		'v2.5-20250123': 'H2.5',
		'P1-20260311': 'P1',
		'P2-20260801': 'P2',
	},
	retired: retiredModels,
};

/** The one that `texture_quality: "fast"` needs. */
export const newestTextureModel = 'v3.5-20260815';

export const textureModels: ModelMenu = {
	families: { [newestTextureModel]: 'T3.5', 'v3.0-20250812': 'T3.0', 'v2.5-20250123': 'T2.5' },
	fallback: 'v3.0-20250812',
	retired: retiredModels,
};

/** `v1.0` knows two-legged bodies only. */
export const rigModels: ModelMenu = {
	families: { 'v1.0-20240301': 'R1', 'v2.5-20260210': 'R2.5' },
	fallback: 'v1.0-20240301',
	retired: ['v2.0-20250506'],
};

export const segmentModels: ModelMenu = {
	families: { 'v1.0-20250506': 'S1', 'v2.0-20260430': 'S2' },
	fallback: 'v1.0-20250506',
};

/** The longer names are what the models were called in the older API. */
export const decimateModels: ModelMenu = {
	families: { 'v2.0': 'D2', 'v1.0': 'D1', 'P-v2.0-20251225': 'D2', 'P-v1.0-20250506': 'D1' },
	fallback: 'v2.0',
};

/** Picture models that take a picture; the vendors' own names for them are not known to the service. */
const pictureFamilies = {
	seedream_v5: 'seedream',
	banana: 'banana',
	banana_pro: 'banana',
	banana2: 'banana',
	chat_image_2: 'chat2',
	'chat_image_2.5_flare': 'chat2.5',
	'chat_image_2.5_sunburst': 'chat2.5',
} as const;

/** `chat_image_1.5` goes on 2026-12-01; nobody should begin with it any more. */
const retiredPictureModels = ['chat_image_1', 'chat_image_1.5'];

export const textToImageModels: ModelMenu = {
	families: { seedream_v4: 'seedream', ...pictureFamilies },
	fallback: 'seedream_v4',
	retired: retiredPictureModels,
};

export const imageToImageModels: ModelMenu = {
	families: pictureFamilies,
	fallback: 'seedream_v5',
	retired: retiredPictureModels,
};

export function isLowPoly(family: string): boolean {
	return family === 'P1' || family === 'P2';
}
