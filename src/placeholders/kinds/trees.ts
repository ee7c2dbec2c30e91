import { plus, times, type Vec2, type Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { onCircle, scatterAngle } from './layout';
import { frond } from './plants';

/** The colour of leaves when the words name a season or a blossom but no colour. */
function leafColour(parts: PartBuilder): string | undefined {
	if (parts.hasWord('autumn', 'fall')) return parts.random.pick(['c8642a', 'd08a2c', 'b8452a']);
	return parts.byWord({ 'cherry, blossom, sakura': 'eda6c0' });
}

/** Points up a crooked trunk. */
function crookedTrunk(parts: PartBuilder, height: number, crook: number): Vec3[] {
	const turn = parts.random.between(0, 6.28);
	const steps = [0, 0.25, 0.5, 0.75, 1];
	return steps.map((along) => onCircle(turn, Math.sin(along * 3.5) * crook, along * height));
}

export function addBroadleaf(parts: PartBuilder): void {
	const bark = parts.accentMaterial('bark', parts.hasWord('birch') ? 'd8d4c8' : undefined);
	const leaves = parts.partMaterial('leaf', 'leaf', parts.tintedMaterial('leaf', leafColour(parts)));
	const height = 5.6 * parts.random.vary(0.15);
	const trunk = crookedTrunk(parts, height * 0.62, 0.12);
	parts.tube(bark, trunk, [0.41, 0.25, 0.21, 0.17, 0.13], 9);
	const crown = trunk[4] ?? [0, height, 0];
	const clumps = parts.random.whole(5, 7);
	const start = parts.random.between(0, 6.28);
	for (let clump = 0; clump < clumps; clump++) {
		const out = height * parts.random.between(0.17, 0.22);
		const rise = height * parts.random.between(-0.04, 0.12);
		const centre = plus(crown, onCircle(start + (clump / clumps) * 6.28, out, rise));
		const bough = [trunk[3] ?? crown, times(plus(crown, centre), 0.5), centre];
		if (clump % 2 === 0) parts.tube(bark, bough, [0.09, 0.04], 6);
		const size = height * parts.random.between(0.14, 0.18);
		parts.blob(leaves, [size, size * 0.85, size], 0.1, 1, { at: centre });
	}
	const top = height * 0.23;
	parts.blob(leaves, [top, top * 0.9, top], 0.08, 2, { at: plus(crown, [0, height * 0.18, 0]) });
}

export function addConifer(parts: PartBuilder): void {
	const needles = parts.tintedMaterial('needles');
	const height = 6.4 * parts.random.vary(0.15);
	parts.cylinder(parts.accentMaterial('bark'), [0.2, 0.1, height * 0.4], 8);
	const layers = parts.random.whole(4, 5);
	for (let layer = 0; layer < layers; layer++) {
		const along = layer / layers;
		const radius = height * (0.25 - 0.17 * along) * parts.random.vary(0.06);
		const y = height * (0.14 + 0.7 * along);
		const tall = height * (0.4 - 0.1 * along);
		const brim = `${radius * 0.35} ${y + tall * 0.1}, ${radius} ${y}, ${radius * 0.45} ${y + tall * 0.45}`;
		const turn = [0, parts.random.between(0, 60), 0] as const;
		parts.lathe(needles, `${brim}, 0 ${Math.min(height, y + tall)}`, 9, { turn, flat: true });
	}
	if (parts.hasWord('christmas')) addBaubles(parts, height);
}

function addBaubles(parts: PartBuilder, height: number): void {
	const star = parts.glowMaterial('star', 'ffd84a', 0.9);
	parts.blob(star, [0.2, 0.2, 0.2], 0.3, 0, { at: [0, height + 0.05, 0] });
	for (let bauble = 0; bauble < 14; bauble++) {
		const along = bauble / 14;
		const paint = parts.fixedMaterial('paint', parts.random.pick(['d83a3a', 'e8c040', '4a7ae0']));
		const [out, y] = [height * (0.24 - 0.19 * along), height * (0.15 + 0.72 * along)];
		parts.sphere(paint, 0.11, 8, { at: onCircle(bauble * scatterAngle, out, y) });
	}
}

export function addPalm(parts: PartBuilder): void {
	const height = 5.2 * parts.random.vary(0.12);
	const lean = parts.random.between(0.5, 1.1);
	const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
	const trunk = steps.map((along): Vec3 => [lean * along * along - lean * 0.4, height * along, 0]);
	parts.tube(parts.accentMaterial('bark', '8a6a48'), trunk, [0.3, 0.2, 0.18, 0.16, 0.14, 0.12], 9);
	const leaves = parts.tintedMaterial('leaf', '5a9a3a');
	const nut = parts.fixedMaterial('bark', '5a3a22');
	parts.group({ at: trunk[5] ?? [0, height, 0] }, () => {
		for (let index = 0; index < 10; index++) {
			const turn = index * 36 + parts.random.between(-10, 10);
			const long = 2.1 * parts.random.vary(0.1);
			const leaf = frond(long, 0.62, index % 2 ? 0.9 : 0.4, 1.4, parts.segments(5));
			parts.add(leaves, leaf, { turn: [0, turn, 0] });
		}
		for (const angle of [0.46, 2.28, 4.71]) parts.sphere(nut, 0.13, 8, { at: onCircle(angle, 0.18, -0.14) });
	});
}

/** A branch that itself branches `depth` times; `ahead` is where it grows, times its length. */
function addBranch(parts: PartBuilder, from: Vec3, ahead: Vec3, [length, thick]: Vec2, depth: number): void {
	const { random } = parts;
	const bend = (): number => random.between(-0.18, 0.18) * length;
	const middle = plus(plus(from, times(ahead, length * 0.5)), [bend(), 0, bend()]);
	const end = plus(from, times(ahead, length));
	const bark = parts.mainMaterial('bark', '6a5c50');
	parts.tube(bark, [from, middle, end], [thick, thick * 0.45], depth > 1 ? 8 : 5);
	if (depth === 0) return;
	const children = depth > 1 ? 3 : 2;
	const start = random.between(0, 6.28);
	for (let child = 0; child < children; child++) {
		const outward = onCircle(start + (child / children) * 6.28, random.between(0.5, 0.9), 0.25);
		const next = plus(outward, [ahead[0] * 0.6, ahead[1] * 0.7, ahead[2] * 0.6]);
		const fork = child === 0 ? end : plus(times(middle, 0.4), times(end, 0.6));
		addBranch(parts, fork, next, [length * random.between(0.5, 0.65), thick * 0.5], depth - 1);
	}
}

export function addDeadTree(parts: PartBuilder): void {
	addBranch(parts, [0, 0, 0], [0, 1, 0], [2.3 * parts.random.vary(0.1), 0.24], 3);
	parts.cylinder(parts.mainMaterial('bark', '6a5c50'), [0.42, 0.2, 0.35], 8);
}

export function addLog(parts: PartBuilder): void {
	const [bark, cut] = [parts.mainMaterial('bark'), parts.fixedMaterial('pale wood')];
	if (parts.hasWord('stump')) {
		const top = 0.32 * parts.random.vary(0.1);
		parts.lathe(bark, `${top * 1.5} 0, ${top * 1.1} 0.12, ${top} 0.42`, 11);
		parts.cylinder(cut, [top * 0.9, top * 0.9, 0.012], 11, { at: [0, 0.415, 0] });
		return;
	}
	parts.cylinder(bark, [0.2, 0.18, 1.6], 11, { at: [-0.8, 0.2, 0], turn: [0, 0, -90] });
	parts.cylinder(cut, [0.165, 0.165, 1.61], 11, { at: [-0.805, 0.2, 0], turn: [0, 0, -90] });
}
