import type { Chosen } from '../http/httpVariants';

/** Points on which accounts of Meshy differ, or its sources. */
export const meshyVariants = {
	/** The status of a request that made a task. */
	accepted: [202, 200],
	/** The word for a full queue. */
	queueWord: ['NoMoreConcurrentTasks', 'NoMorePendingTasks'],
	/** The status for an account whose plan may make no tasks at all. */
	noPlanStatus: [402, 429],
	/** Whether the refusal of too many requests says how long to wait. */
	retryAfter: [true, false],
	/** Whether the balance shows a charge at once, or only when the task has ended. */
	balance: ['atOnce', 'late'],
	/** Whether every task says when it expires, or only those whose documentation does. */
	expiresAt: ['all', 'documented'],
	/**
	 * `aspect_ratio` beside `generate_multi_view`. Documentation and the official command line say that one excludes
	 * the other; the official tool server sends both.
	 */
	ratioOfViews: ['refused', 'ignored'],
	/**
	 * A refine by `latest` of a preview of another generation. Documentation refuses a pair that does not match; the
	 * official tool server names `latest` unless it is told otherwise.
	 */
	latestRefines: ['matching', 'all'],
	/**
	 * Which models paint after views: the one that a refusal of the real service has named, or all of its generation,
	 * `latest` included, as the official tool server has it.
	 */
	viewsModels: ['named', 'generation'],
} as const;

export type MeshyVariants = Chosen<typeof meshyVariants>;
