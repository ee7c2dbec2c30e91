import type { PartBuilder } from '../partBuilder';
import { addFigure, addFigureJoints } from './figure';

export function addRobot(parts: PartBuilder): void {
	const golem = parts.hasWord('golem');
	const shell = parts.mainMaterial(golem ? 'stone' : 'steel');
	const joint = parts.accentMaterial(golem ? 'cobblestone' : 'iron');
	const light = parts.glowMaterial('lamp', golem ? 'ff9a3a' : '4ce0ff', 0.9);
	parts.bothSides(() => {
		parts.box(shell, [0.2, 0.14, 0.34], { at: [0.17, 0, 0.03], taper: [0.8, 0.7] });
		parts.cylinder(joint, [0.055, 0.055, 0.62], 10, { at: [0.17, 0.12, 0] });
		parts.box(shell, [0.16, 0.26, 0.18], { at: [0.17, 0.2, 0], taper: 1.15 });
		parts.sphere(joint, 0.09, 10, { at: [0.4, 1.3, 0] });
		parts.cylinder(joint, [0.05, 0.05, 0.4], 10, { at: [0.44, 0.92, 0] });
		parts.box(shell, [0.16, 0.34, 0.18], { at: [0.45, 0.68, 0.02], taper: 0.8 });
		for (const claw of [-1, 1]) {
			const pose = { at: [0.45 + claw * 0.05, 0.68, 0.03], turn: [180, 0, claw * 12], taper: 0.6 } as const;
			parts.box(joint, [0.04, 0.14, 0.05], pose);
		}
	});
	parts.cylinder(joint, [0.16, 0.14, 0.14], 10, { at: [0, 0.66, 0] });
	parts.box(shell, [0.48, 0.62, 0.34], { at: [0, 0.78, 0], taper: [1.4, 1.2] });
	parts.box(joint, [0.34, 0.24, 0.04], { at: [0, 1.05, 0.195] });
	parts.cylinder(light, [0.06, 0.06, 0.03], 14, { at: [0, 1.17, 0.21], turn: [90, 0, 0] });
	parts.cylinder(joint, [0.07, 0.07, 0.12], 10, { at: [0, 1.38, 0] });
	parts.box(shell, [0.38, 0.32, 0.32], { at: [0, 1.47, 0], taper: 0.88 });
	parts.box(joint, [0.3, 0.11, 0.03], { at: [0, 1.6, 0.148] });
	parts.bothSides(() => parts.sphere(light, 0.04, 8, { at: [0.075, 1.655, 0.165] }));
	const joints = '0.17 0.74 0, 0.17 0.46 0, 0.17 0.12 0, 0.4 1.3 0, 0.44 0.98 0, 0.45 0.68 0.02';
	addFigureJoints(parts, joints, { waist: 0.8, neck: 1.42, crown: 1.79 });
	if (golem) return;
	const ear = { at: [0.17, 1.63, 0], turn: [0, 0, -90] } as const;
	parts.bothSides(() => parts.cylinder(joint, [0.05, 0.05, 0.05], 10, ear));
	parts.cylinder(joint, [0.012, 0.008, 0.18], 5, { at: [0.09, 1.78, 0] });
	parts.sphere(light, 0.03, 8, { at: [0.09, 1.97, 0] });
}

export function addAstronaut(parts: PartBuilder): void {
	const [suit, grey] = [parts.tintedMaterial('cloth', 'e6e8ea'), parts.fixedMaterial('plastic', '7e858c')];
	const figure = addFigure(parts, { skin: suit, shirt: suit, trousers: suit, shoes: grey, bulk: 1.3 });
	const [, y] = figure.head;
	parts.sphere(suit, 0.22, 16, { at: [0, y + 0.01, 0] });
	const visor = { at: [0, y + 0.02, 0.07], scale: [1, 0.8, 1] } as const;
	parts.sphere(parts.fixedMaterial('gold', 'd8a83a'), 0.18, 14, visor);
	parts.ring(grey, 0.17, 0.035, 14, { at: [0, 1.46, 0], turn: [90, 0, 0] });
	parts.box(grey, [0.42, 0.55, 0.2], { at: [0, 0.92, -0.27], taper: 0.9 });
	parts.box(grey, [0.22, 0.14, 0.06], { at: [0, 1.14, 0.18] });
	parts.box(parts.glowMaterial('button', 'ff5a3a', 0.8), [0.04, 0.04, 0.02], { at: [0.05, 1.2, 0.21] });
}
