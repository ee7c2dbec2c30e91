import * as vscode from 'vscode';
import { toCancel, toRemove, toRetry } from '../../core/jobs/records/groupActions';
import { creditsOf, type JobRecord } from '../../core/model/jobRecord';
import { specOf } from '../../core/providers/catalogues';
import { type JobSection, jobStatus, jobTitle, needsUser, sectionOf, shortCredits } from './jobPresentation';

/** Where a group stands: what is being worked on counts first, then what needs the user. */
export function groupSection(jobs: readonly JobRecord[]): JobSection {
	const sections = new Set(jobs.map(({ state }) => sectionOf(state)));
	const order = ['running', 'needsAttention', 'waiting'] as const;
	return order.find((section) => sections.has(section)) ?? 'done';
}

export function groupTitle([first]: readonly JobRecord[]): string {
	return first?.group?.title ?? '';
}

/** What a job is called under the row of its group: a step by what it does. */
export function memberTitle(job: JobRecord): string {
	const { request, provider, group } = job;
	if (group?.kind !== 'chain' || request.operation === 'adoptTask') return jobTitle(job);
	return specOf(provider, request.operation).title;
}

/** Such as “2/5 · Rig 40 % · 30 of about 85 credits (Tripo API)”. */
export function groupStatus(jobs: readonly JobRecord[]): string {
	const done = jobs.filter(({ state }) => state.kind === 'done').length;
	const troubled = jobs.filter(needsUser).length;
	const words = [
		`${done}/${jobs.length}`,
		troubled > 0 ? `${troubled} need${troubled === 1 ? 's' : ''} attention` : '',
		formatStep(jobs),
		formatCredits(jobs),
	];
	return words.filter(Boolean).join(' · ');
}

/** The step of a chain that is worked on. */
function formatStep(jobs: readonly JobRecord[]): string {
	const step = jobs.find(({ state, group }) => group?.kind === 'chain' && sectionOf(state) === 'running');
	return step ? `${memberTitle(step)} ${jobStatus(step)}` : '';
}

/** What the service took so far, beside the estimate until all is told. */
function formatCredits(jobs: readonly JobRecord[]): string {
	if (jobs.every(({ provider }) => provider === 'sandbox')) return 'free (sandbox)';
	const charged = jobs.reduce((sum, { state }) => sum + (creditsOf(state) ?? 0), 0);
	const estimate = jobs.reduce((sum, job) => sum + (job.estimate ?? 0), 0);
	const { provider } = jobs.find((job) => job.provider !== 'sandbox') ?? { provider: 'sandbox' as const };
	if (groupSection(jobs) === 'done') return shortCredits(charged, provider);
	return `${charged === 0 ? '' : `${charged} of `}about ${shortCredits(estimate, provider)}`;
}

export function groupIcon(jobs: readonly JobRecord[]): vscode.ThemeIcon {
	const section = groupSection(jobs);
	const isGivenUp = section === 'done' && !jobs.some(({ state }) => state.kind === 'done');
	const [icon, colour] = isGivenUp ? ['debug-stop'] : icons[section];
	return new vscode.ThemeIcon(icon, colour ? new vscode.ThemeColor(colour) : undefined);
}

const icons: Record<JobSection, readonly [icon: string, colour?: string]> = {
	running: ['sync~spin'],
	waiting: ['clock'],
	needsAttention: ['warning', 'list.warningForeground'],
	done: ['pass-filled', 'testing.iconPassed'],
};

/** Words for `viewItem` in `when` clauses: what the row of a group offers. */
export function groupContextValue(jobs: readonly JobRecord[]): string {
	const words = [
		toCancel(jobs).length > 0 && 'cancel',
		toRetry(jobs).length > 0 && 'retry',
		toRemove(jobs).length > 0 && 'remove',
	];
	return ['group', ...words.filter(Boolean)].join(' ');
}

export function groupTooltip(jobs: readonly JobRecord[]): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString();
	tooltip.appendText(groupTitle(jobs));
	const line = (label: string, value: string): void => {
		tooltip.appendMarkdown(`\n\n**${label}:** `).appendText(value);
	};
	line('State', groupStatus(jobs));
	const estimate = jobs.reduce((sum, job) => sum + (job.estimate ?? 0), 0);
	const unpriced = jobs.filter((job) => job.estimate === undefined).length;
	const isFree = jobs.every(({ provider }) => provider === 'sandbox');
	if (!isFree)
		line(
			'Estimate',
			`${shortCredits(estimate, jobs[0]?.provider ?? 'tripo')}${unpriced > 0 ? `, and ${unpriced} of unknown price` : ''}`,
		);
	const [first] = jobs;
	if (first?.group?.kind === 'chain') line('Steps', jobs.map(memberTitle).join(', '));
	if (first) line('Started', new Date(first.createdAt).toLocaleString(vscode.env.language));
	return tooltip;
}
