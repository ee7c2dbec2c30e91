import type { Material } from '../material';
import { sheets } from '../mesh/facets';
import type { Vec3 } from '../mesh/vector';
import type { Bench } from '../partBuilder';
import type { Anchors } from './figure';

/** A cape from the shoulders down the back. */
export function addCape(bench: Bench, { shoulder }: Anchors, fallback: Material): void {
	const cape = bench.named('cape', 'cloth', fallback);
	const point = (x: number, y: number, z: number): Vec3 => [x, y, z];
	const top = shoulder * 0.85;
	bench.add(
		cape,
		sheets([
			[
				point(-top, 1.41, -0.1),
				point(top, 1.41, -0.1),
				point(0.27, 0.9, -0.24),
				point(-0.27, 0.9, -0.24),
			].reverse(),
			[
				point(-0.27, 0.9, -0.24),
				point(0.27, 0.9, -0.24),
				point(0.34, 0.28, -0.3),
				point(-0.34, 0.28, -0.3),
			].reverse(),
		]),
	);
}
