import type { JobContext } from './context';
import { jobErrorOf } from './fault';
import { taskOf } from './record';

/** Rows of the account that are looked through for a task whose id was lost. */
const usageRows = 50;
/** How far the service's clock and ours may be apart, and how long a request may be under way. */
const toleranceMs = 120_000;
/** Looks, and ms between them: a new task takes a moment to appear in the account's usage. */
const looksAfterMs = [1000, 4000, 10_000];

/**
 * Looks at the account for the task of a job whose answer was lost. Exactly one task of the right type and time
 * that no other job of ours owns is adopted. With none or several the job stays in doubt, and the user decides.
 */
export async function reconcile(context: JobContext, id: string, signal: AbortSignal): Promise<boolean> {
	for (const wait of looksAfterMs) {
		await context.clock.sleep(wait, signal);
		try {
			const found = await candidates(context, id, signal);
			if (context.journal.get(id).state.kind !== 'uncertain') return true;
			const [taskId] = found;
			if (found.length === 1 && taskId) {
				await context.journal.apply(id, { type: 'accepted', taskId });
				context.log.info(`Job ${id}: its task ${taskId} was found in the account's usage.`);
				return true;
			}
			const seen =
				found.length === 0 ? 'no such task is in the account’s usage' : `${found.length} tasks could be it`;
			await context.journal.apply(id, { type: 'answerLost', error: { code: 'answerLost', detail: seen } });
			if (found.length > 1) return false;
		} catch (error) {
			signal.throwIfAborted();
			context.log.warn(`Job ${id}: the account's usage could not be read: ${jobErrorOf(error).code}.`);
		}
	}
	return false;
}

async function candidates(
	{ journal, accounts }: JobContext,
	id: string,
	signal: AbortSignal,
): Promise<string[]> {
	const job = journal.get(id);
	if (job.state.kind !== 'uncertain') return [];
	const { since, account } = job.state;
	const connection = await accounts.connect(job.provider);
	// Another key's tasks are none of this job's.
	if (connection.account !== account) return [];
	const { provider } = connection;
	const ours = new Set(journal.all().flatMap((other) => taskOf(other.state)?.id ?? []));
	const type = provider.taskType(job.request);
	const rows = await provider.usage(usageRows, signal);
	return rows
		.filter((row) => row.type === type && !ours.has(row.taskId))
		.filter((row) => row.createdAt === undefined || Math.abs(row.createdAt - since) <= toleranceMs)
		.map((row) => row.taskId);
}
