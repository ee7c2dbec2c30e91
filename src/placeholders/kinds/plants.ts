import { sheets } from '../mesh/facets';
import type { Mesh } from '../mesh/mesh';
import type { Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points3d } from '../points';
import { onCircle, scatterAngle } from './layout';

/** A drooping feather of a leaf along +z, seen from both sides. */
export function frond(length: number, width: number, rise: number, droop: number, steps: number): Mesh {
	const at = (along: number, side: number): Vec3 => {
		const wide = width * Math.sin(Math.PI * (0.12 + 0.88 * along)) * 0.5;
		const fold = side === 0 ? 0 : -wide * 0.45;
		return [side * wide, rise * along - droop * along * along + fold, length * along * (1 - 0.15 * along)];
	};
	const polygons: Vec3[][] = [];
	for (let step = 0; step < steps; step++) {
		const [from, to] = [step / steps, (step + 1) / steps];
		polygons.push([at(from, -1), at(from, 0), at(to, 0)], [at(from, -1), at(to, 0), at(to, -1)]);
		polygons.push([at(from, 0), at(from, 1), at(to, 1)], [at(from, 0), at(to, 1), at(to, 0)]);
	}
	return sheets(polygons.map((polygon) => polygon.reverse()));
}

export function addBush(parts: PartBuilder): void {
	const leaves = parts.tintedMaterial('leaf', parts.hasWord('autumn') ? 'c07a2c' : undefined);
	if (parts.hasWord('hedge')) {
		parts.box(leaves, [2, 1.1, 0.6], { taper: 0.94 });
		for (const x of [-0.7, -0.2, 0.35, 0.8]) {
			parts.blob(leaves, [0.36, 0.16, 0.32], 0.14, 1, { at: [x, 1.05, 0] });
		}
		return;
	}
	const clumps = parts.random.whole(4, 6);
	parts.blob(leaves, [0.5, 0.5, 0.5], 0.1, 2, { at: [0, 0.5, 0] });
	for (let clump = 0; clump < clumps; clump++) {
		const angle = (clump / clumps) * 6.28 + parts.random.between(0, 0.6);
		const size = parts.random.between(0.26, 0.38);
		parts.blob(leaves, [size, size * 0.9, size], 0.12, 1, { at: onCircle(angle, 0.42, size * 0.85) });
	}
	if (!parts.hasWord('berry', 'flower', 'flowering')) return;
	const berries = parts.accentMaterial('petal');
	for (let berry = 0; berry < 12; berry++) {
		const y = 0.3 + berry * 0.05;
		const out = 0.52 + (1 - Math.abs(y - 0.45)) * 0.12;
		parts.sphere(berries, 0.05, 6, { at: onCircle(berry * scatterAngle, out, y) });
	}
}

export function addMushroom(parts: PartBuilder): void {
	const tall = 0.34 * parts.random.vary(0.15);
	const wide = 0.26 * parts.random.vary(0.15);
	const stem = parts.fixedMaterial('bone', 'ece4d0');
	parts.lathe(stem, `0.09 0, 0.065 0.05, 0.055 ${tall}, 0.07 ${tall + 0.02}`, 16);
	parts.group({ at: [0, tall, 0] }, () => {
		const [brim, dome] = [`0.06 -0.01, ${wide} -0.03`, `${wide * 0.75} 0.12, ${wide * 0.4} 0.17, 0 0.19`];
		parts.lathe(parts.mainMaterial('petal', 'c8362c'), `${brim}, ${wide * 0.98} 0.03, ${dome}`, 16);
		const spots = parts.accentMaterial('bone', 'f6f1e6');
		for (let spot = 0; spot < 8; spot++) {
			const [out, y] = spot < 5 ? [0.86, 0.08] : [0.5, 0.155];
			parts.sphere(spots, 0.032, 8, { at: onCircle(spot * scatterAngle, wide * out, y), scale: [1, 0.7, 1] });
		}
	});
}

const sunflower = { tall: 1.4, petals: 14, size: 0.2, stem: 0.024, tilt: 65, heart: '5a3a1e', disc: 0.1 };
const smallFlower = { tall: 0.45, size: 0.11, stem: 0.012, tilt: 30, heart: 'f0c23a', disc: 0.033 };

