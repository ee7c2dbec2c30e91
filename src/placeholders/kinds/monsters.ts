import type { Material } from '../material';
import { plus } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { points2d } from '../points';
import { type Anchors, addFigure } from './figure';

export function addGoblin(parts: PartBuilder): void {
	const dwarf = parts.hasWord('dwarf', 'gnome');
	const fiend = parts.hasWord('demon', 'devil', 'imp', 'minotaur');
	const large = parts.hasWord('orc', 'troll', 'ogre', 'demon', 'minotaur', 'monster');
	const hide = parts.tintedMaterial('skin', fiend ? 'a83428' : '5f8f3f');
	const skin = dwarf ? parts.fixedMaterial('skin') : hide;
	const cloth = dwarf ? parts.tintedMaterial('cloth', '8a3a2e') : parts.fixedMaterial('leather');
	const shoes = parts.fixedMaterial('leather', '4a3222');
	parts.group({ scale: large ? [1.15, 1.1, 1.15] : [0.85, 0.66, 0.85] }, () => {
		const figure = addFigure(parts, {
			...{ skin, shirt: large ? skin : cloth, trousers: cloth, shoes, arms: 'ready' },
			...(large ? { bulk: 1.4, headSize: 1.15 } : { bulk: 1.15, headSize: 1.45 }),
			eyes: dwarf ? parts.fixedMaterial('paint', '24201e') : parts.glowMaterial('eyes', 'ffe14a', 0.6),
		});
		const size = figure.headRadius;
		parts.group({ at: [0, figure.head[1], 0], scale: size }, () => {
			parts.cylinder(skin, [0.22, 0.08, 0.5], 6, { at: [0, -0.1, 0.8], turn: [80, 0, 0] });
			if (!dwarf) addTusks(parts, fiend ? undefined : skin);
		});
		if (dwarf) addBeardAndHat(parts, figure, cloth);
		else {
			const club = { at: plus(figure.rightHand, [0, -0.1, 0]), turn: [25, 0, 10] } as const;
			parts.cylinder(parts.accentMaterial('dark wood'), [0.03, 0.075, 0.75], 8, club);
			parts.lathe(cloth, '0.3 0.7, 0.24 0.95', 10, { scale: [1.1, 1, 0.8] });
		}
	});
}

/** Tusks with pointed ears, or with horns when there is no skin for ears; in head radii around the head's middle. */
function addTusks(parts: PartBuilder, ears: Material | undefined): void {
	parts.bothSides(() => {
		const ear = { at: [0.7, 0, 0], turn: [0, 0, -72], scale: [1, 1, 0.4] } as const;
		if (ears) parts.cylinder(ears, [0.4, 0, 1.3], 6, ear);
		else {
			const horn = parts.fixedMaterial('bone', '3a302a');
			parts.tube(horn, '0.5 0.7 0, 1.1 1.3 0, 1 2 0.24', [0.3, 0.03], 6);
		}
		parts.cylinder(parts.fixedMaterial('bone'), [0.12, 0, 0.48], 6, { at: [0.35, -0.65, 0.75] });
	});
}

function addBeardAndHat(parts: PartBuilder, { head: [, y], headRadius }: Anchors, cloth: Material): void {
	const beard = parts.partMaterial('hair', 'fur', parts.fixedMaterial('fur', 'b0622a'));
	const shape = { at: [0, y, 0.1], scale: [1, 1, 0.6] } as const;
	parts.lathe(beard, '0 -0.5, 0.13 -0.28, 0.15 -0.08, 0.05 -0.05', 8, shape);
	const hat = parts.hasWord('gnome') ? '1.05 0, 0 0.45' : '1.05 0, 0.9 0.1, 0 0.16';
	const pose = { at: [0, y + headRadius * 0.35, 0], scale: [headRadius, 1, headRadius] } as const;
	parts.lathe(parts.partMaterial('hat', 'cloth', cloth), hat, 10, pose);
}

export function addSlime(parts: PartBuilder): void {
	const jelly = parts.tintedMaterial('emerald', parts.random.pick(['58c850', '4aa8e8', 'e070b0']));
	parts.lathe(jelly, '0.42 0, 0.5 0.06, 0.5 0.2, 0.4 0.4, 0.22 0.52, 0 0.56', 20);
	parts.bothSides(() => {
		parts.sphere(parts.fixedMaterial('porcelain'), 0.085, 12, { at: [0.15, 0.34, 0.38] });
		parts.sphere(parts.fixedMaterial('paint', '18181c'), 0.045, 10, { at: [0.15, 0.34, 0.43] });
	});
	parts.box(parts.fixedMaterial('paint', '2a2430'), [0.14, 0.03, 0.04], { at: [0, 0.2, 0.48] });
}

export function addSnowman(parts: PartBuilder): void {
	const [snow, coal] = [parts.fixedMaterial('snow'), parts.fixedMaterial('stone', '1e1e20')];
	for (const [y, radius] of points2d('0.45 0.5, 1.12 0.36, 1.62 0.25')) {
		parts.blob(snow, [radius, radius * 0.94, radius], 0.02, 2, { at: [0, y, 0] });
	}
	const nose = { at: [0, 1.62, 0.22], turn: [90, 0, 0] } as const;
	parts.cylinder(parts.fixedMaterial('clay', 'e8822c'), [0.045, 0, 0.26], 8, nose);
	parts.bothSides(() => {
		parts.sphere(coal, 0.032, 6, { at: [0.09, 1.7, 0.215] });
		parts.tube(parts.fixedMaterial('bark'), '0.3 1.2 0, 0.6 1.38 0.05, 0.78 1.36 0.08', 0.02, 5);
	});
	for (const y of [0.98, 1.13, 1.28]) parts.sphere(coal, 0.03, 6, { at: [0, y, y > 1.2 ? 0.31 : 0.345] });
	const scarf = { at: [0, 1.42, 0], turn: [90, 0, 0] } as const;
	parts.ring(parts.tintedMaterial('cloth', 'b8322e'), 0.23, 0.055, 14, scarf);
	const hat = parts.partMaterial('hat', 'cloth', parts.fixedMaterial('cloth', '26262a'));
	parts.lathe(hat, '0.27 0, 0.27 0.025, 0.17 0.03, 0.18 0.28, 0 0.28', 14, { at: [0, 1.8, 0] });
}
