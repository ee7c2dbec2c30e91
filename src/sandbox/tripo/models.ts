/** The model generations that behave alike. H models share one concurrency category, P models another. */
export type Family = 'H3.1' | 'H3.0' | 'H2.5' | 'P1' | 'P2';

export const families: Readonly<Record<string, Family>> = {
	'v3.1-20260211': 'H3.1',
	'v3.0-20250812': 'H3.0',
	'v2.5-20250123': 'H2.5',
	'P1-20260311': 'P1',
	'P2-20260801': 'P2',
};

/** Models that once existed; naming one is told apart from a typing error (code 2015, not 1004). */
export const retiredModels: readonly string[] = [
	'v1.3-20240522',
	'v1.4-20240625',
	'v2.0-20240919',
	'Turbo-v1.0-20250506',
];

export const newestTextureModel = 'v3.5-20260815';
export const textureModels: readonly string[] = [newestTextureModel, 'v3.0-20250812', 'v2.5-20250123'];

export function isLowPoly(family: Family): boolean {
	return family === 'P1' || family === 'P2';
}
