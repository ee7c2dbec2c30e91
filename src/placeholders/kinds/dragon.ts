import type { Material } from '../material';
import { sheets } from '../mesh/facets';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points3d } from '../points';

const spine = points3d(
	'0.6 0.12 -3.1, 0.35 0.3 -2.4, 0 0.75 -1.6, 0 1.15 -0.8, 0 1.25 0, 0 1.45 0.7, 0 2 1.15, 0 2.55 1.35, 0 2.8 1.7',
);
const girth = [0.03, 0.12, 0.26, 0.48, 0.56, 0.46, 0.26, 0.2, 0.2];

export function addDragon(parts: PartBuilder): void {
	const hide = parts.mainMaterial('scales', parts.random.pick(['3f8a4a', 'a03a2e', '3a5f9a']));
	const bone = parts.accentMaterial('bone', 'd8c89a');
	const eye = parts.glowMaterial('eyes', 'ffcc33', 0.7);
	const jaws = { scale: [0.95, 1, 1] } as const;
	parts.tube(hide, spine, girth, 10);
	parts.tube(hide, '0 2.88 1.6, 0 2.86 1.95, 0 2.8 2.35', [0.26, 0.13], 10, jaws);
	parts.tube(hide, '0 2.7 1.6, 0 2.68 1.95, 0 2.52 2.35', [0.16, 0.08], 10, jaws);
	parts.bothSides(() => {
		parts.sphere(eye, 0.06, 8, { at: [0.19, 2.99, 1.84] });
		parts.tube(bone, '0.14 3.02 1.6, 0.24 3.25 1.3, 0.22 3.35 1', [0.08, 0.01], 6);
		addLeg(parts, [hide, bone], [0.45, 1.05, -0.75]);
		addLeg(parts, [hide, bone], [0.42, 1.15, 0.65]);
		parts.group({ at: [0.3, 1.6, 0.25] }, () => addWing(parts, hide));
	});
	spine.slice(1, -1).forEach(([x, y, z], index) => {
		const top: Vec3 = [x, y + (girth[index + 1] ?? 0.2) * 0.9, z];
		parts.prism(bone, '-0.12 0, 0.1 0, -0.16 0.28', 0.05, { at: top, turn: [0, -90, 0] });
	});
}

function addLeg(parts: PartBuilder, [hide, bone]: readonly [Material, Material], hip: Vec3): void {
	const [x, , z] = hip;
	parts.tube(hide, [hip, [x + 0.15, 0.6, z + 0.15], [x + 0.12, 0.1, z]], [0.24, 0.11], 8);
	parts.group({ at: [x + 0.12, 0, z] }, () => {
		parts.sphere(hide, 0.17, 8, { at: [0, 0.09, 0.1], scale: [1, 0.55, 1.4] });
		for (const claw of [-0.09, 0, 0.09]) {
			parts.cylinder(bone, [0.035, 0, 0.14], 5, { at: [claw, 0.06, 0.27], turn: [100, 0, 0] });
		}
	});
}

/** A bat's left wing, its root at the origin. */
function addWing(parts: PartBuilder, bone: Material): void {
	const skin = parts.partMaterial('wing', 'leather', parts.accentMaterial('leather', 'b8703a'));
	const root: Vec3 = [0, 0, 0];
	const wrist: Vec3 = [0.9, 1, -0.1];
	const tips = points3d('2.5 1.35 -0.2, 2.3 0.35 -0.75, 1.55 -0.1 -1.1, 0.6 -0.15 -1.1');
	const notches = points3d('2.28 0.99 -0.355, 1.805 0.265 -0.805, 0.955 0.015 -0.98, 0.18 0.065 -0.43');
	tips.forEach((tip, index) => {
		const notch = notches[index] ?? tip;
		parts.tube(bone, [wrist, tip], [0.045, 0.01], 5);
		parts.add(skin, sheets([[wrist, tip, notch]]));
		parts.add(skin, sheets([[wrist, notch, tips[index + 1] ?? root]]));
	});
	parts.tube(bone, [root, wrist], 0.07, 6);
}
