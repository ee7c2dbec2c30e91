import * as vscode from 'vscode';
import { canEdit, canRetry, refusedFileOf } from '../../core/jobs/records/actions';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { describeError } from '../../core/model/errors';
import { errorOf } from '../../core/model/jobRecord';
import { commandIds } from '../contributions';
import { editTitle, jobTitle } from '../views/jobPresentation';
import type { Command } from './command';
import { jobArgument } from './jobArgument';

/** What happened to a job, and what to do about it. */
export function showError(queue: JobQueue): Command {
	return {
		id: commandIds.showError,
		run: async (argument) => {
			const job = await jobArgument(queue, argument, ({ state }) => errorOf(state) !== undefined, 'explain');
			const error = job && errorOf(job.state);
			if (!job || !error) return;
			const isRefused = job.state.kind === 'refused' && canEdit(job);
			const offers = [
				...(canRetry(job) ? ['Retry'] : []),
				...(isRefused ? [editTitle] : []),
				...(refusedFileOf(job.state) ? ['Keep Anyway'] : []),
				'Show Log',
			];
			const chosen = await vscode.window.showInformationMessage(
				`“${jobTitle(job)}”: ${describeError(error)}`,
				...offers,
			);
			if (chosen === 'Retry') await vscode.commands.executeCommand(commandIds.retry, { jobId: job.id });
			if (chosen === editTitle)
				await vscode.commands.executeCommand(commandIds.editAndGenerate, { jobId: job.id });
			if (chosen === 'Keep Anyway')
				await vscode.commands.executeCommand(commandIds.keepAnyway, { jobId: job.id });
			if (chosen === 'Show Log') await vscode.commands.executeCommand(commandIds.showLog);
		},
	};
}
