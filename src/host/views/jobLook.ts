import * as vscode from 'vscode';
import { describeError, summariseError } from '../../core/errors';
import { canCancel, canRemove, canRetry } from '../../core/jobs/actions';
import { creditsOf, errorOf, type JobRecord, type JobState, taskOf } from '../../core/jobs/record';
import { filesOf, madeBy, picturesOf } from '../../core/jobs/request';
import { catalogueOf } from '../../core/providers/catalogues';

export const providerNames = { tripo: 'Tripo', meshy: 'Meshy', sandbox: 'Sandbox' } as const;

/** The groups of the Jobs view, in their order. */
export const jobGroups = ['running', 'waiting', 'needsAttention', 'done'] as const;
export type JobGroup = (typeof jobGroups)[number];

export const groupLabels: Record<JobGroup, string> = {
	running: 'Running',
	waiting: 'Waiting',
	needsAttention: 'Needs Attention',
	done: 'Done',
};

export function groupOf(state: JobState): JobGroup {
	switch (state.kind) {
		case 'waiting':
			return 'waiting';
		case 'uploading':
		case 'submitting':
		case 'running':
		case 'downloading':
			return 'running';
		case 'uncertain':
		case 'blocked':
		case 'refused':
		case 'failed':
			return 'needsAttention';
		case 'done':
		case 'cancelled':
			return 'done';
	}
}

const icons: Record<JobState['kind'], readonly [icon: string, colour?: string]> = {
	waiting: ['clock'],
	uploading: ['sync~spin'],
	submitting: ['sync~spin'],
	uncertain: ['question', 'list.warningForeground'],
	running: ['sync~spin'],
	downloading: ['cloud-download'],
	blocked: ['warning', 'list.warningForeground'],
	done: ['pass', 'testing.iconPassed'],
	refused: ['circle-slash', 'list.warningForeground'],
	failed: ['error', 'list.errorForeground'],
	cancelled: ['debug-stop'],
};

export function jobIcon(state: JobState): vscode.ThemeIcon {
	const [icon, colour] = icons[state.kind];
	return new vscode.ThemeIcon(icon, colour ? new vscode.ThemeColor(colour) : undefined);
}

/** What the job makes, in the user's own words. */
export function jobTitle({ request, destination, provider }: JobRecord): string {
	if (request.operation === 'adoptTask') return request.prompt ?? `task ${request.taskId}`;
	const { operation, source, prompt } = request;
	if (source)
		return `${catalogueOf(provider).operations[operation]?.title ?? operation}: ${destination.name}`;
	const [picture, ...others] = picturesOf(request);
	if (picture === undefined) return prompt ?? destination.name;
	return others.length === 0 ? fileName(picture) : `${fileName(picture)} and ${others.length} more`;
}

/** One short line about where the job is. */
export function jobStatus(job: JobRecord): string {
	const { state } = job;
	switch (state.kind) {
		case 'waiting':
			return 'waiting for a free slot';
		case 'uploading':
			return filesOf(job.request).length > 0 ? 'uploading' : 'preparing';
		case 'submitting':
			return 'submitting';
		case 'uncertain':
			return 'answer lost: may exist at the service';
		case 'running':
			return state.progress > 0 ? `${Math.round(state.progress)} %` : 'queued at the service';
		case 'downloading':
			return 'downloading';
		case 'blocked':
		case 'refused':
		case 'failed':
			return summariseError(state.error);
		case 'done':
			return costOf(job);
		case 'cancelled':
			return cancelledStatus(state);
	}
}

function cancelledStatus(state: JobState & { kind: 'cancelled' }): string {
	if (state.doubt) return 'given up; the service may have it and charge it';
	if (!state.task) return 'cancelled, nothing was sent';
	if (state.outcome === 'charged')
		return `cancelled here, made and charged there${creditWords(state.credits)}`;
	return state.outcome ? 'cancelled, not charged' : 'cancelled here; the service goes on and may charge it';
}

function costOf(job: JobRecord): string {
	const credits = creditsOf(job.state);
	if (credits === undefined) return '';
	return job.provider === 'sandbox' ? 'free (sandbox)' : formatCredits(credits);
}

function creditWords(credits: number | undefined): string {
	return credits === undefined ? '' : ` (${formatCredits(credits)})`;
}

/** Credits may have two decimals, because discounts are fractional. */
export function formatCredits(credits: number): string {
	const number = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 2 }).format(credits);
	return `${number} credit${credits === 1 ? '' : 's'}`;
}

/** Words for `viewItem` in `when` clauses: what the job's row offers. */
export function jobContextValue(job: JobRecord): string {
	const { state } = job;
	const words = [
		canCancel(state) && 'cancel',
		canRetry(job) && 'retry',
		errorOf(state) && 'error',
		state.kind === 'done' && 'file',
		state.kind === 'waiting' && 'waiting',
		canRemove(job) && 'remove',
	];
	return ['job', ...words.filter(Boolean)].join(' ');
}

export function jobTooltip(job: JobRecord): vscode.MarkdownString {
	const { state, request, estimate } = job;
	const tooltip = new vscode.MarkdownString();
	const line = (label: string, value: string): void => {
		tooltip.appendMarkdown(`\n\n**${label}:** `).appendText(value);
	};
	tooltip.appendText(jobTitle(job));
	const error = errorOf(state);
	line('State', jobStatus(job) || state.kind);
	if (error) line('What happened', describeError(error));
	const wallet = job.provider === 'sandbox' ? 'free placeholder models' : 'API credits';
	line('Account', `${providerNames[job.provider]} (${wallet})`);
	const { models } = catalogueOf(job.provider).operations[madeBy(request)] ?? {};
	const model = request.options[models?.option ?? 'model'];
	if (model) line('Model', String(model));
	if (estimate !== undefined && job.provider !== 'sandbox') line('Estimate', formatCredits(estimate));
	const credits = creditsOf(state);
	if (credits !== undefined && job.provider !== 'sandbox') line('Charged', formatCredits(credits));
	const task = taskOf(state);
	if (task) line('Task', task.id);
	line('Started', new Date(job.createdAt).toLocaleString(vscode.env.language));
	return tooltip;
}

export function fileName(path: string): string {
	return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
