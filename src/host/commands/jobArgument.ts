import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { JobRecord } from '../../core/model/jobRecord';
import { Formatter } from '../text/formatter';
import { jobStatus, jobTitle } from '../text/jobText';
import { jobIcon } from '../views/icons';

/**
 * The job that a command is about: from a tree row or a script (`{ jobId }` or the id itself), else asked for among
 * those that fit. Undefined when the user leaves, or when there is nothing to choose from (and it was said so).
 */
export async function jobArgument(
	queue: JobQueue,
	argument: unknown,
	fits: (job: JobRecord) => boolean,
	verb: string,
): Promise<JobRecord | undefined> {
	const id = jobIdIn(argument);
	if (id !== undefined) return queue.find(id);
	const jobs = queue.list().filter(fits).reverse();
	if (jobs.length === 0) {
		await vscode.window.showInformationMessage(`There is no job to ${verb}.`);
		return undefined;
	}
	const formatter = new Formatter(vscode.env.language);
	const picked = await vscode.window.showQuickPick(
		jobs.map((job) => ({
			label: jobTitle(job),
			description: jobStatus(job, formatter),
			iconPath: jobIcon(job.state),
			job,
		})),
		{ title: `Propsmith: choose a job to ${verb}`, matchOnDescription: true },
	);
	return picked?.job;
}

/** The job whose row, or its group's, a command was called from. */
export function jobOfRow(queue: JobQueue, argument: unknown): JobRecord | undefined {
	const id = jobIdIn(argument);
	return id === undefined ? groupArgument(queue, argument)?.[0] : queue.find(id);
}

function jobIdIn(argument: unknown): string | undefined {
	if (typeof argument === 'string') return argument;
	if (typeof argument === 'object' && argument !== null && 'jobId' in argument) return String(argument.jobId);
	return undefined;
}

/** The jobs of the group that a command is about: from its row (`{ groupId }`); undefined for anything else. */
export function groupArgument(queue: JobQueue, argument: unknown): JobRecord[] | undefined {
	if (typeof argument !== 'object' || argument === null || !('groupId' in argument)) return undefined;
	return queue.list().filter(({ group }) => group?.id === argument.groupId);
}
