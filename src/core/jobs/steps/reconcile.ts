import type { Account } from '../../accounts/account';
import type { Clock } from '../../base/clock';
import type { Log } from '../../base/log';
import type { JobError } from '../../model/errors';
import { type JobRecord, taskOf, type Uncertain } from '../../model/jobRecord';
import { ServiceError } from '../../model/serviceError';
import type { TaskKey } from '../../model/task';
import { jobErrorOf } from '../../network/failure';
import type { Provider } from '../../providers/provider';
import type { Journal } from '../records/journal';

/** How long a request may be under way, and our clock be set right meanwhile. */
const toleranceMs = 120_000;
/** Looks, and ms between them: a new task takes a moment to appear in the account's usage. */
const looksAfterMs = [1000, 4000, 10_000];

export interface ReconcilePorts {
	readonly account: Pick<Account, 'connect' | 'alone'>;
	readonly journal: Pick<Journal, 'all' | 'find' | 'get' | 'apply'>;
	readonly clock: Clock;
	readonly log: Log;
}

/**
 * Looks at the account for the task of a job whose answer was lost. A task of the right type, time and prompt that
 * no other job of ours owns or may own is adopted. Otherwise the job stays in doubt, and the user decides. Until then
 * the record says that somebody looks. Answers whether the job is out of doubt.
 */
export async function reconcile(context: ReconcilePorts, id: string, signal: AbortSignal): Promise<boolean> {
	const { journal, clock, account, log } = context;
	const job = journal.get(id);
	if (job.state.kind !== 'uncertain') return true;
	if (!job.state.looking) await journal.apply(id, { type: 'lookStarted' });
	let seen: JobError = job.state.error;
	for (const wait of looksFor(job, clock.now())) {
		await clock.sleep(wait, signal);
		try {
			// Alone: two jobs that look at once would adopt the same task, and a POST under way owns one unseen.
			const found = await account.alone(() => look(context, id, signal), signal);
			if (found === 'over') return true;
			seen = found.seen;
			if (found.isFinal) break;
		} catch (error) {
			signal.throwIfAborted();
			const { code } = jobErrorOf(error);
			log.warn(`Job ${id}: the account's usage could not be read: ${code}.`);
			// The user is to decide on what was seen, and this was not “no such task”.
			seen = inDoubt(`the account’s usage could not be read: ${code}`);
		}
	}
	if (journal.find(id)?.state.kind !== 'uncertain') return true;
	await journal.apply(id, { type: 'answerLost', error: seen });
	return false;
}

/** A task that has had its time to appear is there at the first look or not at all. */
function looksFor({ state }: JobRecord, now: number): readonly number[] {
	const patience = looksAfterMs.reduce((sum, wait) => sum + wait, 0);
	return state.kind === 'uncertain' && now - state.since > patience ? [0] : looksAfterMs;
}

/** What a look saw of a job that stays in doubt; `isFinal`: another look would see no more. */
interface Doubt {
	readonly seen: JobError;
	readonly isFinal: boolean;
}

/** `over` when the job is out of doubt. */
async function look(context: ReconcilePorts, id: string, signal: AbortSignal): Promise<'over' | Doubt> {
	const { journal, log } = context;
	const job = journal.get(id);
	if (job.state.kind !== 'uncertain') return 'over';
	const found = await candidates(context, job, job.state, signal);
	if (journal.get(id).state.kind !== 'uncertain') return 'over';
	const taskId = matchingTask(found, competingJobs(job, job.state, journal.all()));
	if (taskId) {
		await journal.apply(id, { type: 'accepted', taskId });
		log.info(`Job ${id}: its task ${taskId} was found in the account's usage.`);
		return 'over';
	}
	const seen =
		found.length === 0 ? 'no such task is in the account’s usage' : `tasks that could be it: ${found.length}`;
	return { seen: inDoubt(seen), isFinal: found.length > 0 };
}

function inDoubt(detail: string): JobError {
	return { code: 'answerLost', detail };
}

interface Candidate {
	readonly taskId: string;
	/** The task has this job's prompt; otherwise the service tells no prompt. */
	readonly samePrompt: boolean;
	/** Between its creation and our sending, in ms. */
	readonly distance: number;
}

async function candidates(
	{ journal, account }: ReconcilePorts,
	job: JobRecord,
	doubt: Uncertain,
	signal: AbortSignal,
): Promise<Candidate[]> {
	const { request } = job;
	if (request.operation === 'adoptTask') return [];
	const connection = await account.connect();
	// Another key's tasks are none of this job's.
	if (connection.account !== doubt.account) return [];
	const { provider } = connection;
	const { since } = doubt;
	const { operation, prompt } = request;
	const rows = await provider.recentTasks(operation, signal);
	const ours = new Set(journal.all().flatMap((other) => taskOf(other.state)?.id ?? []));
	const found: Candidate[] = [];
	for (const { taskId, createdAt, ...row } of rows) {
		const distance = Math.abs((createdAt ?? since) - since);
		if (ours.has(taskId) || distance > toleranceMs) continue;
		const told =
			prompt === undefined
				? undefined
				: (row.prompt ?? (await promptOf(provider, { id: taskId, operation }, signal)));
		if (told === undefined || told === prompt)
			found.push({ taskId, distance, samePrompt: told !== undefined });
	}
	return found.sort((a, b) => a.distance - b.distance);
}

/** Undefined where the service does not tell; empty for a task that is listed and cannot be asked for. */
async function promptOf(provider: Provider, task: TaskKey, signal: AbortSignal): Promise<string | undefined> {
	try {
		return (await provider.task(task, signal)).prompt;
	} catch (error) {
		// It must not hide the others.
		if (error instanceof ServiceError && error.code === 'taskNotFound') return '';
		throw error;
	}
}

/** Other jobs in doubt that may own the same tasks: those that want just the same, and the rest. */
function competingJobs(
	job: JobRecord,
	{ account }: Uncertain,
	jobs: readonly JobRecord[],
): { twins: number; others: number } {
	const rivals = jobs.filter(
		({ id, provider, request, state }) =>
			id !== job.id &&
			provider === job.provider &&
			request.operation === job.request.operation &&
			state.kind === 'uncertain' &&
			state.account === account,
	);
	const twins = rivals.filter(
		({ request }) => JSON.stringify(request) === JSON.stringify(job.request),
	).length;
	return { twins, others: rivals.length - twins };
}

/** The task to adopt, if there is no doubt about it. Between jobs that want the same, it does not matter which gets which. */
function matchingTask(
	found: readonly Candidate[],
	{ twins, others }: { twins: number; others: number },
): string | undefined {
	const sure = found.filter(({ samePrompt }) => samePrompt);
	const fitting = sure.length > 0 ? sure : others > 0 ? [] : found;
	return fitting.length <= twins + 1 ? fitting[0]?.taskId : undefined;
}
