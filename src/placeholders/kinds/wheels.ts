import type { Material } from '../material';
import type { PartBuilder } from '../partBuilder';

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

/** A rubber tyre on a steel rim, in the plane of y and z, its hub at the origin. */
export function addTyre(parts: PartBuilder, radius: number, wide: number): void {
	const half = wide / 2;
	const tread = `${radius} ${half * -0.7}, ${radius} ${half * 0.7}`;
	const side = (y: number): string => `${radius * 0.7} ${y}, ${radius * 0.95} ${y}`;
	const farSide = `${radius * 0.95} ${half}, ${radius * 0.7} ${half}`;
	parts.group({ turn: [0, 90, 0] }, () => {
		const rubber = parts.fixedMaterial('plastic', '202124');
		parts.lathe(rubber, `${side(-half)}, ${tread}, ${farSide}`, 18, { turn: [90, 0, 0] });
		const rim = { at: [0, 0, -half - 0.015], turn: [90, 0, 0] } as const;
		parts.cylinder(parts.fixedMaterial('steel'), [radius * 0.58, radius * 0.58, wide + 0.03], 18, rim);
	});
}
