import type { JobContext } from './context';
import { goesOnByItself, jobErrorOf } from './fault';
import type { Journal } from './journal';
import { isSettled, type JobRecord, type JobState, resultOf } from './record';

/**
 * Waits until the job that a waiting one goes on from has its result; its files need not be here yet. False: that one
 * came to an end without, and the job says so.
 */
export async function sourceIsReady(journal: Journal, job: JobRecord, signal: AbortSignal): Promise<boolean> {
	const before = sourceJobOf(job);
	if (before === undefined) return true;
	const source =
		journal.find(before) && (await journal.until(before, isDecided, signal).catch(() => undefined));
	signal.throwIfAborted();
	if (source && resultOf(source.state)) return true;
	if (journal.find(job.id)?.state.kind === 'waiting')
		await journal.apply(job.id, {
			type: 'blocked',
			error: { code: 'sourceNotReady', detail: source ? `it is ${source.state.kind}` : 'it is gone' },
		});
	return false;
}

/** The job whose task this one goes on from. */
export function sourceJobOf({ request }: Pick<JobRecord, 'request'>): string | undefined {
	if (request.operation === 'adoptTask') return undefined;
	return request.source?.kind === 'job' ? request.source.id : undefined;
}

/** It has a result, or nothing more will happen to it by itself. */
function isDecided(state: JobState): boolean {
	if (resultOf(state)) return true;
	// A chain that is out of credits waits as a whole, for credits, and not each step for the one before.
	return isSettled(state) && !(state.kind === 'blocked' && goesOnByItself(state.error.code));
}

/** Lets steps that were held up go on when the one before them has its result after all. */
export class Chains {
	private readonly held = new Set<string>();

	constructor(
		private readonly context: JobContext,
		private readonly stopping: AbortSignal,
	) {}

	/** Looks after a job that is held up by the step before it. */
	attend(job: JobRecord): void {
		const before = sourceJobOf(job);
		const { state } = job;
		if (before === undefined || state.kind !== 'blocked' || state.error.code !== 'sourceNotReady') return;
		if (this.held.has(job.id) || !this.context.journal.find(before)) return;
		this.held.add(job.id);
		void this.release(job.id, before)
			.catch((error: unknown) => {
				if (!this.stopping.aborted)
					this.context.log.debug(`Job ${job.id} stays held up: ${jobErrorOf(error).code}.`);
			})
			.finally(() => this.held.delete(job.id));
	}

	private async release(id: string, before: string): Promise<void> {
		const { journal } = this.context;
		await journal.until(before, (state) => resultOf(state) !== undefined, this.stopping);
		const state = journal.find(id)?.state;
		if (state?.kind === 'blocked' && state.error.code === 'sourceNotReady')
			await journal.apply(id, { type: 'unblocked' });
	}
}
