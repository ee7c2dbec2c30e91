import { faceted } from '../mesh/facets';
import { lathe } from '../mesh/lathe';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points2d } from '../points';

/** A tongue of flame: how wide and tall it is, how far it leans (degrees), and how far out it stands. */
interface Tongue {
	readonly wide: number;
	readonly tall: number;
	readonly lean: number;
	readonly out: number;
	readonly turn: number;
}

const outerTongues: readonly Tongue[] = [
	{ wide: 0.26, tall: 1, lean: 0, out: 0, turn: 0 },
	{ wide: 0.17, tall: 0.66, lean: 20, out: 0.16, turn: 115 },
	{ wide: 0.16, tall: 0.56, lean: 22, out: 0.17, turn: 230 },
	{ wide: 0.16, tall: 0.74, lean: 14, out: 0.15, turn: 345 },
];

const core: Tongue = { wide: 0.17, tall: 0.5, lean: 8, out: 0.2, turn: 25 };

/** Tongues of flame that stand on a point. */
export function addFlame(parts: PartBuilder, at: Vec3, size: number): void {
	const [flame, bright] = [
		parts.glowMaterial('flame', 'f2601c', 0.9),
		parts.glowMaterial('flame core', 'ffc83c', 0.9),
	];
	for (const tongue of [...outerTongues, core]) {
		const { wide, tall, lean, out, turn } = tongue;
		const profile = points2d(`0.05 0, ${wide} ${tall * 0.28}, ${wide * 0.6} ${tall * 0.6}, 0 ${tall}`);
		parts.group({ at, turn: [0, turn, 0], scale: size }, () => {
			const mesh = faceted(lathe(profile, parts.segments(7)));
			parts.add(tongue === core ? bright : flame, mesh, { at: [0, 0, out], turn: [lean, 0, 0] });
		});
	}
}
