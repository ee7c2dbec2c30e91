import { createHash } from 'node:crypto';

/**
 * Repeatable randomness: the same seed gives the same ids and variation in the same order. `drawn` counts the numbers
 * that were taken; a restart goes on from it, so that no id is ever given out twice.
 */
export class SeededRandom {
	readonly seed: number;
	#drawn: number;

	constructor(seed: number, drawn = 0) {
		this.seed = seed;
		this.#drawn = drawn;
	}

	get drawn(): number {
		return this.#drawn;
	}

	/** A bare UUID with the version and variant bits of a random one. */
	uuid(): string {
		const bytes = this.#draw();
		bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
		bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
		const hex = bytes.toString('hex', 0, 16);
		return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
	}

	/** A number from 0 up to, not including, 1. */
	fraction(): number {
		return this.#draw().readUInt32BE(0) / 2 ** 32;
	}

	/** A whole number from 0 to 2³¹ − 1, the range of the service's own seeds. */
	seedNumber(): number {
		return Math.floor(this.fraction() * 2 ** 31);
	}

	#draw(): Buffer {
		this.#drawn += 1;
		return createHash('sha256').update(`${this.seed}:${this.#drawn}`).digest();
	}
}

export function isUuid(text: unknown): text is string {
	return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
