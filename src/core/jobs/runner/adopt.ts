import { slug } from '../../assets/naming';
import type { ProviderId } from '../../model/account';
import { PropsmithError } from '../../model/errors';
import { type JobRecord, taskOf } from '../../model/jobRecord';
import type { Operation } from '../../model/request';
import type { FoundTask, ListedTask } from '../../model/task';
import { ownerIn } from '../../model/task';
import { toUserError } from '../../network/failure';
import { inTime } from '../../network/inTime';
import type { Provider } from '../../providers/provider';
import type { JobContext } from '../steps/context';

/** A task that was made elsewhere: by a colleague, on the web, by a job whose record is gone. */
export interface Adoption {
	readonly provider: ProviderId;
	readonly taskId: string;
	/** What made it, where the service said so already; found out when absent. */
	readonly madeBy?: Operation;
	/** Absolute path. */
	readonly folder: string;
}

/**
 * Drafts a job for a task that the service has already: it is followed and downloaded like any other, and costs
 * nothing. Rejects with `taskNotFound`, or `actionNotPossible` when a job of ours has the task.
 */
export async function draftAdoption(
	{ accounts, journal, clock }: JobContext,
	{ provider, taskId, folder, madeBy }: Adoption,
	signal: AbortSignal,
): Promise<Pick<JobRecord, 'provider' | 'request' | 'destination' | 'state'>> {
	const owner = journal.all().find(({ state }) => taskOf(state)?.id === taskId);
	if (owner)
		throw new PropsmithError('actionNotPossible', { detail: 'a job in the list has this task already' });
	const connection = await accounts.connect(provider);
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

/** The account's newest tasks that no job of ours has; empty where the service lists none. */
export async function adoptable(
	{ accounts, journal }: JobContext,
	providerId: ProviderId,
	stopping: AbortSignal,
): Promise<readonly ListedTask[]> {
	const { provider } = await accounts.connect(providerId);
	const tasks = (await inTime(async (signal) => provider.history?.(signal), stopping)) ?? [];
	const owned = new Set(journal.all().flatMap(({ state }) => taskOf(state)?.id ?? []));
	return tasks.filter(({ taskId }) => !owned.has(taskId));
}
