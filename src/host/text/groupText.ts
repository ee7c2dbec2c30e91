import { creditsOf, type JobRecord } from '../../core/model/jobRecord';
import { specOf } from '../../core/providers/catalogues';
import type { Formatter } from './formatter';
import { jobStatus, jobTitle } from './jobText';
import type { TooltipText } from './rowText';
import { groupSection, needsUser, sectionOf } from './sections';

/** Empty where there is no job. */
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
export function groupStatus(jobs: readonly JobRecord[], formatter: Formatter): string {
	const done = jobs.filter(({ state }) => state.kind === 'done').length;
	const troubled = jobs.filter(needsUser).length;
	const words = [
		`${done}/${jobs.length}`,
		troubled > 0 ? `${troubled} need${troubled === 1 ? 's' : ''} attention` : '',
		formatStep(jobs, formatter),
		formatCredits(jobs, formatter),
	];
	return words.filter(Boolean).join(' · ');
}

/** The step of a chain that is worked on. */
function formatStep(jobs: readonly JobRecord[], formatter: Formatter): string {
	const step = jobs.find(({ state, group }) => group?.kind === 'chain' && sectionOf(state) === 'running');
	return step ? `${memberTitle(step)} ${jobStatus(step, formatter)}` : '';
}

/** What the service took so far, beside the estimate until all is told. */
function formatCredits(jobs: readonly JobRecord[], formatter: Formatter): string {
	if (isFree(jobs)) return 'free (sandbox)';
	const charged = jobs.reduce((sum, { state }) => sum + (creditsOf(state) ?? 0), 0);
	const { provider } = jobs.find((job) => job.provider !== 'sandbox') ?? { provider: 'sandbox' as const };
	if (groupSection(jobs) === 'done') return formatter.shortCredits(charged, provider);
	const soFar = charged === 0 ? '' : `${charged} of `;
	return `${soFar}about ${formatter.shortCredits(estimateOf(jobs), provider)}`;
}

/** What the tooltip of a group's row says. */
export function groupTooltipText(jobs: readonly JobRecord[], formatter: Formatter): TooltipText {
	const [first] = jobs;
	const unpriced = jobs.filter(({ estimate }) => estimate === undefined).length;
	const price = formatter.shortCredits(estimateOf(jobs), first?.provider ?? 'tripo');
	const estimate = `${price}${unpriced > 0 ? `, and ${unpriced} of unknown price` : ''}`;
	return {
		title: groupTitle(jobs),
		lines: [
			['State', groupStatus(jobs, formatter)],
			...(isFree(jobs) ? [] : [['Estimate', estimate] as const]),
			...(first?.group?.kind === 'chain' ? [['Steps', jobs.map(memberTitle).join(', ')] as const] : []),
			...(first ? [['Started', formatter.dateTime(first.createdAt)] as const] : []),
		],
	};
}

function estimateOf(jobs: readonly JobRecord[]): number {
	return jobs.reduce((sum, { estimate = 0 }) => sum + estimate, 0);
}

function isFree(jobs: readonly JobRecord[]): boolean {
	return jobs.every(({ provider }) => provider === 'sandbox');
}
