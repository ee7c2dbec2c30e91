import type { PartBuilder } from '../partBuilder';
import { addHeaterShield, addRoundShield } from './arms';
import { addSwordOf } from './blades';
import { type Anchors, addBelt, addCape, addFigure } from './figure';

export function addKnight(parts: PartBuilder): void {
	const plate = parts.substanceMaterial('steel');
	const [dark, leather] = [parts.fixedMaterial('iron'), parts.fixedMaterial('leather')];
	const dress = { skin: plate, shirt: plate, trousers: dark, shoes: plate, eyes: dark };
	const figure = addFigure(parts, { ...dress, bulk: 1.15, arms: 'ready' });
	parts.bothSides(() => {
		parts.sphere(plate, 0.12, 10, { at: [figure.shoulder, 1.38, 0], scale: [1, 0.8, 1] });
		parts.sphere(plate, 0.1, 8, { at: [0.115, 0.46, 0.02] });
	});
	addBelt(parts, leather, 0.22, [0.86, 0.94], [1.1, 0.75]);
	addHelmet(parts, figure);
	const [rx, ry, rz] = figure.rightHand;
	const sword = { metal: parts.accentMaterial('steel'), hilt: parts.fixedMaterial('bronze'), grip: leather };
	parts.group({ at: [rx, ry - 0.12, rz], turn: [18, 0, 6] }, () => addSwordOf(parts, sword, 0.8));
	const [lx, ly, lz] = figure.leftHand;
	const face = parts.partMaterial('shield', 'paint', parts.tintedMaterial('paint', '2f4f8a'));
	const addShield = parts.hasWord('viking') ? addRoundShield : addHeaterShield;
	parts.group({ at: [lx + 0.05, ly - 0.36, lz + 0.08], turn: [0, 22, 0], scale: 0.85 }, () =>
		addShield(parts, face, dark),
	);
	if (parts.hasWord('barbarian', 'soldier', 'guard')) return;
	addCape(parts, figure, parts.tintedMaterial('cloth', 'a8302c'));
}

function addHelmet(parts: PartBuilder, { head: [, y] }: Anchors): void {
	const plate = parts.substanceMaterial('steel');
	parts.group({ at: [0, y, 0] }, () => {
		parts.lathe(plate, '0.15 -0.16, 0.165 0, 0.15 0.11, 0.08 0.18, 0 0.2', 12);
		parts.box(parts.fixedMaterial('paint', '16161a'), [0.2, 0.028, 0.1], { at: [0, 0.01, 0.105] });
		parts.box(plate, [0.03, 0.24, 0.05], { at: [0, -0.13, 0.145] });
		if (parts.hasWord('viking', 'barbarian', 'samurai')) {
			const horn = { at: [0.12, 0.08, 0], turn: [0, 0, -45] } as const;
			parts.bothSides(() => parts.cylinder(parts.fixedMaterial('bone'), [0.045, 0, 0.2], 7, horn));
			return;
		}
		const plume = parts.partMaterial('cape', 'cloth', parts.tintedMaterial('cloth', 'a8302c'));
		parts.blob(plume, [0.03, 0.1, 0.17], 0.1, 1, { at: [0, 0.24, -0.06] });
	});
}

export function addHoodedFigure(parts: PartBuilder): void {
	const dark = parts.hasWord('ninja', 'assassin', 'cultist', 'thief');
	const cloth = parts.tintedMaterial('cloth', dark ? '26262c' : '3f6a3a');
	const leather = parts.fixedMaterial('leather');
	const skin = parts.fixedMaterial('skin');
	const dress = { skin, shirt: cloth, trousers: leather, shoes: leather };
	const figure = addFigure(parts, { ...dress, arms: 'ready', bulk: 0.95 });
	const hood = { at: [0, figure.head[1] + 0.01, -0.03], turn: [-38, 0, 0], from: -40 } as const;
	parts.sphere(cloth, 0.175, 12, hood);
	parts.lathe(cloth, '0.24 1.3, 0.2 1.42, 0.1 1.5', 12, { scale: [1.1, 1, 0.8] });
	addBelt(parts, leather, 0.185, [0.86, 0.93], [1.15, 0.78]);
	addCape(parts, figure, cloth);
	if (parts.hasWord('archer', 'ranger', 'elf', 'hunter')) {
		const wood = parts.accentMaterial('oak');
		parts.group({ at: figure.leftHand }, () => {
			parts.tube(wood, '0 -0.6 -0.12, 0 -0.35 0.02, 0 0 0.08, 0 0.35 0.02, 0 0.6 -0.12', 0.018, 6);
			parts.tube(wood, '0 -0.6 -0.12, 0 0.6 -0.12', 0.004, 6);
		});
		return;
	}
	const [x, y, z] = figure.rightHand;
	const sword = { metal: parts.accentMaterial('steel'), hilt: leather, grip: leather };
	parts.group({ at: [x, y - 0.06, z], turn: [70, 0, 0], scale: 0.6 }, () => addSwordOf(parts, sword, 0.6));
}
