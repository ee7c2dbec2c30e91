import type { Material } from '../material';
import { plus, type Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points2d } from '../points';

/** The build of a four-legged animal, in metres. */
export interface QuadrupedShape {
	/** Height of the back, length of the trunk from tail to chest, and its radius. */
	readonly back: number;
	readonly long: number;
	readonly girth: number;
	readonly leg: number;
	/** How far the head is above the back and ahead of the chest. */
	readonly rise: number;
	readonly reach: number;
	readonly neck: number;
	readonly head: number;
	readonly snout: number;
	readonly ears: 'pointed' | 'hanging' | 'round';
	readonly tail: 'up' | 'hanging' | 'bushy' | 'short';
}

export interface Coat {
	readonly coat: Material;
	readonly feet: Material;
	readonly nose: Material;
}

/** The girth of the trunk from tail to chest, rounded at both ends: where along it, and how thick. */
const trunk = points2d('-0.55 0.35, -0.5 0.7, -0.42 0.95, -0.15 0.9, 0.15 0.88, 0.3 0.96, 0.38 1, 0.4 0.9');

/** An animal that stands on four legs and looks along +z; gives the middle of its head. */
export function addQuadruped(parts: PartBuilder, shape: QuadrupedShape, coats: Coat): Vec3 {
	const { back, long, girth, rise, reach } = shape;
	const middle = back - girth;
	const spine = trunk.map(([along]): Vec3 => [0, middle, along * long]);
	const radii = trunk.map(([, thick]) => thick * girth);
	parts.tube(coats.coat, spine, radii, 10);
	parts.sphere(coats.coat, girth * 0.99, 10, { at: [0, middle, long * 0.39], scale: [1, 1, 0.55] });
	parts.bothSides(() => {
		addLeg(parts, shape, coats, -1);
		addLeg(parts, shape, coats, 1);
	});
	parts.joint('Hips', [0, middle, -long * 0.36]);
	parts.joint('Spine', [0, middle, -long * 0.1]);
	parts.joint('Chest', [0, middle, long * 0.18]);
	parts.joint('Neck', [0, middle + girth * 0.4, long * 0.4]);
	const face: Vec3 = [0, back + rise, long / 2 + reach];
	addHead(parts, shape, coats, face);
	addTail(parts, shape, coats.coat);
	return face;
}

/** A left leg: the front one when `end` is 1, else the back one. */
function addLeg(parts: PartBuilder, shape: QuadrupedShape, { coat, feet }: Coat, end: 1 | -1): void {
	const { back, long, girth, leg } = shape;
	const [x, z] = [girth - leg * 0.95, end * long * 0.38];
	const hip: Vec3 = [x * 0.95, back - girth, z];
	const knee: Vec3 = [x, back * 0.28, z + (end < 0 ? -leg * 0.5 : leg * 0.15)];
	parts.tube(coat, [hip, knee, [x, leg * 0.5, z]], [leg * 1.25, leg * 0.75], 8);
	parts.sphere(coat, leg * 1.25, 8, { at: plus(hip, [0, -leg * 0.1, 0]), scale: [1, 1.2, 1] });
	parts.cylinder(feet, [leg * 0.85, leg * 0.75, leg * 0.9], 8, { at: [x, 0, z + leg * 0.2] });
	const name = end < 0 ? 'BackLeft' : 'FrontLeft';
	parts.joint(`${name}UpperLeg`, hip);
	parts.joint(`${name}LowerLeg`, knee);
	parts.joint(`${name}Foot`, [x, leg * 0.8, z]);
}

function addHead(parts: PartBuilder, shape: QuadrupedShape, { coat, nose }: Coat, face: Vec3): void {
	const { back, long, girth, neck, head, snout } = shape;
	parts.joint('Head', plus(face, [0, -head * 0.2, -head * 0.4]));
	parts.joint('HeadTip', plus(face, [0, -head * 0.2, head + snout]));
	const chest: Vec3 = [0, back - girth * 0.9, long * 0.24];
	const throat = plus(chest, [0, (face[1] - chest[1]) * 0.55, (face[2] - chest[2]) * 0.4]);
	parts.tube(coat, [chest, throat, face], [neck * 1.25, neck * 0.8], 10);
	parts.sphere(coat, head, 12, { at: face, scale: [0.85, 0.95, 1] });
	parts.group({ at: face }, () => {
		const tip: Vec3 = [0, -head * 0.35 - snout * 0.25, head * 0.55 + snout];
		parts.tube(coat, [[0, -head * 0.15, head * 0.2], tip], [head * 0.68, head * 0.46], 10);
		parts.sphere(nose, head * 0.2, 8, { at: plus(tip, [0, head * 0.22, head * 0.04]) });
	});
	parts.group({ at: face, scale: head }, () => {
		const eye = parts.fixedMaterial('paint', '1a1614');
		parts.bothSides(() => {
			parts.sphere(eye, 0.14, 8, { at: [0.52, 0.22, 0.68] });
			parts.group({ at: [0.55, 0.65, -0.15] }, () => addLeftEar(parts, shape.ears, coat));
		});
	});
}

/** An ear for a head of radius 1. */
function addLeftEar(parts: PartBuilder, ears: QuadrupedShape['ears'], coat: Material): void {
	if (ears === 'round') parts.sphere(coat, 0.35, 8, { scale: [1, 1, 0.5] });
	else if (ears === 'hanging') {
		parts.cylinder(coat, [0.3, 0.16, 0.95], 7, { turn: [0, 0, -155], scale: [0.6, 1, 1] });
	} else parts.cylinder(coat, [0.32, 0, 0.75], 6, { turn: [-6, 0, -10], scale: [1, 1, 0.5] });
}

function addTail(parts: PartBuilder, { back, long, girth, tail }: QuadrupedShape, coat: Material): void {
	const root: Vec3 = [0, back - girth * 0.35, -long / 2];
	parts.joint('Tail1', root);
	parts.group({ at: root, scale: girth }, () => {
		if (tail === 'short') parts.sphere(coat, 0.35, 7);
		else if (tail === 'up') parts.tube(coat, '0 0 0, 0 0.9 -0.9, 0 2.1 -0.8', [0.2, 0.1], 7);
		else if (tail === 'bushy') {
			parts.tube(coat, '0 0 0, 0 0 -1, 0 0.25 -2.1, 0 0.5 -2.9', [0.18, 0.37, 0.37, 0.18], 7);
		} else {
			const down = (-back * 0.45) / girth;
			parts.tube(coat, `0 0 0, 0 -0.3 -0.6, 0 ${down} -0.75`, [0.12, 0.19, 0.16], 7);
		}
	});
}
