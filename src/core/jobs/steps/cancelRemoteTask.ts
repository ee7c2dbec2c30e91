import type { Account } from '../../accounts/account';
import type { Log } from '../../base/log';
import { taskOf } from '../../model/jobRecord';
import { madeBy } from '../../model/request';
import { jobErrorOf } from '../../network/failure';
import type { Journal } from '../records/journal';

export interface CancelPorts {
	readonly account: Pick<Account, 'connect'>;
	readonly journal: Pick<Journal, 'get' | 'find' | 'apply'>;
	readonly log: Log;
}

/**
 * Takes a cancelled job's task back where the service has not begun it and knows how to: it then costs nothing. In
 * every other case the task goes on there and is followed to its end.
 */
export async function cancelRemoteTask(
	{ account, journal, log }: CancelPorts,
	id: string,
	signal: AbortSignal,
): Promise<void> {
	try {
		// Nobody waits for this call: a job that is removed meanwhile must not end in an unhandled rejection.
		const { state, request } = journal.get(id);
		const task = taskOf(state);
		if (state.kind !== 'cancelled' || !task || state.outcome) return;
		const connection = await account.connect();
		if (connection.account !== task.account) return;
		const { provider } = connection;
		const taken = await provider.takeBack?.({ id: task.id, operation: madeBy(request) }, signal);
		const now = journal.find(id)?.state;
		if (taken && now?.kind === 'cancelled' && !now.outcome)
			await journal.apply(id, { type: 'settled', outcome: 'notCharged', credits: 0 });
	} catch (error) {
		if (!signal.aborted) log.info(`Job ${id}: its task was not taken back: ${jobErrorOf(error).code}.`);
	}
}
