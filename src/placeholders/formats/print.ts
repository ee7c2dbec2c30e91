import type { Vec3 } from '../mesh/vector';

/** Printers' formats are read as millimetres with z up; a model's front, +z, is then towards -y. */
export function toPrintSpace([x, y, z]: Vec3): Vec3 {
	return [x * 1000, -z * 1000, y * 1000];
}
