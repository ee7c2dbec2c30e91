import type { Vec2 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';

function starOutline(outer: number, inner: number): Vec2[] {
	return Array.from({ length: 10 }, (_, step): Vec2 => {
		const angle = Math.PI / 2 + (step / 10) * 2 * Math.PI;
		const radius = step % 2 ? inner : outer;
		return [Math.cos(angle) * radius, Math.sin(angle) * radius];
	});
}

export function addCoin(parts: PartBuilder): void {
	const gold = parts.mainMaterial('gold');
	const rim = '0.0175 0, 0.02 0.0008, 0.02 0.0032, 0.0175 0.004, 0.0165 0.0033';
	parts.group({ at: [0, 0.02, 0] }, () => {
		parts.lathe(gold, rim, 28, { at: [0, 0, -0.002], turn: [90, 0, 0] });
		parts.prism(gold, starOutline(0.011, 0.005), 0.0016, { at: [0, 0, 0.0018] });
		parts.prism(gold, starOutline(0.011, 0.005), 0.0016, { at: [0, 0, -0.0018], turn: [0, 180, 0] });
	});
}

export function addStar(parts: PartBuilder): void {
	parts.prism(parts.mainMaterial('gold'), starOutline(0.4, 0.18), 0.14, { at: [0, 0.34, 0] });
}

export function addHeart(parts: PartBuilder): void {
	const half = '0 0, 0.2 0.18, 0.31 0.33, 0.32 0.45, 0.25 0.54, 0.15 0.56, 0.05 0.51, 0 0.44';
	parts.symmetricPrism(parts.mainMaterial('ruby', 'd8263c'), half, 0.18);
}

export function addKey(parts: PartBuilder): void {
	const metal = parts.mainMaterial('gold');
	parts.ring(metal, 0.032, 0.009, 16, { at: [0, 0.15, 0] });
	for (const x of [-0.038, 0.038]) parts.ring(metal, 0.016, 0.006, 16, { at: [x, 0.175, 0] });
	parts.cylinder(metal, [0.008, 0.008, 0.12], 8);
	parts.cylinder(metal, [0.013, 0.013, 0.014], 10, { at: [0, 0.104, 0] });
	parts.box(metal, [0.036, 0.014, 0.008], { at: [0.018, 0.006, 0] });
	parts.box(metal, [0.028, 0.014, 0.008], { at: [0.014, 0.034, 0] });
}

export function addCrown(parts: PartBuilder): void {
	const gold = parts.mainMaterial('gold');
	parts.lathe(gold, '0.1 0, 0.108 0.05, 0.1 0.05, 0.093 0', 24, { open: true });
	parts.around(8, (point) => {
		const jewel = parts.accentMaterial(point % 2 ? 'sapphire' : 'ruby');
		const spike = { at: [0, 0.045, 0.101], turn: [8, 0, 0] } as const;
		parts.symmetricPrism(gold, '0 0, 0.042 0, 0 0.085', 0.008, spike);
		parts.sphere(gold, 0.009, 8, { at: [0, 0.13, 0.112] });
		parts.sphere(jewel, 0.012, 8, { at: [0, 0.026, 0.104], scale: [1, 1, 0.6] });
	});
}

export function addRing(parts: PartBuilder): void {
	const gold = parts.mainMaterial('gold');
	parts.ring(gold, 0.011, 0.0018, 24, { at: [0, 0.0128, 0] });
	parts.cylinder(gold, [0.003, 0.005, 0.003], 8, { at: [0, 0.0245, 0] });
	const jewel = '0.0035 0, 0.006 0.002, 0.0045 0.005, 0 0.0055';
	parts.lathe(parts.accentMaterial('ruby'), jewel, 8, { at: [0, 0.0272, 0] });
}

export function addSkull(parts: PartBuilder): void {
	const [bone, dark] = [parts.mainMaterial('bone'), parts.fixedMaterial('paint', '1a1614')];
	parts.sphere(bone, 0.1, 18, { at: [0, 0.14, -0.015], scale: [0.92, 0.95, 1.1] });
	parts.box(bone, [0.11, 0.09, 0.11], { at: [0, 0, 0.03], taper: [1.25, 1.15] });
	const eye = { at: [0.038, 0.125, 0.078], scale: [1, 1.05, 0.6] } as const;
	parts.bothSides(() => parts.sphere(dark, 0.028, 10, eye));
	parts.symmetricPrism(dark, '0 0, 0.014 0, 0 0.03', 0.02, { at: [0, 0.075, 0.09] });
	for (const x of [-0.03, -0.01, 0.01, 0.03])
		parts.box(dark, [0.004, 0.035, 0.01], { at: [x, 0.008, 0.085] });
}
