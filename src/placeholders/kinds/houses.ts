import type { Material } from '../material';
import type { Mesh } from '../mesh/mesh';
import { posed } from '../mesh/pose';
import { mirrored, prism } from '../mesh/prism';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points2d } from '../points';
import { corners } from './layout';

/** A gable roof with its ridge along x: two slabs over a filled gable. */
export function gable(width: number, height: number, depth: number, thick = 0.16): Mesh {
	const reach = depth / 2;
	const edge = `${reach} ${-thick * 0.6}, ${reach} ${thick * 0.6}`;
	const slab = mirrored(points2d(`0 ${height - thick * 1.4}, ${edge}, 0 ${height + thick}`));
	return posed(prism(slab, width), { turn: [0, 90, 0] });
}

/** A framed window on a wall that faces +z; `at` is the middle of its lower edge. */
export function addWindow(parts: PartBuilder, frame: Material, at: Vec3, width = 0.8, height = 1): void {
	parts.group({ at }, () => {
		const glass = parts.fixedMaterial('glass', '7fb2c8');
		parts.box(frame, [width + 0.16, height + 0.16, 0.06], { at: [0, -0.08, 0.02] });
		parts.box(glass, [width, height, 0.06], { at: [0, 0, 0.035] });
		parts.box(frame, [0.06, height, 0.08], { at: [0, 0, 0.04] });
		parts.box(frame, [width, 0.06, 0.08], { at: [0, height / 2 - 0.03, 0.04] });
	});
}

/** Measures of a house: its walls stand on a base 0.2 m high and end at `top`. */
type HouseSize = Readonly<Record<'width' | 'depth' | 'high' | 'top', number>>;

function addTimbers(parts: PartBuilder, beams: Material, { width, depth, high, top }: HouseSize): void {
	for (const [x, z] of corners) {
		parts.box(beams, [0.26, high, 0.26], { at: [x * (width / 2 - 0.07), 0.2, z * (depth / 2 - 0.07)] });
	}
	parts.box(beams, [width + 0.06, 0.22, depth + 0.06], { at: [0, top - 0.22, 0] });
	parts.box(beams, [1.3, 2.25, 0.12], { at: [0, 0.2, depth / 2 + 0.01] });
	parts.bothSides(() => {
		addWindow(parts, beams, [width * 0.32, 1.3, depth / 2]);
		parts.group({ turn: [0, 90, 0] }, () => {
			addWindow(parts, beams, [0, 1.3, width / 2]);
			addWindow(parts, beams, [0, top + 0.35, width / 2 - 0.01], 0.6, 0.7);
		});
	});
}

export function addHouse(parts: PartBuilder): void {
	const wooden = parts.hasWord('cabin', 'shed', 'hut', 'log', 'barn');
	const colour = parts.byWord({ barn: '9a3a30' });
	const walls = parts.substanceMaterial(wooden ? 'oak' : 'plaster', colour);
	const roof = parts.partMaterial('roof', 'shingles', parts.tintedMaterial('shingles'));
	const [width, depth] = [6.4 * parts.random.vary(0.08), 5.2];
	const [high, peak] = [3 * parts.random.vary(0.06), 2.6 * parts.random.vary(0.08)];
	const top = high + 0.2;
	parts.box(parts.fixedMaterial('cobblestone'), [width + 0.2, 0.4, depth + 0.2]);
	parts.box(walls, [width, high, depth], { at: [0, 0.2, 0] });
	const ends = { at: [0, top, 0], turn: [0, 90, 0] } as const;
	parts.symmetricPrism(walls, `0 0, ${depth / 2} 0, 0 ${peak - 0.1}`, width - 0.02, ends);
	const slabs = gable(width + 0.9, peak * 1.14, depth * 1.14 + 0.2);
	parts.add(roof, slabs, { at: [0, top - peak * 0.14, 0] });
	addTimbers(parts, parts.accentMaterial('dark wood'), { width, depth, high, top });
	const door = parts.partMaterial('door', 'oak', parts.accentMaterial('oak'));
	parts.box(door, [1.05, 2.1, 0.12], { at: [0, 0.2, depth / 2 + 0.04] });
	parts.box(parts.fixedMaterial('bronze'), [0.08, 0.14, 0.06], { at: [0.38, 1.15, depth / 2 + 0.12] });
	parts.box(parts.fixedMaterial('stone'), [1.5, 0.2, 0.6], { at: [0, 0, depth / 2 + 0.3] });
	if (parts.hasWord('church', 'chapel')) {
		parts.box(walls, [1.8, 6.4, 1.8], { at: [-width / 2 + 0.4, 0, 0.6] });
		parts.box(roof, [2.3, 3, 2.3], { at: [-width / 2 + 0.4, 6.4, 0.6], taper: 0 });
		return;
	}
	parts.group({ at: [width * 0.28, top, -depth * 0.16] }, () => {
		parts.box(parts.fixedMaterial('brick'), [0.8, peak + 0.6, 0.8]);
		parts.box(parts.fixedMaterial('stone'), [0.96, 0.16, 0.96], { at: [0, peak + 0.6, 0] });
	});
}

export function addTent(parts: PartBuilder): void {
	const [cloth, pole] = [parts.mainMaterial('cloth'), parts.accentMaterial('oak')];
	if (parts.hasWord('teepee', 'tipi')) {
		parts.cylinder(cloth, [1.5, 0.12, 2.8], 10);
		for (const turn of [0, 120, 240]) {
			parts.cylinder(pole, [0.035, 0.03, 0.9], 6, { at: [0, 2.5, 0], turn: [18, turn, 0] });
		}
		const flap = { at: [0, 0, 1.5], turn: [-26, 0, 0] } as const;
		parts.symmetricPrism(parts.fixedMaterial('cloth', '3a2e26'), '0 0, 0.4 0, 0 1.5', 0.03, flap);
		return;
	}
	parts.symmetricPrism(cloth, '0 1.56, 1.36 0, 1.44 0.02, 0 1.68', 2.6);
	parts.symmetricPrism(cloth, '0 0, 1.38 0, 0 1.6', 0.03, { at: [0, 0, -1.25] });
	parts.bothSides(() => parts.prism(cloth, '0.45 0, 1.38 0, 0 1.6', 0.03, { at: [0, 0, 1.25] }));
	const dark = parts.fixedMaterial('cloth', '2e2620');
	parts.symmetricPrism(dark, '0 0, 1.2 0, 0 1.45', 0.02, { at: [0, 0, 0.9] });
	for (const z of [-1.25, 1.22]) parts.cylinder(pole, [0.04, 0.03, 1.85], 6, { at: [0, 0, z] });
}
