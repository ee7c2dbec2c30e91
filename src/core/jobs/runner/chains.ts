import type { Log } from '../../base/log';
import { isSettled, type JobRecord, type JobState, resultOf } from '../../model/jobRecord';
import { goesOnByItself, jobErrorOf } from '../../network/failure';
import { optionTasks } from '../../providers/catalogue/references';
import { catalogueOf } from '../../providers/catalogues';
import { sourceJobOf } from '../drafts/sourceRules';
import type { Journal } from '../records/journal';

/**
 * Waits until the jobs that a waiting one needs have their results; their files need not be here yet. False: one of
 * them came to an end without, and the job says so.
 */
export async function sourcesAreReady(
	journal: Journal,
	job: JobRecord,
	signal: AbortSignal,
): Promise<boolean> {
	for (const before of neededIds(job)) if (!(await sourceIsReady(journal, job, before, signal))) return false;
	return true;
}

async function sourceIsReady(
	journal: Journal,
	job: JobRecord,
	before: string,
	signal: AbortSignal,
): Promise<boolean> {
	// What an option names may be a task that no job of ours has.
	if (!journal.find(before) && before !== sourceJobOf(job)) return true;
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

/** The ids of the jobs whose results this one needs, and of tasks that its options name. */
export function neededIds(job: Pick<JobRecord, 'provider' | 'request'>): readonly string[] {
	const { provider, request } = job;
	const before = sourceJobOf(job);
	const spec =
		request.operation === 'adoptTask' ? undefined : catalogueOf(provider).operations[request.operation];
	const named = optionTasks(spec, request.options).map(({ id }) => id);
	return before === undefined ? named : [before, ...named];
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
		private readonly ports: { readonly journal: Journal; readonly log: Log },
		private readonly stopping: AbortSignal,
	) {}

	/** Looks after a job that is held up by the step before it. */
	attend(job: JobRecord): void {
		const { journal } = this.ports;
		const { state } = job;
		const source = sourceJobOf(job);
		const needed = neededIds(job).filter((id) => journal.find(id));
		if (needed.length === 0 || state.kind !== 'blocked' || state.error.code !== 'sourceNotReady') return;
		if (this.held.has(job.id) || (source !== undefined && !needed.includes(source))) return;
		this.held.add(job.id);
		void this.release(job.id, needed)
			.catch((error: unknown) => {
				if (!this.stopping.aborted)
					this.ports.log.debug(`Job ${job.id} stays held up: ${jobErrorOf(error).code}.`);
			})
			.finally(() => this.held.delete(job.id));
	}

	private async release(id: string, needed: readonly string[]): Promise<void> {
		const { journal } = this.ports;
		for (const before of needed)
			await journal.until(before, (state) => resultOf(state) !== undefined, this.stopping);
		const state = journal.find(id)?.state;
		if (state?.kind === 'blocked' && state.error.code === 'sourceNotReady')
			await journal.apply(id, { type: 'unblocked' });
	}
}
