import { inputFiles } from '../../core/jobs/drafts/inputFiles';
import { canFetch } from '../../core/jobs/records/actions';
import { summariseError } from '../../core/model/errors';
import { type Cancelled, creditsOf, type Done, type JobRecord, resultOf } from '../../core/model/jobRecord';
import { picturesOf } from '../../core/model/request';
import { formatOptionValue } from '../../core/providers/catalogue/optionText';
import { catalogueOf } from '../../core/providers/catalogues';
import { waitStatus } from './downloadWait';
import type { Formatter } from './formatter';

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
export function jobStatus(job: JobRecord, formatter: Formatter, before?: JobRecord): string {
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
			return state.wait ? waitStatus(state.wait, formatter.now()) : 'downloading';
		case 'blocked':
		case 'refused':
		case 'failed':
			return summariseError(state.error);
		case 'done':
			return doneStatus(job, state, formatter);
		case 'cancelled':
			return cancelledStatus(job, state, formatter);
	}
}

/** A service may rest at the last percents for minutes: that is no standstill. */
function runningStatus(progress: number): string {
	if (progress === 0) return 'queued at the service';
	return progress < 95 ? `${Math.round(progress)} %` : `finishing, ${Math.round(progress)} %`;
}

function doneStatus(job: JobRecord, state: Done, formatter: Formatter): string {
	const parts = [
		formatUnchecked(state),
		formatFindings(state),
		formatCost(job, formatter),
		canFetch(job) ? 'left at the service' : '',
	];
	return parts.filter(Boolean).join(' · ');
}

function cancelledStatus({ provider }: JobRecord, state: Cancelled, formatter: Formatter): string {
	if (state.doubt) return 'given up; the service may have it and charge it';
	if (!state.task) return 'cancelled, nothing was sent';
	const { outcome, credits } = state;
	const charge = credits === undefined ? '' : `: ${formatter.shortCredits(credits, provider)}`;
	if (outcome === 'charged' && state.failed)
		return `cancelled here, failed there; its credits are due back${charge}`;
	if (outcome === 'charged') return `cancelled here, made and charged there${charge}`;
	return outcome ? 'cancelled, not charged' : 'cancelled here; the service goes on and may charge it';
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

function formatCost({ state, provider }: JobRecord, formatter: Formatter): string {
	const credits = creditsOf(state);
	if (credits === undefined) return '';
	return provider === 'sandbox' ? 'free (sandbox)' : formatter.shortCredits(credits, provider);
}

/** The last part of a path of any system. */
export function fileName(path: string): string {
	return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
