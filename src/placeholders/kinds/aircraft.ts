import type { PartBuilder } from '../partBuilder';

export function addSpaceship(parts: PartBuilder): void {
	const [shell, accent] = [parts.mainMaterial('steel', 'c8ccd2'), parts.accentMaterial('paint', 'c8402f')];
	const dark = parts.fixedMaterial('iron', '34373d');
	const hull = '0.45 -3, 0.75 -2.2, 0.85 -0.6, 0.65 1.2, 0.3 2.8, 0.06 3.5, 0 3.55';
	parts.group({ at: [0, 1.15, 0] }, () => {
		parts.lathe(shell, hull, 14, { turn: [90, 0, 0], scale: [1.15, 0.75, 1] });
		const canopy = { at: [0, 0.4, 0.9], scale: [0.85, 0.75, 2] } as const;
		parts.sphere(parts.fixedMaterial('glass', '2f5f86'), 0.42, 14, canopy);
		parts.bothSides(() => {
			const flat = { at: [0, -0.08, 0], turn: [90, 0, 0] } as const;
			parts.prism(shell, '0.5 -1.6, 3 -2.3, 3 -1.4, 0.6 1', 0.14, flat);
			parts.prism(accent, '2.1 -2.05, 2.6 -2.19, 2.6 -1.15, 2.1 -0.68', 0.16, flat);
			parts.cylinder(dark, [0.09, 0.06, 1.9], 8, { at: [3, -0.08, -2], turn: [90, 0, 0] });
			const fin = '-3 0.2, -1.7 0.2, -2.6 1.3, -3.1 1.3';
			parts.prism(shell, fin, 0.1, { at: [0.55, 0, 0], turn: [0, -90, 0] });
			parts.cylinder(dark, [0.36, 0.42, 0.9], 14, { at: [0.65, 0, -2.6], turn: [-90, 0, 0] });
			const thruster = parts.glowMaterial('thruster', '5ad0ff', 0.9);
			parts.cylinder(thruster, [0.28, 0.28, 0.03], 14, { at: [0.65, 0, -3.49], turn: [-90, 0, 0] });
			parts.box(dark, [0.1, 0.9, 0.1], { at: [0.75, -1.1, -0.9] });
			parts.box(dark, [0.32, 0.06, 0.5], { at: [0.75, -1.15, -0.9] });
		});
		parts.box(dark, [0.1, 0.95, 0.1], { at: [0, -1.1, 1.6] });
		parts.box(dark, [0.3, 0.06, 0.45], { at: [0, -1.15, 1.6] });
	});
}

export function addRocket(parts: PartBuilder): void {
	const [shell, accent] = [parts.mainMaterial('paint', 'e8e8e4'), parts.accentMaterial('paint', 'c8322a')];
	parts.lathe(shell, '0.75 0.7, 1 1.6, 1.05 3, 0.9 4.6, 0.62 5.6', 18);
	parts.lathe(accent, '0.63 5.58, 0.35 6.3, 0 6.9', 18);
	parts.lathe(parts.fixedMaterial('iron'), '0.7 0.2, 0.45 0.75', 18);
	parts.around(4, () => parts.prism(accent, '0.8 0.9, 1.7 0, 1.7 0.7, 0.98 2.2', 0.12), 45);
	parts.ring(accent, 0.28, 0.06, 18, { at: [0, 4, 0.97], turn: [-6, 0, 0] });
	const window = { at: [0, 4, 0.94], turn: [84, 0, 0] } as const;
	parts.cylinder(parts.fixedMaterial('glass', '4a9ad0'), [0.25, 0.25, 0.08], 18, window);
}
