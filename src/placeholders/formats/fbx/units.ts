import { rounded } from '../../literals';
import type { Vec3 } from '../../mesh/vector';

/** FBX is at home in centimetres, and not every reader minds its unit factor. */
export const perMetre = 100;

/** Ticks of FBX's clock. */
const ticksPerSecond = 46_186_158_000;

export function centimetres([x, y, z]: Vec3): Vec3 {
	return [rounded(x * perMetre, 1e5), rounded(y * perMetre, 1e5), rounded(z * perMetre, 1e5)];
}

export function ticks(seconds: number): bigint {
	return BigInt(Math.round(seconds * ticksPerSecond));
}

/** A matrix that only moves; rows are what others call columns. */
export function translationMatrix(by: Vec3): Float64Array {
	return Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, ...centimetres(by), 1);
}
