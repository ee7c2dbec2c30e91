import type { Material } from '../material';
import type { PartBuilder } from '../partBuilder';
import { archPoints } from './layout';

/** A spoked wheel in the plane of y and z, its hub at the origin. */
export function addSpokedWheel(parts: PartBuilder, wood: Material, iron: Material, radius: number): void {
	parts.group({ turn: [0, 90, 0], scale: radius }, () => {
		parts.ring(wood, 0.88, 0.09, 20);
		const tyre = { turn: [90, 0, 0], open: true } as const;
		parts.lathe(iron, '0.96 -0.08, 1 -0.08, 1 0.08, 0.96 0.08', 20, tyre);
		parts.cylinder(wood, [0.16, 0.16, 0.36], 10, { at: [0, 0, -0.18], turn: [90, 0, 0] });
		for (let spoke = 0; spoke < 8; spoke++) parts.box(wood, [0.09, 0.86, 0.08], { turn: [0, 0, spoke * 45] });
	});
}

export function addCart(parts: PartBuilder): void {
	const [wood, iron] = [parts.mainMaterial('oak'), parts.accentMaterial('iron')];
	const wagon = parts.hasWord('wagon', 'carriage', 'minecart');
	const [wide, long] = [1.2, wagon ? 2.4 : 1.8];
	const axles = (wagon ? [-0.32, 0.32] : [-0.05]).map((share) => share * long);
	parts.box(wood, [wide, 0.08, long], { at: [0, 0.62, 0] });
	parts.bothSides(() => {
		parts.box(wood, [0.06, 0.46, long + 0.04], { at: [wide / 2, 0.66, 0], turn: [0, 0, -8] });
		for (const share of [-0.4, 0, 0.4]) {
			const stake = { at: [wide / 2 + 0.03, 0.64, share * long], turn: [0, 0, -8] } as const;
			parts.box(iron, [0.05, 0.5, 0.06], stake);
		}
		for (const z of axles) {
			parts.group({ at: [wide / 2 + 0.2, 0.55, z] }, () => addSpokedWheel(parts, wood, iron, 0.55));
		}
		const shaft = { at: [0.4, 0.6, long / 2 + 0.6], turn: [10, 0, 0] } as const;
		if (!wagon) parts.box(wood, [0.08, 0.08, 1.5], shaft);
	});
	for (const end of [-1, 1]) parts.box(wood, [wide, 0.42, 0.06], { at: [0, 0.66, end * (long / 2)] });
	for (const z of axles) {
		const axle = { at: [-(wide / 2 + 0.2), 0.55, z], turn: [0, 0, -90] } as const;
		parts.cylinder(iron, [0.05, 0.05, wide + 0.4], 8, axle);
	}
	if (!parts.hasWord('covered', 'carriage')) return;
	const cover = [...archPoints(8, 0.7, 0.75), [-0.7, -0.3] as const, [0.7, -0.3] as const];
	parts.prism(parts.tintedMaterial('cloth', 'e6dcc4'), cover, long * 0.95, { at: [0, 1.35, 0] });
}
