import type { AccountState } from '../../core/jobs/runner/queue';
import { type ProviderId, providerIds } from '../../core/model/account';
import { holdsSlot, isLookedUp, type JobRecord } from '../../core/model/jobRecord';
import { providerNames } from './accountNames';
import type { Formatter } from './formatter';
import { formatAttention, needsUser } from './sections';

/** What the status bar item tells of one account. */
interface AccountLoad {
	readonly provider: ProviderId;
	readonly inProgress: number;
	readonly limit: number;
	readonly waiting: number;
	readonly downloading: number;
	readonly account: AccountState | undefined;
}

/** What the status bar item tells of, counted from the records. */
export interface QueueSummary {
	/** Accounts that have something to do, or are paused. */
	readonly loads: readonly AccountLoad[];
	/** Of `loads`, those that have something to do. */
	readonly busy: readonly AccountLoad[];
	readonly paused: boolean;
	/** An account's plan takes no task at all. */
	readonly planless: boolean;
	/** Jobs that a user can set going again; what failed for good is told in the view. */
	readonly attention: number;
	/** Jobs in doubt whose task the service is asked for. */
	readonly lookedUp: number;
}

/** Counts nothing that the records do not say. */
export function summariseQueue(jobs: readonly JobRecord[], accounts: readonly AccountState[]): QueueSummary {
	const all = providerIds.map((provider) => loadOf(provider, jobs, accounts));
	const busy = all.filter(({ inProgress, waiting, downloading }) => inProgress + waiting + downloading > 0);
	return {
		loads: [...busy, ...all.filter((load) => load.account?.paused && !busy.includes(load))],
		busy,
		paused: accounts.some(({ paused }) => paused),
		planless: accounts.some(({ hindrance }) => hindrance === 'plan'),
		attention: jobs.filter(
			(job) => needsUser(job) && (job.state.kind === 'blocked' || job.state.kind === 'uncertain'),
		).length,
		lookedUp: jobs.filter(({ state }) => isLookedUp(state)).length,
	};
}

function loadOf(
	provider: ProviderId,
	jobs: readonly JobRecord[],
	accounts: readonly AccountState[],
): AccountLoad {
	const own = jobs.filter((job) => job.provider === provider);
	const account = accounts.find((state) => state.provider === provider);
	return {
		provider,
		account,
		limit: account?.limit ?? 0,
		inProgress: own.filter(({ state }) => holdsSlot(state)).length,
		waiting: own.filter(({ state }) => state.kind === 'waiting').length,
		downloading: own.filter(({ state }) => state.kind === 'downloading').length,
	};
}

/** Beside the icon, such as “6/10”: tasks in progress out of each account's limit. */
export function counterText({ busy, attention }: QueueSummary): string {
	const shown = busy.map(({ inProgress, limit }) => `${inProgress}/${limit}`).join(' ');
	return shown || (attention > 0 ? String(attention) : 'Propsmith');
}

/** The lines of the item's tooltip. `charged`: credits of today, by wallet. */
export function queueLines(
	{ loads, attention, lookedUp }: QueueSummary,
	charged: ReadonlyMap<ProviderId, number>,
	formatter: Formatter,
): readonly string[] {
	const lines = loads.map(formatLoad);
	if (attention > 0) lines.push(formatAttention(attention));
	if (lookedUp > 0)
		lines.push(`${lookedUp} lost answer${lookedUp === 1 ? '' : 's'}: looking for the task at the service`);
	if (lines.length === 0) lines.push('Nothing is being made');
	// By wallet: credits of one service are not worth those of another.
	const spent = [...charged].filter(([, credits]) => credits > 0);
	const sums = spent.map(([provider, credits]) => formatter.shortCredits(credits, provider));
	if (sums.length > 0) lines.push(`Spent today: ${sums.join(', ')}`);
	return lines;
}

const hindrances = {
	tier: 'all slots are in use',
	usedElsewhere: 'others use the account too',
	tooFast: 'the service asked for a pause',
	paused: 'you paused the queue',
	plan: 'the service takes no task at all, as with a plan without API access',
} as const;

/** Such as “Tripo: 6 in progress (limit 10 by your tier; 4 used elsewhere), 12 waiting: others use the account too, 0 downloading”. */
function formatLoad({ provider, inProgress, limit, waiting, downloading, account }: AccountLoad): string {
	const why = account?.hindrance ? `: ${hindrances[account.hindrance]}` : '';
	const elsewhere = account && account.usedElsewhere > 0 ? `; ${account.usedElsewhere} used elsewhere` : '';
	return `${providerNames[provider]}: ${inProgress} in progress (limit ${limit} by your tier${elsewhere}), ${waiting} waiting${why}, ${downloading} downloading`;
}
