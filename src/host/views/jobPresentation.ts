import * as vscode from 'vscode';
import { inputFiles } from '../../core/jobs/drafts/inputFiles';
import {
	canCancel,
	canEdit,
	canFetch,
	canRemove,
	canRetry,
	refusedFileOf,
} from '../../core/jobs/records/actions';
import { isHeldUp } from '../../core/jobs/records/groupActions';
import type { ProviderId } from '../../core/model/account';
import { sumOf } from '../../core/model/account';
import { describeError, summariseError } from '../../core/model/errors';
import {
	creditsOf,
	type Done,
	errorOf,
	isLookedUp,
	type JobRecord,
	type JobState,
	resultOf,
	taskOf,
} from '../../core/model/jobRecord';
import { madeBy, picturesOf } from '../../core/model/request';
import { formatOptionValue } from '../../core/providers/catalogue/optionText';
import { catalogueOf } from '../../core/providers/catalogues';
import { walletDescriptions, walletNames } from '../../core/spending/credits';
import { waitStatus } from './waitWords';

/** As the command is called. */
export const editTitle = 'Edit and Generate Again…';

export const providerNames = { tripo: 'Tripo', meshy: 'Meshy', sandbox: 'Sandbox' } as const;

/** The sections of the Jobs view, in their order. */
export const jobSections = ['running', 'waiting', 'needsAttention', 'done'] as const;
export type JobSection = (typeof jobSections)[number];

export const sectionLabels: Record<JobSection, string> = {
	running: 'Running',
	waiting: 'Waiting',
	needsAttention: 'Needs Attention',
	done: 'Done',
};

export function sectionOf(state: JobState): JobSection {
	switch (state.kind) {
		case 'waiting':
			return 'waiting';
		case 'uploading':
		case 'submitting':
		case 'running':
		case 'downloading':
			return 'running';
		case 'uncertain':
			return state.looking ? 'running' : 'needsAttention';
		case 'blocked':
		case 'refused':
		case 'failed':
			return 'needsAttention';
		case 'done':
		case 'cancelled':
			return 'done';
	}
}

/** Something is for the user to do, and not only for a step before it. */
export function needsUser(job: JobRecord): boolean {
	return sectionOf(job.state) === 'needsAttention' && !isHeldUp(job);
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
	const isDelayed = state.kind === 'downloading' && state.wait !== undefined;
	const [icon, colour] = isLookedUp(state) ? icons.running : icons[isDelayed ? 'waiting' : state.kind];
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

/** One short line about where the job is; `before` is the job that it goes on from, if it is in the list. */
export function jobStatus(job: JobRecord, before?: JobRecord): string {
	const { state } = job;
	switch (state.kind) {
		case 'waiting':
			return before && !resultOf(before.state) ? 'waiting for the step before it' : 'waiting for a free slot';
		case 'uploading':
			return inputFiles(job).length > 0 ? 'uploading' : 'preparing';
		case 'submitting':
			return 'submitting';
		case 'uncertain':
			return state.looking
				? 'answer lost: looking for the task at the service'
				: 'answer lost: may exist at the service';
		case 'running':
			return runningStatus(state.progress);
		case 'downloading':
			return state.wait ? waitStatus(state.wait, Date.now()) : 'downloading';
		case 'blocked':
		case 'refused':
		case 'failed':
			return summariseError(state.error);
		case 'done':
			return [
				formatUnchecked(state),
				formatFindings(state),
				costOf(job),
				canFetch(job) ? 'left at the service' : '',
			]
				.filter(Boolean)
				.join(' · ');
		case 'cancelled':
			return cancelledStatus(state, job.provider);
	}
}

/** A service may rest at the last percents for minutes: that is no standstill. */
function runningStatus(progress: number): string {
	if (progress === 0) return 'queued at the service';
	return progress < 95 ? `${Math.round(progress)} %` : `finishing, ${Math.round(progress)} %`;
}

function cancelledStatus(state: JobState & { kind: 'cancelled' }, provider: ProviderId): string {
	if (state.doubt) return 'given up; the service may have it and charge it';
	if (!state.task) return 'cancelled, nothing was sent';
	if (state.outcome === 'charged' && state.failed)
		return `cancelled here, failed there; its credits are due back${formatSuffix(state.credits, provider)}`;
	if (state.outcome === 'charged')
		return `cancelled here, made and charged there${formatSuffix(state.credits, provider)}`;
	return state.outcome ? 'cancelled, not charged' : 'cancelled here; the service goes on and may charge it';
}

/** The user kept what the check refused. */
function formatUnchecked({ files }: Done): string {
	return files.some(({ unchecked }) => unchecked !== undefined) ? 'kept unchecked' : '';
}

/** Such as “riggable: yes, rig_type: biped”. */
function formatFindings({ findings = {} }: Done): string {
	return Object.entries(findings)
		.map(([name, value]) => `${name}: ${formatOptionValue(value)}`)
		.join(', ');
}

function costOf(job: JobRecord): string {
	const credits = creditsOf(job.state);
	if (credits === undefined) return '';
	return job.provider === 'sandbox' ? 'free (sandbox)' : shortCredits(credits, job.provider);
}

function formatSuffix(credits: number | undefined, provider: ProviderId): string {
	return credits === undefined ? '' : `: ${shortCredits(credits, provider)}`;
}

/** Such as “20 Tripo API credits”; without the wallet where its account stands beside it. */
export function formatCredits(credits: number, provider?: ProviderId): string {
	// They may have two decimals, because discounts are fractional.
	const number = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 2 }).format(credits);
	const name = provider === undefined || provider === 'sandbox' ? 'credits' : walletNames[provider];
	return `${number} ${credits === 1 ? name.replace(/s$/, '') : name}`;
}

