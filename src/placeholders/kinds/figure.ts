import type { Material } from '../material';
import { sheets } from '../mesh/facets';
import { plus, type Vec2, type Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { type Points3d, points3d } from '../points';

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

type FigureHeights = Readonly<Record<'waist' | 'neck' | 'crown', number>>;

const leftJoints = ['UpperLeg', 'LowerLeg', 'Foot', 'UpperArm', 'LowerArm', 'Hand'];

/**
 * Tells where a figure bends, for a biped's skeleton: hip, knee, ankle, shoulder, elbow and hand of its left side,
 * and the heights of waist, neck and crown.
 */
export function addFigureJoints(parts: PartBuilder, left: Points3d, heights: FigureHeights): void {
	const { waist, neck, crown } = heights;
	const bends = points3d(left);
	const hip = bends[0]?.[1] ?? 0;
	const trunk = { Hips: hip + (neck - hip) * 0.03, Spine: waist, Chest: hip + (neck - hip) * 0.6 };
	const head = { Neck: neck, Head: neck + (crown - neck) * 0.25, HeadTip: crown };
	for (const [name, y] of Object.entries({ ...trunk, ...head })) parts.joint(name, [0, y, 0]);
	parts.bothSides(() => {
		for (const [index, at] of bends.entries()) parts.joint(`Left${leftJoints[index]}`, at);
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
	const leg = points3d(`${0.096 * bulk} 0.84 0, ${hip} 0.45 0.01, ${hip} 0.1 0`);
	const joints = [...leg, [0.2 * bulk, 1.36, 0] as const, elbow, hand];
	addFigureJoints(parts, joints, { waist: 0.96, neck: 1.44, crown: head[1] + headRadius });
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

/** A cape from the shoulders down the back. */
export function addCape(parts: PartBuilder, { shoulder }: Anchors, fallback: Material): void {
	const cape = parts.partMaterial('cape', 'cloth', fallback);
	const top = shoulder * 0.85;
	const upper = points3d(`-0.27 0.9 -0.24, 0.27 0.9 -0.24, ${top} 1.41 -0.1, ${-top} 1.41 -0.1`);
	const lower = points3d('-0.34 0.28 -0.3, 0.34 0.28 -0.3, 0.27 0.9 -0.24, -0.27 0.9 -0.24');
	parts.add(cape, sheets([upper, lower]));
}

/** A band around the waist of a figure between two heights; `size` is its breadth and depth in radii. */
export function addBelt(parts: PartBuilder, band: Material, radius: number, y: Vec2, size: Vec2): void {
	const pose = { at: [0, y[0], 0], scale: [size[0], 1, size[1]] } as const;
	parts.cylinder(band, [radius, radius, y[1] - y[0]], 10, pose);
}
