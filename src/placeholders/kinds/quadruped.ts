import type { Material } from '../material';
import { cylinder, sphere } from '../mesh/lathe';
import { tube } from '../mesh/tube';
import { plus, type Vec3 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

/** The build of a four-legged animal, in metres. */
export interface Build {
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
	readonly ears: 'pointed' | 'hanging' | 'round' | 'long';
	readonly tail: 'up' | 'hanging' | 'bushy' | 'short';
}

export interface Coat {
	readonly coat: Material;
	readonly feet: Material;
	readonly nose: Material;
}

function addEars(bench: Bench, { head, ears }: Build, coat: Material, at: Vec3): void {
	for (const side of [-1, 1]) {
		const place = plus(at, [side * head * 0.55, head * 0.65, -head * 0.15]);
		if (ears === 'round')
			bench.add(coat, sphere(head * 0.35, bench.round(8)), { at: place, scale: [1, 1, 0.5] });
		else if (ears === 'hanging') {
			bench.add(coat, cylinder(head * 0.3, head * 0.16, head * 0.95, bench.round(7)), {
				at: place,
				turn: [0, 0, side * -155],
				scale: [0.6, 1, 1],
			});
		} else {
			const tall = head * (ears === 'long' ? 1.9 : 0.75);
			bench.add(coat, cylinder(head * 0.32, ears === 'long' ? head * 0.14 : 0, tall, bench.round(6)), {
				at: place,
				turn: [-6, 0, side * -10],
				scale: [1, 1, 0.5],
			});
		}
	}
}

function addTail(bench: Bench, { back, long, girth, tail }: Build, coat: Material): void {
	const root: Vec3 = [0, back - girth * 0.35, -long / 2];
	bench.joint('Tail1', root);
	const around = bench.round(7);
	if (tail === 'short') bench.add(coat, sphere(girth * 0.35, around), { at: root });
	else if (tail === 'up')
		bench.add(
			coat,
			tube(
				[root, plus(root, [0, girth * 0.9, -girth * 0.9]), plus(root, [0, girth * 2.1, -girth * 0.8])],
				(along) => girth * (0.2 - 0.1 * along),
				around,
			),
		);
	else if (tail === 'hanging')
		bench.add(
			coat,
			tube(
				[root, plus(root, [0, -girth * 0.3, -girth * 0.6]), plus(root, [0, -back * 0.45, -girth * 0.75])],
				(along) => girth * (0.12 + 0.2 * along * (1.2 - along)),
				around,
			),
		);
	else
		bench.add(
			coat,
			tube(
				[
					root,
					plus(root, [0, 0, -girth]),
					plus(root, [0, girth * 0.25, -girth * 2.1]),
					plus(root, [0, girth * 0.5, -girth * 2.9]),
				],
				(along) => girth * (0.18 + 0.85 * along * (1 - along)),
				around,
			),
		);
}

/** The girth of the trunk from tail to chest, rounded at both ends. */
const thickness: readonly number[] = [0.35, 0.7, 0.95, 0.9, 0.88, 0.96, 1, 0.9];

/** An animal that stands on four legs and looks along +z; gives the middle of its head. */
export function addQuadruped(bench: Bench, build: Build, { coat, feet, nose }: Coat): Vec3 {
	const { back, long, girth, leg, rise, reach, neck, head, snout } = build;
	const around = bench.round(10, 5);
	const middle = back - girth;
	const spine: Vec3[] = [-0.55, -0.5, -0.42, -0.15, 0.15, 0.3, 0.38, 0.4].map(
		(along): Vec3 => [0, middle, along * long],
	);
	bench.add(
		coat,
		tube(spine, (along) => girth * (thickness[Math.round(along * 7)] ?? 1), around),
	);
	const ball = sphere(girth * 0.99, around);
	bench.add(coat, ball, { at: [0, middle, long * 0.39], scale: [1, 1, 0.55] });
	for (const side of [-1, 1]) {
		for (const end of [-1, 1]) {
			const [x, z] = [side * (girth - leg * 0.95), end * long * 0.38];
			const name = `${end < 0 ? 'Back' : 'Front'}${side > 0 ? 'Left' : 'Right'}`;
			const knee: Vec3 = [x, back * 0.28, z + (end < 0 ? -leg * 0.5 : leg * 0.15)];
			bench.add(
				coat,
				tube(
					[[x * 0.95, middle, z], knee, [x, leg * 0.5, z]],
					(along) => leg * (1.25 - 0.5 * along),
					bench.round(8),
				),
			);
			bench.joint(`${name}UpperLeg`, [x * 0.95, middle, z]);
			bench.joint(`${name}LowerLeg`, knee);
			bench.joint(`${name}Foot`, [x, leg * 0.8, z]);
			bench.add(coat, sphere(leg * 1.25, bench.round(8)), {
				at: [x * 0.95, middle - leg * 0.1, z],
				scale: [1, 1.2, 1],
			});
			bench.add(feet, cylinder(leg * 0.85, leg * 0.75, leg * 0.9, bench.round(8)), {
				at: [x, 0, z + leg * 0.2],
			});
		}
	}
	const chest: Vec3 = [0, middle + girth * 0.1, long * 0.24];
	const face: Vec3 = [0, back + rise, long / 2 + reach];
	bench.joint('Hips', [0, middle, -long * 0.36]);
	bench.joint('Spine', [0, middle, -long * 0.1]);
	bench.joint('Chest', [0, middle, long * 0.18]);
	bench.joint('Neck', [0, middle + girth * 0.4, long * 0.4]);
	bench.joint('Head', plus(face, [0, -head * 0.2, -head * 0.4]));
	bench.joint('HeadTip', plus(face, [0, -head * 0.2, head + snout]));
	bench.add(
		coat,
		tube(
			[chest, plus(chest, [0, (face[1] - chest[1]) * 0.55, (face[2] - chest[2]) * 0.4]), face],
			(along) => neck * (1.25 - 0.45 * along),
			around,
		),
	);
	bench.add(coat, sphere(head, bench.round(12, 6)), { at: face, scale: [0.85, 0.95, 1] });
	const tip = plus(face, [0, -head * 0.35 - snout * 0.25, head * 0.55 + snout]);
	bench.add(
		coat,
		tube([plus(face, [0, -head * 0.15, head * 0.2]), tip], (along) => head * (0.68 - 0.22 * along), around),
	);
	bench.add(nose, sphere(head * 0.2, bench.round(8)), { at: plus(tip, [0, head * 0.22, head * 0.04]) });
	for (const side of [-1, 1]) {
		bench.add(bench.plain('paint', '1a1614'), sphere(head * 0.14, bench.round(8)), {
			at: plus(face, [side * head * 0.52, head * 0.22, head * 0.68]),
		});
	}
	addEars(bench, build, coat, face);
	addTail(bench, build, coat);
	return face;
}
