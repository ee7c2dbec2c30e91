/** What runs come to, added up. */
export class Figures {
	private readonly sums = new Map<string, number>();

	add(name: string, count = 1): void {
		this.sums.set(name, this.get(name) + count);
	}

	get(name: string): number {
		return this.sums.get(name) ?? 0;
	}

	include(other: Figures): void {
		for (const [name, count] of other.sums) this.add(name, count);
	}

	lines(): string[] {
		return [...this.sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sum]) => `${name}: ${sum}`);
	}
}
