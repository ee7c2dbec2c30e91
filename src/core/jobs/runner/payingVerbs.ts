import { PropsmithError } from '../../model/errors';
import type { JobRecord, JobState, Uncertain } from '../../model/jobRecord';
import type { SpendingLimits } from '../../spending/limits';
import { refuseRefused } from '../drafts/refusedBefore';
import { canRetry, retrySubmits } from '../records/actions';
import { reconcile } from '../steps/reconcile';
import type { Handlers, VerbContext } from './verbHandlers';
import type { PayingVerbs } from './verbs';

export const payingVerbs: Handlers<keyof PayingVerbs> = {
	async add({ jobs, creator }, drafts, limits) {
		await refuseRefused(jobs, drafts);
		return creator.add(drafts, limits);
	},

	async retry(context, id, limits) {
		const { journal } = context.jobs;
		const job = journal.get(id);
		const { state, provider } = job;
		if (state.kind === 'downloading' && state.wait) {
			context.runner.downloads.waits.wake(id);
			return true;
		}
		if (state.kind === 'uncertain') return lookUp(context, id, state);
		if (state.kind === 'refused') throw new PropsmithError('refusedBefore');
		if (!canRetry(job)) throw new PropsmithError('actionNotPossible', { detail: `it is ${state.kind}` });
		if (retrySubmits(state)) await payAgain(context, job, limits);
		else await journal.apply(id, { type: 'retried' });
		context.runner.revival.checkNow(provider);
		return true;
	},

	async submitAgain(context, id, limits) {
		const job = context.jobs.journal.get(id);
		if (job.state.kind !== 'uncertain' || job.state.looking)
			throw new PropsmithError('actionNotPossible', { detail: id });
		await payAgain(context, job, limits);
	},
};

/** Looks for the task of a job in doubt, or waits for who looks already. Answers whether it is out of doubt. */
async function lookUp({ jobs, stopping }: VerbContext, id: string, { looking }: Uncertain): Promise<boolean> {
	if (!looking) return reconcile(jobs, id, stopping);
	const isOver = (state: JobState): boolean => state.kind !== 'uncertain' || !state.looking;
	return (await jobs.journal.until(id, isOver, stopping)).state.kind !== 'uncertain';
}

async function payAgain(
	{ ledger, creator }: VerbContext,
	job: JobRecord,
	limits: SpendingLimits | null,
): Promise<void> {
	// It changed while its window asked, so nobody agreed to pay.
	if (!limits) throw new PropsmithError('actionNotPossible', { detail: `it is ${job.state.kind} now` });
	await ledger.beforeForgetting();
	await creator.addAgain(job, limits);
}
