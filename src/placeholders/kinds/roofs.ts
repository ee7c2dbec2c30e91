import type { Material } from '../material';
import type { Mesh } from '../mesh/mesh';
import { posed } from '../mesh/pose';
import { mirrored, prism } from '../mesh/prism';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';

/** A gable roof with its ridge along x: two slabs over a filled gable. */
export function gable(width: number, height: number, depth: number, thick = 0.16): Mesh {
	const reach = depth / 2;
	const slab = mirrored([
		[0, height - thick * 1.4],
		[reach, -thick * 0.6],
		[reach, thick * 0.6],
		[0, height + thick],
	]);
	return posed(prism(slab, width), { turn: [0, 90, 0] });
}

/** A framed window on a wall that faces +z; `at` is the middle of its lower edge. */
export function addWindow(parts: PartBuilder, frame: Material, at: Vec3, width = 0.8, height = 1): void {
	parts.group({ at }, () => {
		const glass = parts.fixedMaterial('glass', '7fb2c8');
		parts.box(frame, [width + 0.16, height + 0.16, 0.06], { at: [0, -0.08, 0.02] });
		parts.box(glass, [width, height, 0.06], { at: [0, 0, 0.035] });
		parts.box(frame, [0.06, height, 0.08], { at: [0, 0, 0.04] });
		parts.box(frame, [width, 0.06, 0.08], { at: [0, height / 2 - 0.03, 0.04] });
	});
}
