import * as vscode from 'vscode';
import { errorOfSeveral } from '../../core/jobs/drafts/severalFaults';
import { canEdit, refusedFileOf } from '../../core/jobs/records/actions';
import { toRetry } from '../../core/jobs/records/groupActions';
import { describeError, type ErrorCode } from '../../core/model/errors';
import { errorOf, type JobRecord } from '../../core/model/jobRecord';
import { isAccountWide, isUnreachable } from '../../core/network/failure';
import { commandIds, viewIds } from '../contributions';
import { groupTitle, memberTitle } from './groupPresentation';
import { editTitle, jobStatus, jobTitle, needsUser } from './jobPresentation';

/** One message for all jobs that are done; the file of a single one can be opened from it. */
export async function notifyDone(jobs: readonly JobRecord[]): Promise<void> {
	const [job] = jobs;
	if (job?.state.kind !== 'done') return;
	if (jobs.length > 1) return notifyAssets(`${jobs.length} assets are ready.`);
	const [file] = job.state.files;
	if (!file) return notifyResult(job);
	const path = vscode.workspace.asRelativePath(file.path);
	const chosen = await vscode.window.showInformationMessage(`${path} is ready.`, 'Reveal', 'Open');
	if (!chosen) return;
	const command = chosen === 'Open' ? commandIds.openAsset : commandIds.reveal;
	await vscode.commands.executeCommand(command, { jobId: job.id });
}

async function notifyAssets(message: string): Promise<void> {
	const chosen = await vscode.window.showInformationMessage(message, 'Show Assets');
	if (chosen) await vscode.commands.executeCommand(`${viewIds.assets}.focus`);
}

/** What has no file tells something, or stayed at the service. */
async function notifyResult(job: JobRecord): Promise<void> {
	const chosen = await vscode.window.showInformationMessage(
		`${jobTitle(job)}: ${jobStatus(job)}`,
		'Do Next…',
	);
	if (chosen) await vscode.commands.executeCommand(commandIds.doNext, { jobId: job.id });
}

/** How jobs that were asked for together ended. */
export async function notifyGroup(jobs: readonly JobRecord[]): Promise<void> {
	const troubled = jobs.filter(needsUser);
	const done = jobs.filter(({ state }) => state.kind === 'done' && state.files.length > 0);
	const title = groupTitle(jobs);
	const [first] = troubled;
	if (!first) return jobs.length > 0 && done.length === 1 ? notifyDone(done) : notifyAllDone(title, done);
	const error = errorOf(first.state);
	const isChain = first.group?.kind === 'chain';
	const place = isChain
		? `stopped at step ${jobs.indexOf(first) + 1} of ${jobs.length}, ${memberTitle(first)}`
		: '';
	const count = `${done.length} of ${jobs.length} are ready, ${troubled.length} need${troubled.length === 1 ? 's' : ''} attention`;
	const why = isChain ? (error ? ` ${describeError(error)}` : '') : ` ${wordsOf(troubled, memberTitle)}`;
	const only = troubled.length === 1 ? choicesFor(first) : [];
	const actions = [...(toRetry(jobs).length > 0 ? ['Retry'] : []), ...only, 'Show Jobs'];
	const chosen = await vscode.window.showWarningMessage(`“${title}”: ${place || count}.${why}`, ...actions);
	if (chosen === 'Retry')
		await vscode.commands.executeCommand(commandIds.retry, { groupId: first.group?.id });
	const command = chosen && choiceCommands[chosen];
	if (command) await vscode.commands.executeCommand(command, { jobId: first.id });
	if (chosen === 'Show Jobs') await vscode.commands.executeCommand(commandIds.showJobs);
}

async function notifyAllDone(title: string, done: readonly JobRecord[]): Promise<void> {
	if (done.length > 0) await notifyAssets(`“${title}”: ${done.length} assets are ready.`);
}

