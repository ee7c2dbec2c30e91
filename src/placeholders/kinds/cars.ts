import type { Material } from '../material';
import type { Vec2 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points2d } from '../points';

const body = points2d('-2.1 0.35, 2.1 0.35, 2.15 0.65, 2 0.82, 0.95 0.92, -2 0.95, -2.15 0.8');
const limousine = points2d('-1.5 0.93, 1 0.9, 0.35 1.38, -1 1.4');

/** Cabins from the side: z and y, from the back along the body to the foot of the windscreen, and over the roof. */
const cabins: Readonly<Record<string, readonly Vec2[]>> = {
	'van, bus, ambulance': points2d('-2.05 0.93, 1.15 0.9, 0.7 1.75, -2 1.78'),
	'truck, pickup': points2d('-0.3 0.93, 1.1 0.9, 0.65 1.5, -0.25 1.5'),
};

/** The window band of a cabin: its outline drawn together and a little downwards. */
function windowsOf(cabin: readonly Vec2[]): Vec2[] {
	const middle = (axis: 0 | 1): number => cabin.reduce((sum, point) => sum + point[axis], 0) / cabin.length;
	const [x, y] = [middle(0), middle(1)];
	return cabin.map((point): Vec2 => [x + (point[0] - x) * 0.88, y + (point[1] - y) * 0.76]);
}

function addWindscreen(parts: PartBuilder, glass: Material, cabin: readonly Vec2[]): void {
	const [foot, top] = [cabin[1] ?? [1, 0.9], cabin[2] ?? [0.35, 1.4]];
	const [back, up] = [foot[0] - top[0], top[1] - foot[1]];
	const turn = [(-Math.atan2(back, up) * 180) / Math.PI, 0, 0] as const;
	const at = [0, foot[1] + 0.04, foot[0] - 0.03] as const;
	parts.box(glass, [1.3, Math.sqrt(back * back + up * up) * 0.82, 0.03], { at, turn });
}

/** A rubber tyre on a steel rim, in the plane of y and z, its hub at the origin. */
function addTyre(parts: PartBuilder, radius: number, wide: number): void {
	const half = wide / 2;
	const tread = `${radius} ${half * -0.7}, ${radius} ${half * 0.7}`;
	const side = (y: number): string => `${radius * 0.7} ${y}, ${radius * 0.95} ${y}`;
	const farSide = `${radius * 0.95} ${half}, ${radius * 0.7} ${half}`;
	parts.group({ turn: [0, 90, 0] }, () => {
		const rubber = parts.fixedMaterial('plastic', '202124');
		parts.lathe(rubber, `${side(-half)}, ${tread}, ${farSide}`, 18, { turn: [90, 0, 0] });
		const rim = { at: [0, 0, -half - 0.015], turn: [90, 0, 0] } as const;
		parts.cylinder(parts.fixedMaterial('steel'), [radius * 0.58, radius * 0.58, wide + 0.03], 18, rim);
	});
}

export function addCar(parts: PartBuilder): void {
	const colour =
		parts.byWord({ taxi: 'f0b82a', ambulance: 'f2f2f0' }) ??
		parts.random.pick(['c8402f', '2f5fa8', '3f7a4a', 'd8d8d4', 'e0902a']);
	const paint = parts.mainMaterial('paint', colour);
	const glass = parts.fixedMaterial('glass', '3a4a58');
	const cabin = parts.byWord(cabins) ?? limousine;
	const lift = parts.hasWord('van', 'bus', 'ambulance', 'truck', 'pickup', 'jeep') ? 0.12 : 0;
	parts.group({ at: [0, lift, 0] }, () => {
		parts.group({ turn: [0, -90, 0] }, () => {
			parts.prism(paint, body, 1.75);
			parts.prism(paint, cabin, 1.5);
			parts.prism(glass, windowsOf(cabin), 1.53);
		});
		addWindscreen(parts, glass, cabin);
		addBumpers(parts);
	});
	const radius = 0.36 + lift * 0.4;
	parts.bothSides(() => {
		for (const z of [-1.35, 1.35]) parts.group({ at: [0.8, radius, z] }, () => addTyre(parts, radius, 0.24));
	});
	const taxi = parts.glowMaterial('taxi sign', 'ffe9a0', 0.6);
	const siren = parts.glowMaterial('siren', '3a7aff', 0.8);
	if (parts.hasWord('taxi')) parts.box(taxi, [0.4, 0.14, 0.18], { at: [0, 1.4, -0.3] });
	if (parts.hasWord('ambulance')) parts.box(siren, [0.9, 0.12, 0.2], { at: [0, 1.88, 0.3] });
}

function addBumpers(parts: PartBuilder): void {
	const dark = parts.fixedMaterial('plastic', '26272b');
	const front = parts.glowMaterial('headlight', 'fff2c8', 0.7);
	const rear = parts.glowMaterial('tail light', 'd81e1e', 0.5);
	parts.bothSides(() => {
		parts.box(front, [0.32, 0.15, 0.06], { at: [0.6, 0.6, 2.12] });
		parts.box(rear, [0.26, 0.13, 0.06], { at: [0.65, 0.66, -2.12] });
	});
	for (const z of [-2.14, 2.14]) parts.box(dark, [1.7, 0.16, 0.14], { at: [0, 0.34, z] });
	parts.box(dark, [0.6, 0.15, 0.06], { at: [0, 0.58, 2.13] });
}
