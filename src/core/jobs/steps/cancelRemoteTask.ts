import { taskOf } from '../../model/jobRecord';
import { madeBy } from '../../model/request';
import { jobErrorOf } from '../../network/failure';
import type { JobContext } from './context';

/**
 * Takes a cancelled job's task back where the service has not begun it and knows how to: it then costs nothing. In
 * every other case the task goes on there and is followed to its end.
 */
export async function cancelRemoteTask(
	{ accounts, journal, log }: JobContext,
	id: string,
	signal: AbortSignal,
): Promise<void> {
	try {
		// Nobody waits for this call: a job that is removed meanwhile must not end in an unhandled rejection.
		const { state, provider: providerId, request } = journal.get(id);
		const task = taskOf(state);
		if (state.kind !== 'cancelled' || !task || state.outcome) return;
		const { provider, account } = await accounts.connect(providerId);
		if (account !== task.account) return;
		const taken = await provider.takeBack?.({ id: task.id, operation: madeBy(request) }, signal);
		const now = journal.find(id)?.state;
		if (taken && now?.kind === 'cancelled' && !now.outcome)
			await journal.apply(id, { type: 'settled', outcome: 'notCharged', credits: 0 });
	} catch (error) {
		if (!signal.aborted) log.info(`Job ${id}: its task was not taken back: ${jobErrorOf(error).code}.`);
	}
}
