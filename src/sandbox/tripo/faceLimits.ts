import type { Family } from './models';

/** Least and most faces that may be asked for, and what happens to a number outside. */
export interface FaceLimits {
	least: number;
	most: number;
	outside: 'clamped' | 'refused';
}

/** What of a request the limits follow. */
export interface Shape {
	quad: boolean;
	detailed: boolean;
	smartLowPoly: boolean;
}

const hTriangles: Readonly<Record<'H3.1' | 'H3.0' | 'H2.5', number>> = {
	'H3.1': 1_500_000,
	'H3.0': 1_000_000,
	'H2.5': 500_000,
};
const hQuads = 150_000;

/** A mesh rebuilt by hand-like rules, at generation or by `/mesh/decimate`. */
export function lowPolyLimits(quad: boolean): FaceLimits {
	return { least: 500, most: quad ? 10_000 : 20_000, outside: 'refused' };
}

/** H models bend a wrong number silently, P models refuse it, and so does smart low poly. */
export function faceLimitsFor(family: Family, { quad, detailed, smartLowPoly }: Shape): FaceLimits {
	switch (family) {
		case 'P1':
			return { least: 48, most: 20_000, outside: 'refused' };
		case 'P2':
			return { least: 48, most: quad ? 25_000 : 50_000, outside: 'refused' };
		default:
			if (smartLowPoly) {
				return lowPolyLimits(quad);
			}
			return {
				least: 1,
				most: quad ? hQuads : detailed ? 2_000_000 : hTriangles[family],
				outside: 'clamped',
			};
	}
}
