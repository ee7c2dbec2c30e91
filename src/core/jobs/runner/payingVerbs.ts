import { PropsmithError } from '../../model/errors';
import type { JobRecord, JobState, Uncertain } from '../../model/jobRecord';
import type { SpendingLimits } from '../../spending/limits';
import { refuseRefused } from '../drafts/refusedBefore';
import { canRetry, retrySubmits } from '../records/actions';
import { reconcile } from '../steps/reconcile';
import type { Handlers, VerbContext } from './verbHandlers';
import type { PayingVerbs } from './verbs';

export const payingVerbs: Handlers<keyof PayingVerbs> = {
	async add({ tools, creator }, drafts, limits) {
		await refuseRefused(tools, drafts);
		return creator.add(drafts, limits);
	},

	async retry(context, id, limits) {
		const { journal } = context.tools;
		const job = journal.get(id);
		const { state, provider } = job;
		if (state.kind === 'downloading' && state.wait) {
			context.accounts.of(provider).downloadWaits.wake(id);
			return true;
		}
		if (state.kind === 'uncertain') return lookUp(context, job, state);
		if (state.kind === 'refused') throw new PropsmithError('refusedBefore');
		if (!canRetry(job)) throw new PropsmithError('actionNotPossible', { detail: `it is ${state.kind}` });
		if (retrySubmits(state)) await payAgain(context, job, limits);
		else await journal.apply(id, { type: 'retried' });
		context.accounts.of(provider).checkNow();
		return true;
	},

	async submitAgain(context, id, limits) {
		const job = context.tools.journal.get(id);
		if (job.state.kind !== 'uncertain' || job.state.looking)
			throw new PropsmithError('actionNotPossible', { detail: id });
		await payAgain(context, job, limits);
	},
};

/** Looks for the task of a job in doubt, or waits for who looks already. Answers whether it is out of doubt. */
async function lookUp(
	{ tools, runner, stopping }: VerbContext,
	job: JobRecord,
	{ looking }: Uncertain,
): Promise<boolean> {
	if (!looking) return reconcile(runner.contextOf(job), job.id, stopping);
	const isOver = (state: JobState): boolean => state.kind !== 'uncertain' || !state.looking;
	return (await tools.journal.until(job.id, isOver, stopping)).state.kind !== 'uncertain';
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