/** For rows, which are short: such as “20 credits (Tripo API)”. */
export function shortCredits(credits: number, provider: ProviderId): string {
	return `${formatCredits(credits)} (${provider === 'tripo' ? 'Tripo API' : providerNames[provider]})`;
}

/** What was charged, and by how much that is not what was estimated. */
export function formatDrift(charge: number, estimate: number): string {
	const difference = sumOf([charge, -estimate]);
	if (difference === 0) return formatCredits(charge);
	const more = difference > 0 ? 'more' : 'less';
	return `${formatCredits(charge)}, ${formatCredits(Math.abs(difference))} ${more} than estimated`;
}

/** Words for `viewItem` in `when` clauses: what the job's row offers. */
export function jobContextValue(job: JobRecord): string {
	const { state } = job;
	const words = [
		canCancel(state) && 'cancel',
		canRetry(job) && 'retry',
		canEdit(job) && 'edit',
		state.kind === 'refused' && 'refused',
		errorOf(state) && !isLookedUp(state) && 'error',
		refusedFileOf(state) && 'keep',
		state.kind === 'done' && state.files.length > 0 && 'file',
		canFetch(job) && 'fetch',
		resultOf(state) && 'next',
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
	// What the words advise is possible when the looks are over.
	if (error && !isLookedUp(state)) line('What happened', describeError(error));
	if (state.kind === 'downloading' && state.wait) line('What happened', describeError(state.wait.error));
	if (state.kind === 'done')
		for (const { path, unchecked } of state.files)
			if (unchecked !== undefined) line('Check', `${fileName(path)}: ${unchecked}`);
	const wallet = job.provider === 'sandbox' ? 'free placeholder models' : walletDescriptions[job.provider];
	line('Account', `${providerNames[job.provider]} (${wallet})`);
	const { models } = catalogueOf(job.provider).operations[madeBy(request)] ?? {};
	const model = request.options[models?.option ?? 'model'];
	if (model) line('Model', String(model));
	if (estimate !== undefined && job.provider !== 'sandbox') line('Estimate', formatCredits(estimate));
	const credits = creditsOf(state);
	if (credits !== undefined && job.provider !== 'sandbox') line('Charged', formatCharge(job, credits));
	const task = taskOf(state);
	if (task) line('Task', task.id);
	line('Started', new Date(job.createdAt).toLocaleString(vscode.env.language));
	return tooltip;
}

/** What was charged and, for what was made, by how much that is not what was estimated. */
function formatCharge({ state, estimate }: JobRecord, credits: number): string {
	const isMade = state.kind === 'downloading' || state.kind === 'done';
	return isMade && estimate !== undefined ? formatDrift(credits, estimate) : formatCredits(credits);
}

export function fileName(path: string): string {
	return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
