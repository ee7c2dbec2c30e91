import type { Product } from './product';
import type { TaskType } from './taskTypes';

/** A task that could be made: everything about it is in order but for room and money. */
export interface Draft {
	type: TaskType;
	product: Product;
	/** Credits. */
	price: number;
	/** Typical seconds of work. */
	seconds: number;
	/** What the task repeats of its request. */
	echo: Record<string, unknown>;
	/** Where magic words count. */
	texts: readonly (string | undefined)[];
}
