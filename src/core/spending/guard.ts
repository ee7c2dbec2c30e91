import { PropsmithError } from '../errors';
import type { JobDraft } from '../jobs/draft';

/** What is asked of the user before credits are committed. */
export interface SpendingQuestion {
	readonly jobs: number;
	/** Sum over all jobs whose price is known. */
	readonly credits: number;
	/** Jobs of a model whose price is not known. */
	readonly unpriced: number;
}

export interface SpendingPolicy {
	/** Credits of one request (or batch) up to which nobody is asked. */
	confirmAbove(): number;
	confirm(question: SpendingQuestion): Promise<boolean>;
}

/** Law 8: sits in the engine's only door, so that no command, API call or tool can spend past it. */
export class SpendingGuard {
	constructor(private readonly policy: SpendingPolicy) {}

	/** Rejects with `spendingDeclined`. The sandbox costs nothing and asks only where a question is wanted anyway. */
	async pass(drafts: readonly JobDraft[], alwaysConfirm: boolean): Promise<void> {
		const paid = drafts.filter((draft) => draft.provider !== 'sandbox');
		const credits = paid.reduce((sum, draft) => sum + (draft.estimate ?? 0), 0);
		const unpriced = paid.filter((draft) => draft.estimate === undefined).length;
		if (!alwaysConfirm && unpriced === 0 && credits <= this.policy.confirmAbove()) return;
		if (!(await this.policy.confirm({ jobs: drafts.length, credits, unpriced })))
			throw new PropsmithError('spendingDeclined');
	}
}