export function addFlower(parts: PartBuilder): void {
	const looks = parts.hasWord('sunflower') ? sunflower : { ...smallFlower, petals: parts.random.whole(6, 8) };
	const { tall, petals, size } = looks;
	const bend = parts.random.between(-0.04, 0.04);
	const green = parts.fixedMaterial('leaf');
	parts.tube(green, `0 0 0, ${bend} ${tall * 0.5} 0, 0 ${tall} 0`, looks.stem, 6);
	for (const turn of [60, 200]) {
		const leaf = frond(size * 1.8, size * 0.8, 0.12, 0.1, parts.segments(3));
		parts.add(green, leaf, { at: [0, tall * 0.25, 0], turn: [0, turn, 0] });
	}
	const colour =
		parts.byWord({ sunflower: 'f2c12a', daisy: 'f4f2ec' }) ??
		parts.random.pick(['d8384f', 'e08ac0', '8a5ad0', 'f0b030']);
	const petal = parts.tintedMaterial('petal', colour);
	parts.group({ at: [0, tall, 0], turn: [looks.tilt, 0, 0] }, () => {
		parts.around(petals, () => parts.add(petal, frond(size, size * 0.75, 0.05, 0.035, parts.segments(3))));
		const heart = parts.fixedMaterial('petal', looks.heart);
		parts.sphere(heart, looks.disc, 10, { at: [0, 0.012, 0], scale: [1, 0.5, 1] });
	});
}

export function addGrass(parts: PartBuilder): void {
	const green = parts.tintedMaterial('grass', parts.hasWord('wheat', 'dry') ? 'd4b04a' : undefined);
	for (let blade = 0; blade < 26; blade++) {
		const tall = parts.random.between(0.25, 0.5);
		const lean = parts.random.between(0.02, 0.16);
		const bend = `${tall * 0.6} ${lean * 0.35}`;
		const lower = points3d(`-0.02 0 0, 0.02 0 0, 0.013 ${bend}, -0.013 ${bend}`);
		const tip = points3d(`-0.013 ${bend}, 0.013 ${bend}, 0 ${tall} ${lean}`);
		const at = onCircle(blade * scatterAngle, 0.26 * Math.sqrt(blade / 26));
		parts.add(green, sheets([lower, tip]), { at, turn: [0, parts.random.between(0, 360), 0] });
	}
}

export function addPottedPlant(parts: PartBuilder): void {
	const pot = '0.13 0, 0.18 0.24, 0.2 0.24, 0.2 0.3, 0.17 0.3, 0.165 0.26';
	parts.lathe(parts.accentMaterial('clay'), pot, 16);
	parts.cylinder(parts.fixedMaterial('earth'), [0.168, 0.168, 0.01], 16, { at: [0, 0.26, 0] });
	const leaves = parts.tintedMaterial('leaf');
	for (let index = 0; index < 11; index++) {
		const [length, rise, droop] = index > 6 ? ([0.32, 0.6, 0.15] as const) : ([0.48, 0.42, 0.3] as const);
		const turn = index * 51 + parts.random.between(-8, 8);
		const leaf = frond(length, 0.16, rise, droop, parts.segments(4));
		parts.add(leaves, leaf, { at: [0, 0.27, 0], turn: [0, turn, 0] });
	}
}

export function addCactus(parts: PartBuilder): void {
	const green = parts.tintedMaterial('grass', '4e8a4a');
	const tall = 1.7 * parts.random.vary(0.12);
	const addStem = (radius: number, height: number, x = 0, y = 0): void => {
		const tip = `${radius * 0.95} ${height - radius * 0.7}, ${radius * 0.6} ${height - radius * 0.2}, 0 ${height}`;
		const profile = `${radius * 0.85} 0, ${radius} ${height * 0.5}, ${tip}`;
		parts.lathe(green, profile, 10, { at: [x, y, 0], flat: true });
	};
	addStem(0.2, tall);
	for (const side of [-1, 1]) {
		const y = tall * parts.random.between(0.35, 0.55);
		parts.tube(green, `0 ${y} 0, ${side * 0.3} ${y} 0, ${side * 0.4} ${y + 0.1} 0`, 0.11, 10);
		addStem(0.12, tall * parts.random.between(0.3, 0.42), side * 0.4, y + 0.05);
	}
	const bloom = parts.accentMaterial('petal', 'e86aa0');
	parts.blob(bloom, [0.08, 0.06, 0.08], 0.3, 0, { at: [0, tall + 0.02, 0] });
}