/** One message for each kind of trouble: what holds up a whole account is told once. */
export async function notifyTrouble(jobs: readonly JobRecord[]): Promise<void> {
	const byCode = new Map<string, JobRecord[]>();
	for (const job of jobs) {
		const code = errorOf(job.state)?.code ?? '';
		byCode.set(code, [...(byCode.get(code) ?? []), job]);
	}
	await Promise.all([...byCode.values()].map(notifyOneTrouble));
}

async function notifyOneTrouble(jobs: readonly JobRecord[]): Promise<void> {
	const [job] = jobs;
	const error = job && errorOf(job.state);
	if (!job || !error) return;
	const who = jobs.length === 1 ? `“${jobTitle(job)}”` : `${jobs.length} jobs`;
	const why = wordsOf(jobs, jobTitle);
	const choices = jobs.length === 1 ? choicesFor(job) : [];
	const others =
		canKeep(job) && choices.length > 0
			? ['Retry', ...choices, 'Show Jobs']
			: [...choices, 'Show Jobs', 'Show Log'];
	const actions = isAccountWide(error.code) ? accountActions(error.code) : others;
	const chosen = await vscode.window.showWarningMessage(`${who}: ${why}`, ...actions);
	const command = chosen && (actionCommands[chosen] ?? choiceCommands[chosen]);
	// Billing and balance are those of the job's account, which need not be the one in use.
	if (command) await vscode.commands.executeCommand(command, { jobId: job.id });
}

/** What one job alone leaves for the user to choose. */
function choicesFor(job: JobRecord): string[] {
	return [
		...(job.state.kind === 'refused' && canEdit(job) ? [editTitle] : []),
		...(canKeep(job) ? ['Keep Anyway'] : []),
	];
}

function canKeep({ state }: JobRecord): boolean {
	return refusedFileOf(state) !== undefined;
}

const choiceCommands: Readonly<Record<string, string>> = {
	[editTitle]: commandIds.editAndGenerate,
	'Keep Anyway': commandIds.keepAnyway,
};

/** What is wrong with some jobs: once where it is the same, else under the name of each. */
function wordsOf(jobs: readonly JobRecord[], nameOf: (job: JobRecord) => string): string {
	const faults = jobs.flatMap((job) => {
		const error = errorOf(job.state);
		return error ? [{ of: `“${nameOf(job)}”`, error }] : [];
	});
	const [first] = faults;
	if (!first) return '';
	const isSame = faults.every(
		({ error }) => error.code === first.error.code && error.detail === first.error.detail,
	);
	return isSame ? describeError(first.error) : errorOfSeveral(faults).message;
}

const actionCommands: Readonly<Record<string, string>> = {
	'Set API Key…': commandIds.setApiKey,
	'Choose Account…': commandIds.chooseAccount,
	'Open Billing': commandIds.openBilling,
	'Show Balance': commandIds.showBalance,
	Retry: commandIds.retry,
	'Keep Anyway': commandIds.keepAnyway,
	'Show Jobs': commandIds.showJobs,
	'Show Log': commandIds.showLog,
};

function accountActions(code: ErrorCode): string[] {
	if (code === 'creditsExhausted') return ['Open Billing', 'Show Balance'];
	if (isUnreachable(code)) return ['Show Log', 'Show Jobs'];
	return ['Set API Key…', 'Choose Account…'];
}

/** Records that could not be read hold jobs that may be paid: nobody must have to find that in a log. */
export async function notifySetAside(files: readonly string[]): Promise<void> {
	if (files.length === 0) return;
	const what = files.length === 1 ? 'A job record' : `${files.length} job records`;
	const message = `${what} could not be read and was set aside, not deleted: ${files[0]}. If it held a running job, “Propsmith: Adopt Task…” brings its result back without a charge.`;
	const chosen = await vscode.window.showWarningMessage(message, 'Open Task History', 'Show Log');
	if (chosen === 'Show Log') await vscode.commands.executeCommand(commandIds.showLog);
	if (chosen === 'Open Task History') await vscode.commands.executeCommand(commandIds.openTaskHistory);
}
