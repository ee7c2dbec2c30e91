/** Keeps what is costly to make, up to a limit. The least recently used entry goes first. */
export class LruCache<Made> {
	readonly #made = new Map<string, Promise<Made>>();
	readonly #sizes = new Map<string, number>();

	/** @param limit What all sizes may sum up to, in the unit of `sizeOf`. The newest is kept whatever its size. */
	constructor(
		private readonly limit: number,
		private readonly sizeOf: (made: Made) => number,
	) {}

	/** What is known by this name, or else what `make` gives. Failures are not kept. */
	get(name: string, make: () => Promise<Made>): Promise<Made> {
		const known = this.#made.get(name);
		if (known) {
			// The most recently used goes to the end; the front is dropped first.
			this.#made.delete(name);
			this.#made.set(name, known);
			return known;
		}
		const making = make();
		this.#made.set(name, making);
		making.then(
			(made) => this.#settled(name, this.sizeOf(made)),
			() => this.#made.delete(name),
		);
		return making;
	}

	forgetAll(): void {
		this.#made.clear();
		this.#sizes.clear();
	}

	#settled(name: string, size: number): void {
		if (!this.#made.has(name)) return;
		this.#sizes.set(name, size);
		let total = [...this.#sizes.values()].reduce((sum, one) => sum + one, 0);
		for (const oldest of [...this.#made.keys()]) {
			if (total <= this.limit || oldest === name) return;
			total -= this.#sizes.get(oldest) ?? 0;
			this.#sizes.delete(oldest);
			this.#made.delete(oldest);
		}
	}
}
