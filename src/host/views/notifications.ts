import * as vscode from 'vscode';
import { describeError } from '../../core/errors';
import { isAccountWide } from '../../core/jobs/fault';
import type { JobChange } from '../../core/jobs/journal';
import type { JobQueue } from '../../core/jobs/queue';
import { errorOf, type JobRecord, type StateKind } from '../../core/jobs/record';
import { commandIds } from '../contributions';
import { groupOf, jobTitle } from './jobLook';

/** Jobs that end within this time are told of in one message (ms). */
const collectMs = 1500;

/** Tells of jobs that ended or need the user: one message for a burst, with the next step as a button. */
export class Notifications implements vscode.Disposable {
	private readonly subscription: vscode.Disposable;
	private readonly last = new Map<string, StateKind>();
	private fresh = new Map<string, JobRecord>();
	private timer: NodeJS.Timeout | undefined;

	constructor(queue: JobQueue) {
		// What had ended before this window opened is no news.
		for (const { id, state } of queue.list()) this.last.set(id, state.kind);
		this.subscription = queue.onDidChange((change) => this.take(change));
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.subscription.dispose();
	}

	private take({ job, removed }: JobChange): void {
		const { kind } = job.state;
		if (removed) {
			this.last.delete(job.id);
			this.fresh.delete(job.id);
			return;
		}
		if (this.last.get(job.id) === kind) return;
		this.last.set(job.id, kind);
		if (kind === 'done' || groupOf(job.state) === 'needsAttention') this.fresh.set(job.id, job);
		else this.fresh.delete(job.id);
		if (this.fresh.size > 0) this.timer ??= setTimeout(() => void this.tell(), collectMs);
	}

	private async tell(): Promise<void> {
		const jobs = [...this.fresh.values()];
		this.fresh = new Map();
		this.timer = undefined;
		await Promise.all([
			tellDone(jobs.filter(({ state }) => state.kind === 'done')),
			tellTrouble(jobs.filter(({ state }) => state.kind !== 'done')),
		]);
	}
}

async function tellDone(jobs: readonly JobRecord[]): Promise<void> {
	const [job] = jobs;
	if (job?.state.kind !== 'done') return;
	if (jobs.length > 1) {
		const chosen = await vscode.window.showInformationMessage(
			`${jobs.length} assets are ready.`,
			'Show Assets',
		);
		if (chosen) await vscode.commands.executeCommand('propsmith.assets.focus');
		return;
	}
	const path = vscode.workspace.asRelativePath(job.state.files[0]?.path ?? '');
	const chosen = await vscode.window.showInformationMessage(`${path} is ready.`, 'Reveal', 'Open');
	if (chosen)
		await vscode.commands.executeCommand(chosen === 'Open' ? commandIds.openAsset : commandIds.reveal, {
			jobId: job.id,
		});
}

/** One message for each kind of trouble: what holds up a whole account is told once. */
async function tellTrouble(jobs: readonly JobRecord[]): Promise<void> {
	const byCode = new Map<string, JobRecord[]>();
	for (const job of jobs) {
		const code = errorOf(job.state)?.code ?? '';
		byCode.set(code, [...(byCode.get(code) ?? []), job]);
	}
	await Promise.all([...byCode.values()].map(tellOneTrouble));
}

async function tellOneTrouble(jobs: readonly JobRecord[]): Promise<void> {
	const [job] = jobs;
	const error = job && errorOf(job.state);
	if (!job || !error) return;
	const who = jobs.length === 1 ? `“${jobTitle(job)}”` : `${jobs.length} jobs`;
	const actions = isAccountWide(error.code) ? accountActions(error.code) : ['Show Jobs', 'Show Log'];
	const chosen = await vscode.window.showWarningMessage(`${who}: ${describeError(error)}`, ...actions);
	const command = chosen && actionCommands[chosen];
	if (command) await vscode.commands.executeCommand(command);
}

const actionCommands: Readonly<Record<string, string>> = {
	'Set API Key…': commandIds.setApiKey,
	'Choose Account…': commandIds.chooseAccount,
	'Open Billing': commandIds.openBilling,
	'Show Balance': commandIds.showBalance,
	'Show Jobs': commandIds.showJobs,
	'Show Log': commandIds.showLog,
};

function accountActions(code: string): string[] {
	if (code === 'creditsExhausted') return ['Open Billing', 'Show Balance'];
	if (code === 'serviceDown') return ['Show Log', 'Show Jobs'];
	return ['Set API Key…', 'Choose Account…'];
}

/** Records that could not be read hold jobs that may be paid: nobody must have to find that in a log. */
export async function tellSetAside(files: readonly string[]): Promise<void> {
	if (files.length === 0) return;
	const what = files.length === 1 ? 'A job record' : `${files.length} job records`;
	const message = `${what} could not be read and was set aside, not deleted: ${files[0]}. If it held a running job, “Propsmith: Adopt Task…” brings its result back without a charge.`;
	const chosen = await vscode.window.showWarningMessage(message, 'Open Task History', 'Show Log');
	if (chosen === 'Show Log') await vscode.commands.executeCommand(commandIds.showLog);
	if (chosen === 'Open Task History') await vscode.commands.executeCommand(commandIds.openTaskHistory);
}
