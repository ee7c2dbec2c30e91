import { inkAt } from './font';

/** Breaks a text into lines of at most `width` letters; longer words are cut. */
function linesOf(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines[lines.length - 1];
		if (last !== undefined && last.length + 1 + word.length <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word.slice(0, width));
	}
	return lines;
}

/** The width in letters that lets a text fill a panel with the biggest letters. */
function bestWidth(text: string, aspect: number): number {
	let best = { width: 1, size: 0 };
	for (let width = 3; width <= 16; width++) {
		const lines = linesOf(text, width);
		const longest = Math.max(...lines.map((line) => line.length));
		if (longest > width || text.split(' ').some((word) => word.length > width && width < 16)) continue;
		const size = Math.min(aspect / (longest * 4 + 3), 1 / (lines.length * 6 + 3));
		if (size > best.size) best = { width, size };
	}
	return best.size > 0 ? best.width : 16;
}

/** Writes a text in the middle of a panel; the answer says where there is ink, u and v from 0 to 1. */
export function letterMask(text: string, aspect: number): (u: number, v: number) => boolean {
	const lines = linesOf(text, bestWidth(text, aspect)).slice(0, 6);
	const across = Math.max(...lines.map((line) => line.length * 4 - 1));
	const down = lines.length * 6 - 1;
	const dot = Math.min(aspect / (across + 4), 1 / (down + 4));
	return (u, v) => {
		const y = Math.floor((v - 0.5) / dot + down / 2);
		const line = lines[Math.floor(y / 6)];
		if (y < 0 || y % 6 === 5 || line === undefined) return false;
		const x = Math.floor(((u - 0.5) * aspect) / dot + (line.length * 4 - 1) / 2);
		if (x < 0 || x % 4 === 3) return false;
		return inkAt(line[Math.floor(x / 4)] ?? ' ', x % 4, y % 6);
	};
}
