/** Who goes first: what the user raised, then single jobs before a batch's waiting part, then the older one. */
export interface Rank {
	/** 0 unless the user raised (above) or lowered (below) it. */
	readonly priority: number;
	readonly inBatch: boolean;
	/** Job ids sort by creation. */
	readonly id: string;
}

export function compareRanks(a: Rank, b: Rank): number {
	if (a.priority !== b.priority) return b.priority - a.priority;
	if (a.inBatch !== b.inBatch) return a.inBatch ? 1 : -1;
	return a.id < b.id ? -1 : 1;
}
