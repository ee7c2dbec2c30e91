/** Kinds of tasks that a service counts apart. */
export type TaskClass = 'H' | 'P' | 'image' | 'animation' | 'processing' | 'mesh';

/** What a call is for, the most urgent first: what moves a job forward goes before what only looks. */
export const purposes = ['submit', 'renewal', 'upload', 'poll'] as const;
/** What a call is for: limits and urgency differ by it. */
export type Purpose = (typeof purposes)[number];

/** A service takes at most so many calls of these purposes, counted together, within so many ms. */
export interface CallBudget {
	readonly purposes: readonly Purpose[];
	readonly calls: number;
	readonly withinMs: number;
}

/** What a plan allows. */
export interface Tier {
	/** Tasks queued or running at once, over all classes. */
	readonly concurrentTasks: number;
	/** Finer caps of single classes; a class that is not named has none of its own. */
	readonly classes: Readonly<Partial<Record<TaskClass, number>>>;
	/** A call must fit into each that names its purpose. */
	readonly budgets: readonly CallBudget[];
}

const minuteMs = 60_000;

/** Ids as the setting `propsmith.tripo.tier` has them. */
export const tripoTierIds = ['default', 'enterprise'] as const;
export type TripoTierId = (typeof tripoTierIds)[number];

/**
 * Tripo's plans. The whole (10) is from its support FAQ, the classes from the v3 documentation, which counts P models
 * apart and allows one image task at a time; the calls a minute are from its server's code, as its skill for agents
 * tells, and questions are not counted. Enterprise numbers are agreed with the vendor. Checked 2026-11-22.
 */
export function tripoTier(id: TripoTierId, agreedTasks: number): Tier {
	const budgets: CallBudget[] = [
		{ purposes: ['submit'], calls: 200, withinMs: minuteMs },
		{ purposes: ['upload'], calls: 10, withinMs: minuteMs },
	];
	if (id === 'enterprise') return { concurrentTasks: agreedTasks, classes: {}, budgets };
	const classes = { H: 10, P: 5, image: 1, animation: 10, processing: 5, mesh: 10 };
	return { concurrentTasks: 10, classes, budgets };
}

/**
 * Meshy's plans: tasks at once, and calls a second over all of the account's keys. From its page on rate limits, as
 * it stood over the last year: not all of these are still sold. Enterprise tasks are agreed with the vendor, 50 where
 * nothing else was. Checked 2026-11-22.
 */
const meshyPlans = {
	free: { tasks: 1, callsPerSecond: 20 },
	pro: { tasks: 10, callsPerSecond: 20 },
	studio: { tasks: 20, callsPerSecond: 20 },
	max: { tasks: 20, callsPerSecond: 20 },
	maxUnlimited: { tasks: 20, callsPerSecond: 20 },
	premium: { tasks: 30, callsPerSecond: 20 },
	ultra: { tasks: 100, callsPerSecond: 20 },
	enterprise: { tasks: undefined, callsPerSecond: 100 },
} as const;

/** Ids as the setting `propsmith.meshy.tier` has them. */
export type MeshyTierId = keyof typeof meshyPlans;
export const meshyTierIds = Object.keys(meshyPlans) as readonly MeshyTierId[];

/** Meshy's plans. `agreedTasks` counts for plans whose number is agreed with the vendor. */
export function meshyTier(id: MeshyTierId, agreedTasks: number): Tier {
	const { tasks, callsPerSecond } = meshyPlans[id];
	return {
		concurrentTasks: tasks ?? agreedTasks,
		classes: {},
		budgets: [{ purposes, calls: callsPerSecond, withinMs: 1000 }],
	};
}

/** The same plan at a service whose minutes are this many times shorter. */
export function hastened(tier: Tier, speed: number): Tier {
	return {
		...tier,
		budgets: tier.budgets.map((budget) => ({ ...budget, withinMs: budget.withinMs / speed })),
	};
}
