import { slug } from '../assets/naming';
import { PropsmithError } from '../errors';
import { ownerIn } from '../limits/heldSlots';
import type { ProviderId } from '../providers/provider';
import type { JobContext } from './context';
import { inWords } from './fault';
import { type JobRecord, taskOf } from './record';
import type { Operation } from './request';

/** A task that was made elsewhere: by a colleague, on the web, by a job whose record is gone. */
export interface Adoption {
	readonly provider: ProviderId;
	readonly taskId: string;
	/** What made it; services that keep tasks of each operation apart must be told. */
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
	{ provider, taskId, folder, madeBy = 'textToModel' }: Adoption,
	signal: AbortSignal,
): Promise<Pick<JobRecord, 'provider' | 'request' | 'destination' | 'state'>> {
	const owner = journal.all().find(({ state }) => taskOf(state)?.id === taskId);
	if (owner)
		throw new PropsmithError('actionNotPossible', { detail: 'a job in the list has this task already' });
	const connection = await accounts.connect(provider);
	const { prompt } = await connection.provider
		.task({ id: taskId, operation: madeBy }, signal)
		.catch((error: unknown) => {
			// Asking costs nothing, whatever the task itself may have cost.
			const { code, ...extra } = inWords(error).jobError;
			throw new PropsmithError(code, { ...extra, charge: 'none', cause: error });
		});
	const name = prompt ? slug(prompt) : `task-${slug(taskId).slice(0, 8)}`;
	const task = { id: taskId, submittedAt: clock.now(), ...ownerIn(connection) };
	return {
		provider,
		request: { operation: 'adoptTask', taskId, madeBy, ...(prompt ? { prompt } : {}), options: {} },
		destination: { folder, name },
		state: { kind: 'running', task, progress: 0 },
	};
}
