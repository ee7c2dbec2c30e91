/** How many things may go on at the same time: whoever comes first by rank, lowest first, gets the next free place. */
export class Places {
	private readonly waiting: { rank: number; begin: () => void }[] = [];

	constructor(private free: number) {}

	/** Does the work when there is a place for it. */
	async within<T>(rank: number, work: () => Promise<T>): Promise<T> {
		await this.take(rank);
		try {
			return await work();
		} finally {
			this.free++;
			this.fill();
		}
	}

	private take(rank: number): Promise<void> {
		return new Promise((begin) => {
			this.waiting.push({ rank, begin });
			this.waiting.sort((one, other) => one.rank - other.rank);
			this.fill();
		});
	}

	private fill(): void {
		while (this.free > 0) {
			const next = this.waiting.shift();
			if (!next) return;
			this.free--;
			next.begin();
		}
	}
}
