/** Kinds of tasks that a service counts apart. */
export type TaskClass = 'H' | 'P' | 'image' | 'animation' | 'processing' | 'mesh';

/** What a plan allows at once. */
export interface Tier {
	/** Tasks queued or running, over all classes. */
	readonly concurrentTasks: number;
	/** Finer caps of single classes; a class that is not named has none of its own. */
	readonly classes: Readonly<Partial<Record<TaskClass, number>>>;
	readonly uploadsPerMinute: number;
}

/** Ids as the setting `propsmith.tripo.tier` has them. */
export const tripoTierIds = ['default', 'enterprise'] as const;
export type TripoTierId = (typeof tripoTierIds)[number];

/**
 * Tripo's plans. The whole (10) is from its support FAQ, the classes from the v3 documentation, which counts P models
 * apart and allows one image task at a time. Enterprise numbers are agreed with the vendor. Checked 2026-11-22.
 */
export function tripoTier(id: TripoTierId, agreedTasks: number): Tier {
	const classes = { H: 10, P: 5, image: 1, animation: 10, processing: 5, mesh: 10 };
	if (id === 'default') return { concurrentTasks: 10, classes, uploadsPerMinute: 10 };
	return { concurrentTasks: agreedTasks, classes: {}, uploadsPerMinute: 10 };
}
