import { facets } from '../mesh/facets';
import type { PartBuilder } from '../partBuilder';
import { points3d } from '../points';
import { type Anchors, addBelt, addFigure } from './figure';

export function addPerson(parts: PartBuilder): void {
	const { random } = parts;
	const female = parts.hasWord('woman', 'girl', 'queen', 'princess', 'heroine');
	const small = parts.hasWord('boy', 'girl', 'child');
	parts.group({ scale: small ? 0.72 : 1 }, () => {
		const shirtColour = random.pick(['3f6f9a', '9a4a3a', '4f7a45', '8a6aa0', 'b08a3a']);
		const shirt = parts.tintedMaterial('cloth', shirtColour);
		const hairColour = random.pick(['3a2a1e', '6e4a26', '1c1a1a', 'b0803a', '8c3f22']);
		const hair = parts.partMaterial('hair', 'fur', parts.fixedMaterial('fur', hairColour));
		const skin = parts.fixedMaterial('skin', random.pick(['e8b896', 'dba27c', 'b87a52', '8a5636', 'f0c8a8']));
		const [leather, trousers] = [parts.fixedMaterial('leather'), parts.accentMaterial('cloth', '4a4a58')];
		const dress = { skin, hair, shirt, trousers, shoes: leather };
		const figure = addFigure(parts, { ...dress, bulk: female ? 0.92 : 1, headSize: small ? 1.25 : 1.05 });
		addBelt(parts, leather, 0.19, [0.85, 0.91], [1.13, 0.74]);
		if (female) {
			parts.blob(hair, [0.14, 0.2, 0.07], 0.06, 1, { at: [0, figure.head[1] - 0.1, -0.1] });
			parts.lathe(shirt, '0.32 0.38, 0.24 0.65, 0.17 0.9', 12, { scale: [1, 1, 0.8] });
		}
		addHeadgear(parts, figure);
	});
}

function addHeadgear(parts: PartBuilder, { head: [, y] }: Anchors): void {
	if (parts.hasWord('king', 'queen', 'prince', 'princess')) {
		const crown = { at: [0, y + 0.1, -0.02] } as const;
		parts.lathe(parts.fixedMaterial('gold'), '0.12 0, 0.14 0.09, 0.11 0.03', 8, crown);
	}
	if (parts.hasWord('farmer', 'pirate')) {
		const straw = parts.fixedMaterial('straw', parts.byWord({ pirate: '2a2624' }));
		const hat = '0.15 0, 0.29 0, 0.29 0.015, 0.15 0.03, 0.12 0.12, 0 0.14';
		parts.lathe(straw, hat, 14, { at: [0, y + 0.06, -0.01], turn: [-6, 0, 0] });
	}
}

export function addWizard(parts: PartBuilder): void {
	const dark = parts.hasWord('witch', 'necromancer', 'warlock');
	const robe = parts.partMaterial('robe', 'cloth', parts.tintedMaterial('cloth', dark ? '3a2c48' : '4a3f9a'));
	const [gold, leather] = [parts.fixedMaterial('gold'), parts.fixedMaterial('leather')];
	const skin = parts.fixedMaterial('skin', parts.byWord({ witch: '8fae6a' }));
	const figure = addFigure(parts, { skin, shirt: robe, trousers: robe, shoes: leather, arms: 'ready' });
	parts.lathe(robe, '0.36 0.02, 0.3 0.3, 0.22 0.8, 0.2 1', 14, { scale: [1, 1, 0.85] });
	parts.lathe(gold, '0.235 0.84, 0.23 0.9', 14, { scale: [1.02, 1, 0.87] });
	const [, y] = figure.head;
	const hat = parts.partMaterial('hat', 'cloth', robe);
	parts.group({ at: [0, y + 0.07, -0.01], turn: [-8, 0, 0] }, () => {
		parts.lathe(hat, '0.14 0, 0.3 -0.01, 0.3 0.015, 0.15 0.03, 0.1 0.2, 0.05 0.36, 0 0.47', 14);
		parts.lathe(gold, '0.155 0.02, 0.142 0.07', 14);
	});
	if (!parts.hasWord('witch', 'sorceress')) {
		const beard = parts.partMaterial('hair', 'cloth', parts.fixedMaterial('cloth', 'eceae4'));
		const front = points3d('-0.1 -0.05 0.11, 0 -0.34 0.15, 0.1 -0.05 0.11, 0 -0.02 0.16');
		const back = points3d('0.1 -0.05 0.11, 0 -0.34 0.15, -0.1 -0.05 0.11');
		parts.add(beard, facets([front, back]), { at: [0, y, 0] });
	}
	parts.group({ at: figure.rightHand }, () => {
		parts.cylinder(parts.accentMaterial('dark wood'), [0.022, 0.028, 1.75], 8, { at: [0, -1, 0] });
		parts.blob(parts.glowMaterial('orb', '58c8ff', 0.8), [0.07, 0.085, 0.07], 0.06, 1, { at: [0, 0.82, 0] });
	});
}
