import type { Event } from '../base/events';
import { sumOf } from '../model/account';
import { PropsmithError } from '../model/errors';
import type { JobRecord } from '../model/jobRecord';
import { startOfDay } from './day';
import { isPaid } from './entry';
import { committedIn, type Scope, type SpendingTotals } from './totals';

/** How far the user lets spending go. */
export interface SpendingLimits {
	/** Nothing that costs credits may be asked for. */
	readonly spendNothing: boolean;
	/** Credits of one local day; as many as there are when absent. */
	readonly perDay?: number;
	/** Credits in all, over time, by workspace folder; those that are not named have no limit. */
	readonly perWorkspace: Readonly<Record<string, number>>;
}

export const noLimits: SpendingLimits = { spendNothing: false, perWorkspace: {} };

/** A job as far as its price goes. */
export type Priced = Pick<JobRecord, 'provider' | 'estimate' | 'workspace'>;

/** True for what costs credits, or may. */
export function costs(job: Priced): boolean {
	return isPaid(job) && job.estimate !== 0;
}

/**
 * Throws `spendingOff`, `dailyLimitReached` or `workspaceLimitReached` when these jobs must not be asked for. Jobs of
 * unknown price pass as long as something is left: what they cost counts as soon as the service says it.
 */
export function refuseBeyond(
	limits: SpendingLimits,
	wanted: readonly Priced[],
	books: SpendingTotals,
	now: number,
	/** A job that is asked for again, and is in the books already. */
	exceptJob?: string,
): void {
	const paid = wanted.filter(costs);
	if (paid.length === 0) return;
	if (limits.spendNothing) throw new PropsmithError('spendingOff');
	const except = exceptJob === undefined ? {} : { exceptJob };
	const refuse = (code: 'dailyLimitReached' | 'workspaceLimitReached', limit: number, scope: Scope): void => {
		const here = paid.filter(
			({ workspace }) => scope.workspace === undefined || workspace === scope.workspace,
		);
		const committed = committedIn(books, { ...scope, ...except });
		const asked = sumOf(here.map(({ estimate }) => estimate ?? 0));
		const left = sumOf([limit, -committed]);
		if (here.length === 0 || (left > 0 && asked <= left)) return;
		const wish = asked > 0 ? `this asks for ${asked}` : 'the price of this is not known';
		throw new PropsmithError(code, {
			detail: `limit ${limit} credits, ${committed} spent, under way or waiting, ${wish}`,
		});
	};
	if (limits.perDay !== undefined) refuse('dailyLimitReached', limits.perDay, { since: startOfDay(now) });
	for (const [workspace, limit] of Object.entries(limits.perWorkspace))
		refuse('workspaceLimitReached', limit, { workspace });
}

/** The user's switch “spend nothing”. */
export interface SpendingSwitch {
	/** While it is on, nothing is sent that costs credits. */
	isOn(): boolean;
	readonly onDidChange: Event<void>;
}

export const neverOn: SpendingSwitch = { isOn: () => false, onDidChange: () => ({ dispose() {} }) };
