import * as vscode from 'vscode';
import { inTurn } from '../../core/jobs/drafts/severalFaults';
import { canCancel } from '../../core/jobs/records/actions';
import { toCancel } from '../../core/jobs/records/groupActions';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { JobRecord } from '../../core/model/jobRecord';
import { commandIds } from '../contributions';
import { memberTitle } from '../text/groupText';
import type { ModalText } from '../text/modalText';
import { stopGroupQuestion, stopQuestion } from '../text/stopQuestion';
import type { Command } from './command';
import { groupArgument, jobArgument } from './jobArgument';

/** Stops a job, or what of a group can be stopped, after saying what that means for credits already at stake. */
export function cancel(queue: JobQueue): Command {
	return {
		id: commandIds.cancel,
		run: async (argument) => {
			const group = groupArgument(queue, argument);
			if (group) {
				if (await confirmGroup(group))
					await inTurn(toCancel(group), memberTitle, ({ id }) => queue.call('cancel', id));
				return;
			}
			const job = await jobArgument(queue, argument, ({ state }) => canCancel(state), 'cancel');
			if (job && (await confirmOne(job))) await queue.call('cancel', job.id);
		},
	};
}

async function confirmOne(job: JobRecord): Promise<boolean> {
	const question = stopQuestion(job);
	return question === undefined || confirm(question, 'Stop Waiting for It');
}

async function confirmGroup(jobs: readonly JobRecord[]): Promise<boolean> {
	const question = stopGroupQuestion(jobs);
	return question !== undefined && confirm(question, question.stop);
}

async function confirm({ message, detail }: ModalText, stop: string): Promise<boolean> {
	return (await vscode.window.showWarningMessage(message, { modal: true, detail }, stop)) === stop;
}
