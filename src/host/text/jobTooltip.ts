import { describeError } from '../../core/model/errors';
import { creditsOf, errorOf, isLookedUp, type JobRecord, taskOf } from '../../core/model/jobRecord';
import { madeBy } from '../../core/model/request';
import { catalogueOf } from '../../core/providers/catalogues';
import { providerNames, walletDescriptions } from './accountNames';
import type { Formatter } from './formatter';
import { fileName, jobStatus, jobTitle } from './jobText';
import type { TooltipLine, TooltipText } from './rowText';

/** What the tooltip of a job's row says. */
export function jobTooltipText(job: JobRecord, formatter: Formatter): TooltipText {
	return {
		title: jobTitle(job),
		lines: [
			['State', jobStatus(job, formatter) || job.state.kind],
			...eventLines(job),
			['Account', formatAccount(job)],
			...modelLines(job),
			...creditLines(job, formatter),
			...taskLines(job),
			['Started', formatter.dateTime(job.createdAt)],
		],
	};
}

function eventLines({ state }: JobRecord): TooltipLine[] {
	const lines: TooltipLine[] = [];
	const error = errorOf(state);
	// What the words advise is possible when the looks are over.
	if (error && !isLookedUp(state)) lines.push(['What happened', describeError(error)]);
	if (state.kind === 'downloading' && state.wait)
		lines.push(['What happened', describeError(state.wait.error)]);
	if (state.kind === 'done')
		for (const { path, unchecked } of state.files)
			if (unchecked !== undefined) lines.push(['Check', `${fileName(path)}: ${unchecked}`]);
	return lines;
}

function formatAccount({ provider }: JobRecord): string {
	const wallet = provider === 'sandbox' ? 'free placeholder models' : walletDescriptions[provider];
	return `${providerNames[provider]} (${wallet})`;
}

function modelLines({ provider, request }: JobRecord): TooltipLine[] {
	const { models } = catalogueOf(provider).operations[madeBy(request)] ?? {};
	const model = request.options[models?.option ?? 'model'];
	return model ? [['Model', String(model)]] : [];
}

function creditLines(job: JobRecord, formatter: Formatter): TooltipLine[] {
	const { state, estimate, provider } = job;
	if (provider === 'sandbox') return [];
	const credits = creditsOf(state);
	const isMade = state.kind === 'downloading' || state.kind === 'done';
	const lines: TooltipLine[] = [];
	if (estimate !== undefined) lines.push(['Estimate', formatter.credits(estimate)]);
	if (credits !== undefined)
		lines.push([
			'Charged',
			isMade && estimate !== undefined ? formatter.drift(credits, estimate) : formatter.credits(credits),
		]);
	return lines;
}

function taskLines({ state }: JobRecord): TooltipLine[] {
	const task = taskOf(state);
	return task ? [['Task', task.id]] : [];
}
