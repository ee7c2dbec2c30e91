import * as vscode from 'vscode';
import { describeError, PropsmithError } from '../../core/errors';
import type { Accounts } from '../../core/jobs/accounts';
import { canCancel, canRetry } from '../../core/jobs/actions';
import type { JobQueue } from '../../core/jobs/queue';
import { errorOf, type JobRecord } from '../../core/jobs/record';
import { commandIds } from '../contributions';
import { formatCredits, jobTitle } from '../views/jobLook';
import type { Command } from './command';
import { jobArgument } from './jobArgument';

/** Stops a job, after saying what that means for credits already at stake. */
export function cancel(queue: JobQueue): Command {
	return {
		id: commandIds.cancel,
		run: async (argument) => {
			const job = await jobArgument(queue, argument, ({ state }) => canCancel(state), 'cancel');
			if (!job || !(await confirmCancel(job))) return;
			await queue.cancel(job.id);
		},
	};
}

async function confirmCancel(job: JobRecord): Promise<boolean> {
	const { state, provider } = job;
	if (provider === 'sandbox' || (state.kind !== 'running' && state.kind !== 'downloading')) return true;
	const detail =
		state.kind === 'running'
			? `${provider === 'meshy' ? 'Meshy takes a task back only while it waits there; one that was begun' : 'The service cannot cancel a task: it'} goes on there and is charged if it succeeds. “Retry” takes it up again later without a new charge.`
			: 'The task is finished and paid. “Retry” fetches its file later without a new charge.';
	const stop = 'Stop Waiting for It';
	return (
		(await vscode.window.showWarningMessage(`Stop “${jobTitle(job)}”?`, { modal: true, detail }, stop)) ===
		stop
	);
}

/** Tries again; a job in doubt is looked up at the service first, and what then happens is the user's decision. */
export function retry(queue: JobQueue, accounts: Accounts): Command {
	return {
		id: commandIds.retry,
		run: async (argument) => {
			const job = await jobArgument(queue, argument, canRetry, 'retry');
			if (job && !(await tryAgain(queue, job))) await decide(queue, accounts, job.id);
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
async function decide(queue: JobQueue, accounts: Accounts, id: string): Promise<void> {
	const job = queue.find(id);
	if (job?.state.kind !== 'uncertain') return;
	const [checkAgain, submitAgain, giveUp] = ['Check Again', 'Submit Again', 'Give Up'] as const;
	const cost =
		job.estimate === undefined ? 'a second task' : `about ${formatCredits(job.estimate)} for a second task`;
	const facts = [
		`Its answer was lost, so the service may have it: ${job.state.error.detail ?? 'it was not found'}.`,
		await frozenNote(accounts, job),
		`Submitting again may cost ${cost}. Giving up sends nothing; “Retry” looks for it again.`,
	];
	const chosen = await vscode.window.showWarningMessage(
		`The service shows no task for “${jobTitle(job)}” yet.`,
		{ modal: true, detail: facts.filter(Boolean).join('\n') },
		checkAgain,
		submitAgain,
		giveUp,
	);
	if (chosen === checkAgain && !(await tryAgain(queue, job))) await decide(queue, accounts, id);
	if (chosen === submitAgain) await queue.submitAgain(id);
	if (chosen === giveUp) await queue.cancel(id);
}

/** What the account has reserved tells whether something may be under way there. */
async function frozenNote(accounts: Accounts, { provider }: JobRecord): Promise<string> {
	try {
		const connection = await accounts.connect(provider);
		const { available, frozen } = await connection.provider.balance(AbortSignal.timeout(5000));
		return `Your account has ${formatCredits(available)}, and ${formatCredits(frozen)} reserved by unfinished tasks.`;
	} catch {
		return '';
	}
}

export function remove(queue: JobQueue): Command {
	return {
		id: commandIds.remove,
		run: async (argument) => {
			const job = await jobArgument(queue, argument, () => true, 'remove from the list');
			if (job) await queue.remove(job.id);
		},
	};
}

export function showError(queue: JobQueue): Command {
	return {
		id: commandIds.showError,
		run: async (argument) => {
			const job = await jobArgument(queue, argument, ({ state }) => errorOf(state) !== undefined, 'explain');
			const error = job && errorOf(job.state);
			if (!job || !error) return;
			const offers = canRetry(job) ? ['Retry', 'Show Log'] : ['Show Log'];
			const chosen = await vscode.window.showInformationMessage(
				`“${jobTitle(job)}”: ${describeError(error)}`,
				...offers,
			);
			if (chosen === 'Retry') await vscode.commands.executeCommand(commandIds.retry, { jobId: job.id });
			if (chosen === 'Show Log') await vscode.commands.executeCommand(commandIds.showLog);
		},
	};
}

export function reveal(queue: JobQueue): Command {
	return {
		id: commandIds.reveal,
		run: async (argument) => {
			const file = await fileArgument(queue, argument, 'reveal');
			if (!file) return;
			// The explorer shows only what is inside the open folders.
			const inside = vscode.workspace.getWorkspaceFolder(file) !== undefined;
			await vscode.commands.executeCommand(inside ? 'revealInExplorer' : 'revealFileInOS', file);
		},
	};
}

export function openAsset(queue: JobQueue): Command {
	return {
		id: commandIds.openAsset,
		run: async (argument) => {
			const file = await fileArgument(queue, argument, 'open');
			if (file) await vscode.commands.executeCommand('vscode.open', file);
		},
	};
}

async function fileArgument(
	queue: JobQueue,
	argument: unknown,
	verb: string,
): Promise<vscode.Uri | undefined> {
	const job = await jobArgument(queue, argument, ({ state }) => state.kind === 'done', verb);
	if (!job) return undefined;
	const path = job.state.kind === 'done' ? job.state.files[0]?.path : undefined;
	if (path === undefined) throw new PropsmithError('actionNotPossible', { detail: 'it has no file yet' });
	return vscode.Uri.file(path);
}
