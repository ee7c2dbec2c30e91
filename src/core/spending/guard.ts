import { PropsmithError } from '../model/errors';
import type { JobDraft } from '../model/jobDraft';
import { refuseBeyond, type SpendingLimits } from './limits';
import { type AskedJob, questionOf, type SpendingQuestion } from './question';
import type { SpendingTotals } from './totals';

/** What the user set, and how they are asked. */
export interface SpendingPolicy {
	/** Credits of one request (or batch) up to which nobody is asked. */
	confirmAbove(): number;
	confirm(question: SpendingQuestion): Promise<boolean>;
	/** What holds now for jobs of these workspace folders. */
	limits(workspaces: readonly string[]): SpendingLimits;
	/** The workspace folder that assets in this folder are made for; absolute paths. */
	workspaceOf(folder: string): string | undefined;
}

/** How the guard is passed, besides what is asked for. */
export interface PassOptions {
	readonly alwaysConfirm: boolean;
	/** A job that is asked for again, and is in the books already. */
	readonly exceptJob?: string;
}

/**
 * Law 8: sits in the queue's only door, so that no command, API call or tool can spend past it. Limits are looked at
 * here, before anybody is asked for a confirmation in vain, and once more where the jobs are written down: several
 * windows may ask at once (see Admission).
 */
export class SpendingGuard {
	constructor(
		private readonly policy: SpendingPolicy,
		private readonly now: () => number = Date.now,
	) {}

	/** The draft with the workspace folder whose limit it counts against. */
	placed(draft: JobDraft): JobDraft {
		const workspace = this.policy.workspaceOf(draft.destination.folder);
		return workspace === undefined ? draft : { ...draft, workspace };
	}

	/**
	 * Answers the limits under which the jobs may be written down. Rejects with `spendingDeclined` or like
	 * `refuseBeyond`. The sandbox costs nothing and asks only where a question is wanted anyway.
	 */
	async pass(
		drafts: readonly AskedJob[],
		books: SpendingTotals,
		{ alwaysConfirm, exceptJob }: PassOptions,
	): Promise<SpendingLimits> {
		const limits = this.policy.limits([...new Set(drafts.flatMap(({ workspace }) => workspace ?? []))]);
		refuseBeyond(limits, drafts, books, this.now(), exceptJob);
		const question = questionOf(drafts);
		const mayPass = question.unpriced === 0 && question.credits <= this.policy.confirmAbove();
		if ((alwaysConfirm || !mayPass) && !(await this.policy.confirm(question)))
			throw new PropsmithError('spendingDeclined');
		return limits;
	}
}
