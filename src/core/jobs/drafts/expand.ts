import { basename } from 'node:path';
import { assetName } from '../../assets/naming';
import { firstJobRequest, type GenerateRequest, stepRequest } from '../../model/generateRequest';
import type { JobDraft } from '../../model/jobDraft';
import { deliverField } from '../../model/jobRecord';
import { type JobRequest, picturesOf } from '../../model/request';
import { variantsOf } from '../../presets/variants';
import { specOf } from '../../providers/catalogues';

/** A job of a request, not checked or priced yet. */
export interface ExpandedJob {
	readonly draft: JobDraft;
	/** What its user knows it by among others; undefined where its name says it. */
	readonly label?: string | undefined;
}

/**
 * The jobs that carry requests out, each step after the one it goes on from. Only the last step's result becomes files,
 * and that of steps which say so; the others stay at the service, where the next step takes them up. `random` gives
 * 0 ≤ n < 1.
 */
export function expandRequests(requests: readonly GenerateRequest[], random: () => number): ExpandedJob[] {
	const jobs: ExpandedJob[] = [];
	for (const wanted of requests) {
		const spec = specOf(wanted.provider, wanted.operation);
		for (const first of variantsOf(spec, firstJobRequest(wanted), wanted.count, random))
			jobs.push(...chainOf(wanted, first, jobs.length));
	}
	return jobs;
}

/** `position` is that of the first job in the whole list. */
function chainOf(
	{ provider, keep, followUps = [], folder = '', name, label }: GenerateRequest,
	first: JobRequest,
	position: number,
): ExpandedJob[] {
	const last = followUps.length;
	const requests = [first, ...followUps.map((step, index) => stepRequest(step, position + index))];
	const kept = [keep, ...followUps.map((step) => step.keep)];
	let base = name;
	return requests.map((request, index) => {
		base = assetName(request, base);
		return {
			draft: {
				...{ provider, request, destination: { folder, name: base } },
				...deliverField(kept[index] === true || index === last),
			},
			label: last === 0 ? label : stepLabel(provider, request, index, label),
		};
	});
}

/** A step is named as such where there are several. */
function stepLabel(
	provider: GenerateRequest['provider'],
	{ operation }: JobRequest,
	index: number,
	label: string | undefined,
): string {
	const step = `step ${index + 1} (${specOf(provider, operation).title})`;
	return label === undefined ? step : `${label}, ${step}`;
}

/** What to call a job when something is wrong with it; `index` is its place in the list. */
export function labelOf({ draft, label }: ExpandedJob, index: number): string {
	if (label !== undefined) return label;
	const { request, destination } = draft;
	const [picture] = picturesOf(request);
	const name = picture === undefined ? destination.name : basename(picture);
	return name === '' ? `job ${index + 1}` : `“${name}”`;
}
