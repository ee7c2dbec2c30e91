import { arc } from '../mesh/tube';
import type { PartBuilder } from '../partBuilder';

export function addPot(parts: PartBuilder): void {
	const cauldron = parts.hasWord('cauldron', 'kettle');
	const clay = parts.mainMaterial(cauldron ? 'iron' : 'clay');
	const tall = cauldron ? 0.75 : parts.random.vary(0.12);
	const wide = cauldron ? 1.5 : 1;
	const outside = '0.1 0, 0.13 0.02, 0.2 0.14, 0.22 0.26, 0.19 0.38, 0.11 0.47, 0.1 0.51, 0.14 0.56';
	parts.lathe(clay, `${outside}, 0.115 0.56, 0.085 0.5, 0.085 0.44`, 20, { scale: [wide, tall, wide] });
	if (cauldron) return;
	parts.bothSides(() => {
		const handle = arc(0.075 * tall, -80, 80, parts.segments(8));
		parts.tube(clay, handle, 0.016, 6, { at: [0.15, 0.42 * tall, 0] });
	});
}

export function addBottle(parts: PartBuilder): void {
	const colour = parts.random.pick(['d8324a', '3a7be0', '46b848', '9a46d0', 'e8a020']);
	const liquid = parts.tintedMaterial('crystal', colour);
	const wide = parts.random.vary(0.1);
	const belly = '0 0, 0.045 0, 0.065 0.015, 0.08 0.06, 0.075 0.1, 0.062 0.125';
	parts.lathe(liquid, belly, 18, { open: true, scale: [wide, 1, wide] });
	const neck = `${0.062 * wide} 0.125, 0.03 0.155, 0.026 0.2, 0.036 0.205, 0.036 0.22, 0.024 0.22`;
	parts.lathe(parts.fixedMaterial('glass'), neck, 18);
	parts.cylinder(parts.accentMaterial('leather', 'b98a5a'), [0.022, 0.027, 0.04], 10, { at: [0, 0.205, 0] });
	parts.lathe(parts.accentMaterial('cloth'), '0.031 0.163, 0.031 0.173', 18, { open: true });
}

export function addCup(parts: PartBuilder): void {
	if (parts.hasWord('mug', 'tankard', 'cup')) {
		const wood = parts.mainMaterial('oak');
		parts.lathe(wood, '0.05 0, 0.045 0.12, 0.038 0.12, 0.038 0.03', 18);
		parts.lathe(parts.accentMaterial('iron'), '0.053 0.015, 0.052 0.03', 18, { open: true });
		parts.tube(wood, arc(0.035, -90, 90, parts.segments(8)), 0.008, 6, { at: [0.045, 0.06, 0] });
		return;
	}
	const stem = '0.05 0, 0.045 0.012, 0.012 0.025, 0.012 0.055, 0.02 0.065, 0.012 0.075';
	const bowl = '0.045 0.1, 0.055 0.17, 0.048 0.17, 0.035 0.11';
	parts.lathe(parts.mainMaterial('gold'), `${stem}, ${bowl}`, 18);
	const jewel = parts.accentMaterial('ruby');
	parts.around(4, () => parts.sphere(jewel, 0.009, 6, { at: [0, 0.135, 0.051] }));
}
