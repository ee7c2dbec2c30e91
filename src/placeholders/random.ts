/** FNV-1a over UTF-16 units: small, stable, and good enough to tell prompts apart. */
export function hashText(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

/** A seeded stream of numbers (mulberry32): the same seed gives the same stream on every engine. */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** A stream for one prompt and one seed. */
	static forPrompt(prompt: string, seed: number): Random {
		return new Random(hashText(prompt) ^ Math.imul(seed | 0, 0x9e3779b1));
	}

	/** A number in [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** A number between two bounds. */
	between(low: number, high: number): number {
		return low + (high - low) * this.next();
	}

	/** A factor around 1: `spread` 0.1 gives 0.9 to 1.1. */
	vary(spread: number): number {
		return this.between(1 - spread, 1 + spread);
	}

	/** A whole number from low to high, both included. */
	whole(low: number, high: number): number {
		return Math.floor(this.between(low, high + 1));
	}

	pick<T>(choices: readonly [T, ...T[]]): T {
		return choices[Math.floor(this.next() * choices.length)] ?? choices[0];
	}
}
