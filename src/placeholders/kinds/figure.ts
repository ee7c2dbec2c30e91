import type { Material } from '../material';
import { plus, type Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';

/** How a two-legged figure is built and dressed. */
export interface FigureLook {
	readonly skin: Material;
	readonly shirt: Material;
	readonly trousers: Material;
	readonly shoes: Material;
	readonly hair?: Material;
	/** Breadth of body and limbs: 1 is a person. */
	readonly bulk?: number;
	readonly arms?: 'down' | 'forward' | 'ready';
	readonly headSize?: number;
	readonly eyes?: Material;
}

/** Where extras go. */
export interface Anchors {
	readonly head: Vec3;
	readonly headRadius: number;
	readonly rightHand: Vec3;
	readonly leftHand: Vec3;
	readonly shoulder: number;
}

/** Where the left side of a figure bends; its right side is the same at -x. */
export interface FigureJoints {
	readonly hip: Vec3;
	readonly knee: Vec3;
	readonly ankle: Vec3;
	readonly shoulder: Vec3;
	readonly elbow: Vec3;
	readonly hand: Vec3;
	/** Heights of waist, neck and crown. */
	readonly waist: number;
	readonly neck: number;
	readonly crown: number;
}

/** Tells where a figure bends, for a biped's skeleton. */
export function addFigureJoints(parts: PartBuilder, joints: FigureJoints): void {
	const { hip, neck, crown } = joints;
	const spine = (share: number): Vec3 => [0, hip[1] + (neck - hip[1]) * share, 0];
	parts.joint('Hips', spine(0.03));
	parts.joint('Spine', [0, joints.waist, 0]);
	parts.joint('Chest', spine(0.6));
	parts.joint('Neck', [0, neck, 0]);
	parts.joint('Head', [0, neck + (crown - neck) * 0.25, 0]);
	parts.joint('HeadTip', [0, crown, 0]);
	parts.bothSides(() => {
		parts.joint('LeftUpperLeg', hip);
		parts.joint('LeftLowerLeg', joints.knee);
		parts.joint('LeftFoot', joints.ankle);
		parts.joint('LeftUpperArm', joints.shoulder);
		parts.joint('LeftLowerArm', joints.elbow);
		parts.joint('LeftHand', joints.hand);
	});
}

function leftArm(bulk: number, pose: 'down' | 'forward' | 'ready'): { elbow: Vec3; hand: Vec3 } {
	const x = 0.22 * bulk + 0.06;
	if (pose === 'forward') return { elbow: [x, 1.27, 0.22], hand: [x * 0.9, 1.3, 0.5] };
	if (pose === 'ready') return { elbow: [x + 0.1, 1.13, 0], hand: [x + 0.13, 1, 0.24] };
	return { elbow: [x + 0.06, 1.13, -0.01], hand: [x + 0.1, 0.86, 0.04] };
}

/**
 * A figure 1.75 m tall that faces +z, a little larger in the head than life, as game figures are.
 * Its right hand is at -x.
 */
export function addFigure(parts: PartBuilder, look: FigureLook): Anchors {
	const { skin, shirt, trousers, shoes, bulk = 1, headSize = 1 } = look;
	const { elbow, hand } = leftArm(bulk, look.arms ?? 'down');
	const hip = 0.1 * bulk;
	parts.bothSides(() => {
		const leg = `${hip} 0.08 0, ${hip} 0.45 0.01, ${hip * 0.95} 0.86 0`;
		parts.tube(trousers, leg, [0.07 * bulk, 0.1 * bulk], 10);
		parts.box(shoes, [0.13 * bulk, 0.12, 0.28], { at: [hip, 0, 0.05], taper: [0.85, 0.7] });
		parts.tube(shirt, [[0.2 * bulk, 1.36, 0], elbow, hand], [0.068 * bulk, 0.05 * bulk], 10);
		parts.sphere(skin, 0.06 * bulk, 8, { at: hand });
	});
	const torso = '0.1615 0.78, 0.1805 0.9, 0.1634 1.05, 0.2185 1.3, 0.19 1.4, 0.076 1.46';
	parts.lathe(shirt, torso, 10, { scale: [1.12 * bulk, 1, 0.72 * bulk] });
	parts.cylinder(skin, [0.06 * bulk, 0.055 * bulk, 0.12], 10, { at: [0, 1.42, 0] });
	const headRadius = 0.145 * headSize;
	const head: Vec3 = [0, 1.5 + headRadius * 0.85, 0.01];
	addHead(parts, look, head, headRadius);
	addFigureJoints(parts, {
		hip: [0.096 * bulk, 0.84, 0],
		knee: [hip, 0.45, 0.01],
		ankle: [hip, 0.1, 0],
		shoulder: [0.2 * bulk, 1.36, 0],
		elbow,
		hand,
		waist: 0.96,
		neck: 1.44,
		crown: head[1] + headRadius,
	});
	const rightHand: Vec3 = [-hand[0], hand[1], hand[2]];
	return { head, headRadius, leftHand: hand, rightHand, shoulder: 0.22 * bulk };
}

function addHead(parts: PartBuilder, look: FigureLook, at: Vec3, radius: number): void {
	parts.sphere(look.skin, radius, 14, { at, scale: [0.9, 1.05, 0.95] });
	const eyes = look.eyes ?? parts.fixedMaterial('paint', '24201e');
	const eye = { at: plus(at, [radius * 0.36, radius * 0.08, radius * 0.85]) };
	parts.bothSides(() => parts.sphere(eyes, radius * 0.13, 6, eye));
	if (!look.hair) return;
	const cap = { at: plus(at, [0, 0.01, -0.022]), turn: [-14, 0, 0], from: 5 } as const;
	parts.sphere(look.hair, radius * 1.08, 14, cap);
}
