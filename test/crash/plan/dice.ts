import { createHash } from 'node:crypto';

/** Chance that can be had again: the same seed gives the same numbers, on every machine. */
export class Dice {
	private thrown = 0;

	constructor(private readonly seed: string) {}

	/** 0 ≤ n < 1. */
	fraction(): number {
		const digest = createHash('sha256')
			.update(`${this.seed} ${this.thrown++}`)
			.digest();
		return digest.readUInt32BE(0) / 2 ** 32;
	}

	/** A whole number, both bounds included. */
	whole(least: number, most: number): number {
		return least + Math.floor(this.fraction() * (most - least + 1));
	}

	chance(probability: number): boolean {
		return this.fraction() < probability;
	}

	one<T>(choices: readonly T[]): T {
		const choice = choices[this.whole(0, choices.length - 1)];
		if (choice === undefined) throw new Error('nothing to choose from');
		return choice;
	}
}
