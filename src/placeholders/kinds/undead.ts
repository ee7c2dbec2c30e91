import type { PartBuilder } from '../partBuilder';
import { points2d, points3d } from '../points';
import { addFigure, addFigureJoints } from './figure';

export function addZombie(parts: PartBuilder): void {
	const mummy = parts.hasWord('mummy');
	const skin = parts.fixedMaterial('skin', parts.byWord({ mummy: 'd8cba8', vampire: 'dcd8d4' }) ?? '7f9a62');
	const shirt = mummy
		? parts.fixedMaterial('cloth', 'd8cba8')
		: parts.tintedMaterial('cloth', parts.byWord({ vampire: '22202a' }) ?? '6a5a4a');
	const trousers = mummy ? shirt : parts.fixedMaterial('cloth', '3c4250');
	const hair = parts.fixedMaterial('fur', '2e2a22');
	const eyes = parts.glowMaterial('eyes', 'ffd84a', 0.7);
	parts.group({ turn: [6, 0, 0] }, () => {
		const dress = { skin, shirt, trousers, shoes: skin, eyes, ...(mummy ? {} : { hair }) };
		const figure = addFigure(parts, { ...dress, arms: 'forward' });
		const mouth = { at: [0, figure.head[1] - 0.08, 0.115] } as const;
		parts.box(parts.fixedMaterial('paint', '3a1a18'), [0.09, 0.035, 0.03], mouth);
		if (!mummy) return;
		const bands = points3d(`1.3 10 0.19, 1.12 -8 0.19, 0.95 6 0.19, ${figure.head[1] + 0.07} -12 0.135`);
		for (const [y, tilt, radius] of bands) {
			const pose = { at: [0, y, 0], turn: [90, 0, tilt], scale: [1.08, 1, 0.8] } as const;
			parts.ring(parts.fixedMaterial('bone'), radius, 0.016, 12, pose);
		}
	});
}

export function addSkeleton(parts: PartBuilder): void {
	const bone = parts.mainMaterial('bone');
	parts.bothSides(() => {
		parts.tube(bone, '0.09 0.06 0, 0.1 0.46 0.015, 0.09 0.88 0', 0.027, 8);
		parts.sphere(bone, 0.042, 8, { at: [0.1, 0.46, 0.015] });
		parts.box(bone, [0.08, 0.06, 0.24], { at: [0.09, 0, 0.05], taper: [0.8, 0.7] });
		parts.tube(bone, '0.19 1.38 0, 0.28 1.12 0, 0.3 0.84 0.08', 0.022, 8);
		parts.sphere(bone, 0.045, 8, { at: [0.3, 0.8, 0.09] });
	});
	parts.box(bone, [0.26, 0.1, 0.13], { at: [0, 0.85, 0], taper: 0.7 });
	parts.tube(bone, '0 0.9 -0.03, 0 1.2 -0.06, 0 1.5 -0.02', 0.028, 8);
	parts.tube(bone, '-0.2 1.39 0, 0 1.41 0.05, 0.2 1.39 0', 0.022, 8);
	for (const [y, wide] of points2d('1.33 0.15, 1.25 0.165, 1.17 0.16, 1.09 0.135')) {
		parts.ring(bone, wide, 0.016, 14, { at: [0, y, 0], turn: [96, 0, 0], scale: [1, 0.7, 0.7] });
	}
	addBareSkull(parts);
	const joints = '0.09 0.86 0, 0.1 0.46 0.015, 0.09 0.08 0, 0.19 1.38 0, 0.28 1.12 0, 0.3 0.84 0.08';
	addFigureJoints(parts, joints, { waist: 1, neck: 1.44, crown: 1.78 });
}

function addBareSkull(parts: PartBuilder): void {
	const [bone, dark] = [parts.mainMaterial('bone'), parts.fixedMaterial('paint', '16120f')];
	parts.sphere(bone, 0.14, 14, { at: [0, 1.65, 0], scale: [0.9, 0.95, 1] });
	parts.box(bone, [0.13, 0.1, 0.12], { at: [0, 1.48, 0.05], taper: [1.2, 1.1] });
	const eye = { at: [0.052, 1.64, 0.115], scale: [1, 1, 0.6] } as const;
	parts.bothSides(() => parts.sphere(dark, 0.036, 8, eye));
	for (const x of [-0.035, 0, 0.035]) parts.box(dark, [0.006, 0.05, 0.01], { at: [x, 1.495, 0.115] });
}

export function addGhost(parts: PartBuilder): void {
	const [veil, dark] = [parts.tintedMaterial('plaster', 'e8eef6'), parts.fixedMaterial('paint', '1c2030')];
	parts.lathe(veil, '0.4 0.24, 0.36 0.45, 0.32 0.8, 0.3 1.1, 0.22 1.36, 0.1 1.47, 0 1.5', 16);
	parts.around(10, (tatter) => {
		const long = tatter % 2 ? 0.26 : 0.17;
		parts.cylinder(veil, [0, 0.125, long], 8, { at: [0, 0.26 - long, 0.285] });
	});
	parts.bothSides(() => {
		parts.tube(veil, '0.26 0.95 0.1, 0.44 0.92 0.25, 0.46 1.02 0.36', [0.11, 0.06], 8);
		parts.sphere(dark, 0.055, 10, { at: [0.1, 1.2, 0.255], scale: [1, 1.4, 0.5] });
	});
	parts.sphere(dark, 0.055, 10, { at: [0, 1.03, 0.3], scale: [1, 1.2, 0.4] });
}
