import * as vscode from 'vscode';
import { canRetry } from '../../core/jobs/records/actions';
import { toRetry } from '../../core/jobs/records/groupActions';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { JobRecord } from '../../core/model/jobRecord';
import { commandIds } from '../contributions';
import { doubtQuestion } from '../text/doubtQuestion';
import { Formatter } from '../text/formatter';
import type { Command } from './command';
import { groupArgument, jobArgument } from './jobArgument';

/**
 * Tries again; a job in doubt is looked up at the service first, and what then happens is the user's decision. Of a group
 * all that can be tried again is, after one question about its sum.
 */
export function retry(queue: JobQueue): Command {
	return {
		id: commandIds.retry,
		run: async (argument) => {
			const group = groupArgument(queue, argument);
			if (group) return queue.retryAll(toRetry(group).map(({ id }) => id));
			const job = await jobArgument(queue, argument, canRetry, 'retry');
			if (job && !(await tryAgain(queue, job))) await decide(queue, job.id);
		},
	};
}

/** Looking for a lost task takes a while, because a new one takes a moment to appear there. */
async function tryAgain(queue: JobQueue, { id, state }: JobRecord): Promise<boolean> {
	if (state.kind !== 'uncertain') return queue.retry(id);
	const location = vscode.ProgressLocation.Notification;
	const title = 'Looking for the task at the service (free)…';
	return vscode.window.withProgress({ location, title }, () => queue.retry(id));
}

/** The service shows no task for this job (yet): check again, submit again, or give up, with the facts in view. */
async function decide(queue: JobQueue, id: string): Promise<void> {
	const job = queue.find(id);
	if (job?.state.kind !== 'uncertain') return;
	const [checkAgain, submitAgain, giveUp] = ['Check Again', 'Submit Again', 'Give Up'] as const;
	const balance = await queue.call('balance', job.provider).catch(() => undefined);
	const { message, detail } = doubtQuestion(job, balance, new Formatter(vscode.env.language));
	const chosen = await vscode.window.showWarningMessage(
		message,
		{ modal: true, detail },
		checkAgain,
		submitAgain,
		giveUp,
	);
	if (chosen === checkAgain && !(await tryAgain(queue, job))) await decide(queue, id);
	if (chosen === submitAgain) await queue.submitAgain(id);
	if (chosen === giveUp) await queue.call('cancel', id);
}
