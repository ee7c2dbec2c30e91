import type { Family } from './models';

/** Least and most faces that may be asked for, and what happens to a number outside. */
export interface FaceLimits {
	least: number;
	most: number;
	outside: 'clamped' | 'refused';
}

const hPlain: Readonly<Record<'H3.1' | 'H3.0' | 'H2.5', number>> = {
	'H3.1': 1_500_000,
	'H3.0': 1_000_000,
	'H2.5': 500_000,
};

/** Triangles. H models bend a wrong number silently, P models refuse it, and so does smart low poly. */
export function faceLimitsFor(family: Family, detailed: boolean, smartLowPoly: boolean): FaceLimits {
	switch (family) {
		case 'P1':
			return { least: 48, most: 20_000, outside: 'refused' };
		case 'P2':
			return { least: 48, most: 50_000, outside: 'refused' };
		default:
			return smartLowPoly
				? { least: 500, most: 20_000, outside: 'refused' }
				: { least: 1, most: detailed ? 2_000_000 : hPlain[family], outside: 'clamped' };
	}
}
