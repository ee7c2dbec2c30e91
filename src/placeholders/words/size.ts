import { pairs } from '../literals';

/** What a prompt says about size: a factor, or one measure in metres. */
export interface Size {
	readonly factor: number;
	readonly metres?: number;
	readonly along: 'height' | 'length';
}

const factors: ReadonlyMap<string, number> = new Map(
	pairs(
		`tiny=0.4 miniature=0.4 mini=0.5 small=0.65 little=0.65 short=0.8 tall=1.3 big=1.5 large=1.5 huge=2.2
		giant=2.5 gigantic=3 massive=2.5 enormous=2.5 colossal=4`,
	).map(([word, factor]) => [word, Number(factor)]),
);

const measure =
	/(\d+(?:[.,]\d+)?)\s*-?\s*(cm|centimet(?:re|er)s?|m|met(?:re|er)s?|ft|foot|feet)\b(?:[\s-]*(tall|high|long|wide))?/i;

function toMetres(amount: number, unit: string): number {
	const letter = unit.charAt(0).toLowerCase();
	if (letter === 'c') return amount / 100;
	return letter === 'f' ? amount * 0.3048 : amount;
}

/** "giant" is a factor, "3 m long" a measure. Absurd measures are clamped to something an editor can show. */
export function parseSize(prompt: string, words: readonly string[]): Size {
	const [, amount, unit, direction] = measure.exec(prompt) ?? [];
	const factor = words.reduce((product, word) => product * (factors.get(word) ?? 1), 1);
	const along = direction === 'long' || direction === 'wide' ? 'length' : 'height';
	if (!amount || !unit) return { factor: Math.min(8, Math.max(0.1, factor)), along };
	const metres = toMetres(Number(amount.replace(',', '.')), unit);
	return { factor: 1, metres: Math.min(200, Math.max(0.01, metres)), along };
}
