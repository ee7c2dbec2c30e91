import type { Account } from '../../accounts/account';
import { slug } from '../../assets/naming';
import type { Clock } from '../../base/clock';
import type { ProviderId } from '../../model/account';
import { PropsmithError } from '../../model/errors';
import { type JobRecord, taskOf } from '../../model/jobRecord';
import type { Operation } from '../../model/request';
import type { FoundTask } from '../../model/task';
import { ownerIn } from '../../model/task';
import { toUserError } from '../../network/failure';
import type { Provider } from '../../providers/provider';
import type { Journal } from '../records/journal';

/** A task that was made elsewhere: by a colleague, on the web, by a job whose record is gone. */
export interface Adoption {
	readonly provider: ProviderId;
	readonly taskId: string;
	/** What made it, where the service said so already; found out when absent. */
	readonly madeBy?: Operation;
	/** Absolute path. */
	readonly folder: string;
}

export interface AdoptionPorts {
	readonly account: Pick<Account, 'connect'>;
	readonly journal: Pick<Journal, 'all'>;
	readonly clock: Clock;
}

/**
 * Drafts a job for a task that the service has already: it is followed and downloaded like any other, and costs
 * nothing. Rejects with `taskNotFound`, or `actionNotPossible` when a job of ours has the task.
 */
export async function draftAdoption(
	{ account, journal, clock }: AdoptionPorts,
	{ provider, taskId, folder, madeBy }: Adoption,
	signal: AbortSignal,
): Promise<Pick<JobRecord, 'provider' | 'request' | 'destination' | 'state'>> {
	const owner = journal.all().find(({ state }) => taskOf(state)?.id === taskId);
	if (owner)
		throw new PropsmithError('actionNotPossible', { detail: 'a job in the list has this task already' });
	const connection = await account.connect();
	const { operation, snapshot } = await lookUp(connection.provider, taskId, madeBy, signal).catch(
		(error: unknown) => {
			// Asking costs nothing, whatever the task itself may have cost.
			const { code, ...extra } = toUserError(error).jobError;
			throw new PropsmithError(code, { ...extra, charge: 'none', cause: error });
		},
	);
	const { prompt } = snapshot;
	const name = prompt ? slug(prompt) : `task-${slug(taskId).slice(0, 8)}`;
	const task = { id: taskId, submittedAt: clock.now(), ...ownerIn(connection) };
	return {
		provider,
		request: {
			...{ operation: 'adoptTask', taskId, options: {} },
			...(operation ? { madeBy: operation, verified: true } : {}),
			...(prompt ? { prompt } : {}),
		},
		destination: { folder, name },
		state: { kind: 'running', task, progress: 0 },
	};
}

/** What the id is, by free calls. */
async function lookUp(
	provider: Provider,
	id: string,
	operation: Operation | undefined,
	signal: AbortSignal,
): Promise<FoundTask> {
	if (operation) return { operation, snapshot: await provider.task({ id, operation }, signal) };
	if (provider.find) return provider.find(id, signal);
	return { snapshot: await provider.task({ id, operation: 'textToModel' }, signal) };
}
