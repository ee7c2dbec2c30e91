import { plus, type Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { addQuadruped, type QuadrupedShape } from './quadruped';

const cowShape: QuadrupedShape = {
	...{ back: 1.35, long: 1.6, girth: 0.4, leg: 0.1, rise: 0.12, reach: 0.28 },
	...{ neck: 0.22, head: 0.22, snout: 0.18, ears: 'hanging', tail: 'hanging' },
};

/** What tells an animal from a cow. */
interface Breed {
	readonly shape?: Partial<QuadrupedShape>;
	readonly scale?: number;
	readonly colour?: string;
	/** The colour of what shows from under a fleece. */
	readonly underFleece?: string;
	readonly pinkNose?: boolean;
	readonly bareFeet?: boolean;
}

const pigShape = { back: 1.1, rise: -0.05, girth: 0.44, ears: 'pointed', tail: 'short' } as const;
const bearShape = { girth: 0.5, leg: 0.17, head: 0.27, rise: 0.18, ears: 'round', tail: 'short' } as const;

const breeds: Readonly<Record<string, Breed>> = {
	pig: { shape: pigShape, scale: 0.58, colour: 'e8a09a', pinkNose: true },
	boar: { shape: pigShape, scale: 0.58, colour: '5a3c28', pinkNose: true },
	bear: { shape: bearShape, colour: '5a3c28', bareFeet: true },
	'sheep, lamb, ram': { shape: { rise: 0.25 }, scale: 0.58, colour: 'efe8da', underFleece: '4a403a' },
	goat: { scale: 0.58 },
	'elephant, rhino, hippo': { colour: '86868a' },
};

export function addCow(parts: PartBuilder): void {
	const breed = parts.byWord(breeds) ?? {};
	const colour = breed.colour ?? parts.random.pick(['8a5a3a', 'e8e4dc', '3a3432']);
	const coat = parts.tintedMaterial('fur', colour);
	const dark = parts.fixedMaterial('leather', '2a2220');
	const nose = breed.pinkNose ? parts.fixedMaterial('skin', 'c87a7a') : dark;
	const skin = breed.underFleece ? parts.fixedMaterial('skin', breed.underFleece) : coat;
	parts.group({ scale: breed.scale ?? 1 }, () => {
		const coats = { coat: skin, feet: breed.bareFeet ? coat : dark, nose };
		const face = addQuadruped(parts, { ...cowShape, ...breed.shape }, coats);
		if (breed.underFleece) {
			for (const z of [-0.5, -0.1, 0.3, 0.55]) {
				parts.blob(coat, [0.56, 0.55, 0.4], 0.07, 1, { at: [0, 1.02, z] });
			}
			parts.blob(coat, [0.22, 0.16, 0.2], 0.08, 1, { at: plus(face, [0, 0.2, -0.08]) });
		}
		parts.group({ at: face }, () => {
			if (parts.hasWord('cow', 'bull', 'ox', 'goat', 'ram', 'buffalo', 'cattle')) {
				const horn = '0.12 0.16 -0.02, 0.3 0.22 0, 0.34 0.4 0.05';
				parts.bothSides(() => parts.tube(parts.fixedMaterial('bone'), horn, [0.045, 0.005], 6));
			}
			const trunk = '0 -0.1 0.3, 0 -0.5 0.5, 0 -1.1 0.45';
			if (parts.hasWord('elephant')) parts.tube(coat, trunk, [0.14, 0.07], 8);
		});
	});
}

const horseShape: QuadrupedShape = {
	...{ back: 1.5, long: 1.5, girth: 0.34, leg: 0.1, rise: 0.62, reach: 0.32 },
	...{ neck: 0.19, head: 0.19, snout: 0.3, ears: 'pointed', tail: 'hanging' },
};

export function addHorse(parts: PartBuilder): void {
	const deer = parts.hasWord('deer', 'stag', 'reindeer', 'elk', 'moose');
	const unicorn = parts.hasWord('unicorn', 'pegasus');
	const colour =
		parts.byWord({ 'unicorn, pegasus': 'f0eef2', 'deer, stag, reindeer, elk, moose': '9a6a42' }) ??
		parts.random.pick(['7a4a2a', '5a3a26', 'a87a4a', '3a302c']);
	const [coat, hoof] = [parts.tintedMaterial('fur', colour), parts.fixedMaterial('leather', '2a2220')];
	const shape: QuadrupedShape = deer ? { ...horseShape, girth: 0.3, tail: 'short' } : horseShape;
	parts.group({ scale: deer ? 0.78 : parts.hasWord('pony', 'donkey') ? 0.75 : 1 }, () => {
		const face = addQuadruped(parts, shape, { coat, feet: hoof, nose: hoof });
		if (unicorn) {
			const horn = { at: plus(face, [0, 0.15, 0.1]), turn: [28, 0, 0] } as const;
			parts.cylinder(parts.fixedMaterial('gold'), [0.04, 0, 0.42], 8, horn);
		}
		if (deer) addAntlers(parts, face);
		else addMane(parts, face, unicorn ? 'e6a8d8' : '241a16');
	});
}

function addAntlers(parts: PartBuilder, face: Vec3): void {
	const horn = parts.fixedMaterial('bone', 'c8b08a');
	parts.group({ at: face }, () =>
		parts.bothSides(() => {
			parts.tube(horn, '0.08 0.15 -0.02, 0.3 0.4 -0.1, 0.38 0.77 -0.02', [0.035, 0.015], 6);
			parts.tube(horn, '0.3 0.4 -0.1, 0.3 0.65 0.16', 0.022, 5);
		}),
	);
}

function addMane(parts: PartBuilder, face: Vec3, colour: string): void {
	const mane = parts.partMaterial('hair', 'fur', parts.fixedMaterial('fur', colour));
	const path = '0 0.18 0.1, 0 0.2 -0.02, 0 -0.1 -0.3, 0 -0.42 -0.52';
	parts.tube(mane, path, [0.07, 0.12], 7, { at: face, scale: [0.7, 1, 1] });
}
