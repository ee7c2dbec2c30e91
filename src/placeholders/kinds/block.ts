import type { Kind } from '../kind';
import { box } from '../mesh/box';
import { panel } from '../mesh/panel';
import { canWrite } from '../textures/font';

/** What the font can draw of a prompt, at most a few words of it. */
function labelOf(prompt: string): string {
	const plain = prompt.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const letters = [...plain].map((letter) => (canWrite(letter) ? letter : ' ')).join('');
	return letters.split(' ').filter(Boolean).join(' ').slice(0, 48).trim();
}

/** The answer to words that mean no other kind: a metre of prototype grid, labelled with what was asked for. */
export const block: Kind = {
	name: 'block',
	words: ['block', 'placeholder'],
	weak: ['cube'],
	build(bench) {
		bench.add(bench.body('prototype'), box(0.94, 0.94, 0.94), { at: [0, 0.03, 0] });
		const edge = bench.plain('paint', '3a3d42');
		for (const [x, z] of [
			[-1, -1],
			[-1, 1],
			[1, -1],
			[1, 1],
		] as const) {
			bench.add(edge, box(0.07, 1, 0.07), { at: [x * 0.465, 0, z * 0.465] });
			bench.add(edge, box(0.86, 0.07, 0.07), { at: [0, x > 0 ? 0.93 : 0, z * 0.465] });
			bench.add(edge, box(0.07, 0.07, 0.86), { at: [z * 0.465, x > 0 ? 0.93 : 0, 0] });
		}
		const label = labelOf(bench.label);
		if (!label) return;
		const paper = bench.written('paper', label, 2, 'f4efe2');
		for (const turn of [0, 90, 180, 270]) {
			const radians = (turn * Math.PI) / 180;
			const at = [Math.sin(radians) * 0.476, 0.32, Math.cos(radians) * 0.476] as const;
			bench.add(paper, panel(0.72, 0.36), { at, turn: [0, turn, 0] });
		}
	},
};
