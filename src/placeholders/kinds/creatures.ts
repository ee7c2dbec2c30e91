import type { Material } from '../material';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points2d } from '../points';

const birdColours = {
	'crow, raven, penguin': '26262e',
	'eagle, owl, turkey': '6e4c30',
	parrot: 'd83a2e',
	duck: 'e8d24a',
};

export function addBird(parts: PartBuilder): void {
	const feather = parts.tintedMaterial('fur', parts.byWord(birdColours) ?? 'ece6da');
	const orange = parts.fixedMaterial('paint', 'e8962c');
	const spine = '0 0.32 -0.22, 0 0.26 -0.1, 0 0.24 0.04, 0 0.34 0.13, 0 0.46 0.14';
	parts.tube(feather, spine, [0.03, 0.11, 0.13, 0.085, 0.07], 10);
	parts.sphere(feather, 0.082, 12, { at: [0, 0.48, 0.15] });
	parts.cylinder(orange, [0.032, 0, 0.1], 6, { at: [0, 0.475, 0.215], turn: [95, 0, 0] });
	parts.bothSides(() => {
		parts.sphere(parts.fixedMaterial('paint', '1a1614'), 0.014, 6, { at: [0.055, 0.5, 0.2] });
		parts.blob(feather, [0.03, 0.08, 0.13], 0.05, 1, { at: [0.13, 0.27, -0.03], turn: [14, 0, 0] });
		parts.cylinder(orange, [0.012, 0.012, 0.14], 5, { at: [0.055, 0.02, 0.02] });
		const foot = { at: [0.055, 0.01, -0.02], turn: [90, 0, 0] } as const;
		parts.symmetricPrism(orange, '0 0, 0.05 0.09, 0 0.07', 0.018, foot);
	});
	for (const lean of [-14, 0, 14]) {
		const tail = { at: [0, 0.28, -0.17], turn: [-55, 0, lean] } as const;
		parts.symmetricPrism(feather, '0 0, 0.045 0.1, 0.03 0.2, 0 0.22', 0.015, tail);
	}
	if (!parts.hasWord('chicken', 'hen', 'rooster', 'turkey')) return;
	const red = parts.fixedMaterial('paint', 'c8281e');
	for (const [y, z] of points2d('0.57 0.18, 0.585 0.14, 0.57 0.1')) {
		parts.sphere(red, 0.026, 6, { at: [0, y, z], scale: [0.6, 1, 1] });
	}
	parts.sphere(red, 0.024, 6, { at: [0, 0.42, 0.225] });
}

export function addFish(parts: PartBuilder): void {
	const large = parts.hasWord('shark', 'dolphin', 'whale');
	const hide = large
		? parts.tintedMaterial('plaster', '6a7c8c')
		: parts.tintedMaterial('scales', parts.random.pick(['e0802c', '4a8ac8', '8a9aa8']));
	parts.group({ scale: large ? [5, 5, 9] : 1 }, () => {
		const spine = '0 0.14 -0.22, 0 0.14 -0.12, 0 0.14 -0.02, 0 0.14 0.08, 0 0.14 0.16, 0 0.14 0.22';
		parts.tube(hide, spine, [0.012, 0.05, 0.085, 0.09, 0.065, 0.01], 12, { scale: [0.62, 1, 1] });
		const tail = { at: [0, 0.14, -0.19], turn: [-90, 0, 90] } as const;
		parts.symmetricPrism(hide, '0 0.05, 0.1 -0.02, 0.13 0.14, 0 0.08', 0.012, tail);
		parts.prism(hide, '-0.09 0, 0.06 0, -0.08 0.1', 0.012, { at: [0, 0.21, 0], turn: [0, -90, 0] });
		parts.bothSides(() => {
			const fin = { at: [0.045, 0.12, 0.05], turn: [20, 0, 0] } as const;
			parts.prism(hide, '0 0, 0.02 -0.05, 0.11 -0.09', 0.01, fin);
			parts.sphere(parts.fixedMaterial('porcelain'), 0.016, 8, { at: [0.035, 0.165, 0.155] });
			parts.sphere(parts.fixedMaterial('paint', '141418'), 0.009, 6, { at: [0.046, 0.166, 0.162] });
		});
	});
}

export function addSpider(parts: PartBuilder): void {
	const hide = parts.tintedMaterial('fur', parts.byWord({ crab: 'c8482e' }) ?? '2e2a30');
	const eye = parts.glowMaterial('eyes', 'e8321e', 0.8);
	parts.blob(hide, [0.24, 0.2, 0.3], 0.04, 2, { at: [0, 0.36, -0.3] });
	parts.sphere(hide, 0.17, 12, { at: [0, 0.32, 0.1] });
	parts.bothSides(() => {
		for (const leg of [1, 2, 3, 4]) addSpiderLeg(parts, hide, leg);
		const fang = { at: [0.05, 0.26, 0.24], turn: [150, 0, 0] } as const;
		parts.cylinder(parts.fixedMaterial('bone', '4a1c1c'), [0.03, 0, 0.12], 6, fang);
		parts.sphere(eye, 0.03, 6, { at: [0.045, 0.38, 0.238] });
		parts.sphere(eye, 0.02, 6, { at: [0.095, 0.36, 0.25] });
		parts.sphere(eye, 0.018, 6, { at: [0.03, 0.43, 0.208] });
	});
}

/** One of the left legs, counted from the front. */
function addSpiderLeg(parts: PartBuilder, hide: Material, leg: number): void {
	const [z, spread] = [0.3 - leg * 0.1, 0.7 - leg * 0.28];
	const hip: Vec3 = [0.1, 0.32, z];
	const knee: Vec3 = [0.42, 0.62, z + spread * 0.6];
	const tip: Vec3 = [0.78, 0, z + spread * 1.15];
	parts.joint(`LeftLeg${leg}Upper`, hip);
	parts.joint(`LeftLeg${leg}Lower`, knee);
	parts.joint(`LeftLeg${leg}LowerTip`, tip);
	parts.tube(hide, [hip, knee, [0.62, 0.3, z + spread], tip], [0.04, 0.014], 6);
}
