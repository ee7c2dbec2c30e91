import { plus } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { addQuadruped, type QuadrupedShape } from './quadruped';

const dogShape: QuadrupedShape = {
	...{ back: 0.55, long: 0.62, girth: 0.15, leg: 0.05, rise: 0.16, reach: 0.08 },
	...{ neck: 0.09, head: 0.125, snout: 0.1, ears: 'hanging', tail: 'up' },
};

const catShape: QuadrupedShape = {
	...{ back: 0.28, long: 0.36, girth: 0.085, leg: 0.028, rise: 0.09, reach: 0.03 },
	...{ neck: 0.055, head: 0.085, snout: 0.02, ears: 'pointed', tail: 'up' },
};

export function addDog(parts: PartBuilder): void {
	const fox = parts.hasWord('fox');
	const wild = fox || parts.hasWord('wolf', 'husky', 'werewolf', 'coyote');
	const coat = parts.tintedMaterial('fur', fox ? 'c8642a' : wild ? '7a7c82' : undefined);
	const dark = parts.fixedMaterial('paint', '221c1a');
	const shape: QuadrupedShape = wild ? { ...dogShape, ears: 'pointed', tail: 'bushy' } : dogShape;
	parts.group({ scale: parts.byWord({ 'wolf, werewolf': 1.45, fox: 0.75 }) ?? 1 }, () => {
		const face = addQuadruped(parts, shape, { coat, feet: fox ? dark : coat, nose: dark });
		if (wild) return;
		const collar = parts.tintedMaterial('paint', 'b8322e');
		parts.tube(collar, '-0.1 -0.12 -0.05, 0 -0.17 0, 0.1 -0.12 -0.05', 0.02, 6, { at: face });
	});
}

export function addCat(parts: PartBuilder): void {
	const colour =
		parts.byWord({ panther: '26262c', tiger: 'd8822c', lion: 'c89a52' }) ??
		parts.random.pick(['6e6e74', 'c8803a', '3a3638', 'd8c8b0']);
	const coat = parts.tintedMaterial('fur', colour);
	const nose = parts.fixedMaterial('skin', 'c87a7a');
	parts.group({ scale: parts.hasWord('lion', 'tiger', 'panther', 'leopard') ? 3 : 1 }, () => {
		const face = addQuadruped(parts, catShape, { coat, feet: coat, nose });
		if (parts.hasWord('lion')) {
			const mane = { at: plus(face, [0, -0.015, -0.05]) };
			parts.blob(parts.fixedMaterial('fur', '6e4220'), [0.13, 0.14, 0.08], 0.08, 2, mane);
		}
		const stripe = parts.fixedMaterial('fur', '221a16');
		for (const z of parts.hasWord('tiger') ? [-0.12, -0.05, 0.02, 0.09] : []) {
			parts.cylinder(stripe, [0.088, 0.088, 0.022], 10, { at: [0, 0.196, z], turn: [90, 0, 0] });
		}
	});
}

export function addRabbit(parts: PartBuilder): void {
	const coat = parts.tintedMaterial('fur', parts.random.pick(['b8a48c', '8a7a6a', 'e8e2d8']));
	const ear = parts.hasWord('mouse', 'rat', 'hamster') ? 0.06 : 0.17;
	parts.blob(coat, [0.1, 0.11, 0.14], 0.03, 2, { at: [0, 0.12, -0.03] });
	parts.sphere(coat, 0.075, 12, { at: [0, 0.23, 0.1] });
	parts.bothSides(() => {
		const upright = { at: [0.035, 0.28, 0.08], turn: [-10, 0, -10], scale: [1, 1, 0.5] } as const;
		parts.cylinder(coat, [0.026, 0.014, ear], 7, upright);
		parts.sphere(coat, 0.035, 8, { at: [0.06, 0.03, 0.09], scale: [1, 0.8, 1.6] });
		parts.sphere(coat, 0.06, 8, { at: [0.08, 0.06, -0.08], scale: [0.7, 1, 1.2] });
		parts.sphere(parts.fixedMaterial('paint', '1a1614'), 0.013, 6, { at: [0.04, 0.25, 0.16] });
	});
	parts.sphere(parts.fixedMaterial('skin', 'd88a8a'), 0.014, 6, { at: [0, 0.225, 0.175] });
	parts.sphere(parts.fixedMaterial('fur', 'f4f0e8'), 0.04, 8, { at: [0, 0.12, -0.17] });
	parts.box(parts.fixedMaterial('porcelain'), [0.016, 0.02, 0.006], { at: [0, 0.185, 0.166] });
}
