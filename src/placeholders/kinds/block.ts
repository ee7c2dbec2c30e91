import { panel } from '../mesh/panel';
import type { PartBuilder } from '../partBuilder';
import { canWrite } from '../textures/font';
import { corners } from './layout';

/** What the font can draw of a prompt, at most a few words of it. */
function labelOf(prompt: string): string {
	const plain = prompt.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const letters = [...plain].map((letter) => (canWrite(letter) ? letter : ' ')).join('');
	return letters.split(' ').filter(Boolean).join(' ').slice(0, 48).trim();
}

/** A metre of prototype grid, labelled with what was asked for. */
export function addBlock(parts: PartBuilder): void {
	parts.box(parts.mainMaterial('prototype'), [0.94, 0.94, 0.94], { at: [0, 0.03, 0] });
	const edge = parts.fixedMaterial('paint', '3a3d42');
	for (const [x, z] of corners) {
		const y = x > 0 ? 0.93 : 0;
		parts.box(edge, [0.07, 1, 0.07], { at: [x * 0.465, 0, z * 0.465] });
		parts.box(edge, [0.86, 0.07, 0.07], { at: [0, y, z * 0.465] });
		parts.box(edge, [0.07, 0.07, 0.86], { at: [z * 0.465, y, 0] });
	}
	const label = labelOf(parts.prompt);
	if (!label) return;
	const paper = parts.textMaterial('paper', label, 2, 'f4efe2');
	parts.around(4, () => parts.add(paper, panel(0.72, 0.36), { at: [0, 0.32, 0.476] }));
}
