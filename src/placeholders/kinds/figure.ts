import type { Material } from '../material';
import { box } from '../mesh/box';
import { lathe, sphere } from '../mesh/lathe';
import { tube } from '../mesh/tube';
import type { Vec3 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

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

function hand(side: 1 | -1, bulk: number, pose: 'down' | 'forward' | 'ready'): { elbow: Vec3; hand: Vec3 } {
	const x = side * (0.22 * bulk + 0.06);
	if (pose === 'forward') return { elbow: [x, 1.27, 0.22], hand: [x * 0.9, 1.3, 0.5] };
	if (pose === 'ready') return { elbow: [x + side * 0.1, 1.13, 0], hand: [x + side * 0.13, 1, 0.24] };
	return { elbow: [x + side * 0.06, 1.13, -0.01], hand: [x + side * 0.1, 0.86, 0.04] };
}

/** Where the left side of a figure bends; its right side is the same at -x. */
export interface FigurePlaces {
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
export function markFigure(bench: Bench, places: FigurePlaces): void {
	const { hip, knee, ankle, shoulder, elbow, hand: wrist, waist, neck, crown } = places;
	const spine = (share: number): Vec3 => [0, hip[1] + (neck - hip[1]) * share, 0];
	bench.joint('Hips', spine(0.03));
	bench.joint('Spine', [0, waist, 0]);
	bench.joint('Chest', spine(0.6));
	bench.joint('Neck', [0, neck, 0]);
	bench.joint('Head', [0, neck + (crown - neck) * 0.25, 0]);
	bench.joint('HeadTip', [0, crown, 0]);
	for (const side of [1, -1]) {
		const name = side > 0 ? 'Left' : 'Right';
		const at = ([x, y, z]: Vec3): Vec3 => [x * side, y, z];
		bench.joint(`${name}UpperLeg`, at(hip));
		bench.joint(`${name}LowerLeg`, at(knee));
		bench.joint(`${name}Foot`, at(ankle));
		bench.joint(`${name}UpperArm`, at(shoulder));
		bench.joint(`${name}LowerArm`, at(elbow));
		bench.joint(`${name}Hand`, at(wrist));
	}
}

/**
 * A figure 1.75 m tall that faces +z, a little larger in the head than life, as game figures are.
 * Its right hand is at -x.
 */
export function addFigure(bench: Bench, look: FigureLook): Anchors {
	const { skin, shirt, trousers, shoes, bulk = 1, arms = 'down', headSize = 1 } = look;
	const around = bench.round(10, 5);
	const wide = 0.19 * bulk;
	for (const side of [-1, 1]) {
		const x = side * 0.1 * bulk;
		bench.add(
			trousers,
			tube(
				[
					[x, 0.08, 0],
					[x, 0.45, 0.01],
					[x * 0.95, 0.86, 0],
				],
				(along) => (0.07 + 0.03 * along) * bulk,
				around,
			),
		);
		bench.add(shoes, box(0.13 * bulk, 0.12, 0.28, [0.85, 0.7]), { at: [x, 0, 0.05] });
	}
	const torso = [
		[wide * 0.85, 0.78],
		[wide * 0.95, 0.9],
		[wide * 0.86, 1.05],
		[wide * 1.15, 1.3],
		[wide * 1.0, 1.4],
		[wide * 0.4, 1.46],
	] as const;
	bench.add(shirt, lathe(torso, around), { scale: [1.12, 1, 0.72] });
	const ends = ([1, -1] as const).map((side) => {
		const { elbow, hand: end } = hand(side, bulk, arms);
		bench.add(
			shirt,
			tube([[side * 0.2 * bulk, 1.36, 0], elbow, end], (along) => (0.068 - 0.018 * along) * bulk, around),
		);
		bench.add(skin, sphere(0.06 * bulk, bench.round(8)), { at: end });
		return end;
	});
	bench.add(
		skin,
		lathe(
			[
				[0.06 * bulk, 1.42],
				[0.055 * bulk, 1.54],
			],
			around,
		),
	);
	const headRadius = 0.145 * headSize;
	const head: Vec3 = [0, 1.5 + headRadius * 0.85, 0.01];
	bench.add(skin, sphere(headRadius, bench.round(14, 6)), { at: head, scale: [0.9, 1.05, 0.95] });
	const eyes = look.eyes ?? bench.plain('paint', '24201e');
	for (const side of [-1, 1]) {
		bench.add(eyes, sphere(headRadius * 0.13, bench.round(6)), {
			at: [side * headRadius * 0.36, head[1] + headRadius * 0.08, 0.01 + headRadius * 0.85],
		});
	}
	if (look.hair) {
		bench.add(look.hair, sphere(headRadius * 1.08, bench.round(14, 6), 5, 90), {
			at: [0, head[1] + 0.01, -0.012],
			turn: [-14, 0, 0],
		});
	}
	const { elbow, hand: wrist } = hand(1, bulk, arms);
	markFigure(bench, {
		hip: [0.096 * bulk, 0.84, 0],
		knee: [0.1 * bulk, 0.45, 0.01],
		ankle: [0.1 * bulk, 0.1, 0],
		shoulder: [0.2 * bulk, 1.36, 0],
		elbow,
		hand: wrist,
		waist: 0.96,
		neck: 1.44,
		crown: head[1] + headRadius,
	});
	return { head, headRadius, leftHand: ends[0] ?? head, rightHand: ends[1] ?? head, shoulder: 0.22 * bulk };
}
