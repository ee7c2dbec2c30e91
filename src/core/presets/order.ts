import { assetName } from '../assets/naming';
import type { ProviderId } from '../model/account';
import type { NewJob } from '../model/jobDraft';
import type { Destination } from '../model/jobRecord';
import type { JobRequest, Source } from '../model/request';
import { specOf } from '../providers/catalogues';
import { type ProducedBy, type SourceLookup, sourceFacts } from '../providers/sourceChain';
import { type Preferences, withPreferences } from './preferences';
import type { PresetStep } from './preset';
import { variantsOf } from './variants';

/** One thing that is wanted: a request, the steps after it, and in how many variants. */
export interface Order {
	readonly provider: ProviderId;
	readonly request: JobRequest;
	/** What the first result is called, where its request does not say it. */
	readonly name?: string | undefined;
	/** The first result is wanted as a file too, though a step goes on from it. */
	readonly keep?: true;
	/** Each goes on from the one before it. */
	readonly followUps?: readonly PresetStep[];
	/** One when absent. */
	readonly count?: number;
	/** See NewJob. */
	readonly label?: string | undefined;
}

export interface PlacedOrder extends Order {
	/** Its name is that of the first result; what steps make of it is named after that. */
	readonly destination: Destination;
}

/** The order as it will be carried out: with what settings and catalogue fill in where it leaves something open. */
export function filledIn(order: Order, preferences: Preferences, lookup: SourceLookup): Order {
	const { provider, followUps = [] } = order;
	const steps: ProducedBy[] = [];
	const among: SourceLookup = (source) => (source.kind === 'step' ? steps[source.index] : lookup(source));
	const fill = (open: JobRequest): JobRequest => {
		const facts = sourceFacts({ provider, request: open }, among);
		const request = withPreferences(specOf(provider, open.operation), open, preferences, facts);
		steps.push({ provider, request });
		return request;
	};
	const request = fill(order.request);
	const later = followUps.map((step, index) => ({
		...step,
		options: fill(stepRequest(step, index)).options,
	}));
	return { ...order, request, ...(order.followUps ? { followUps: later } : {}) };
}

/**
 * The jobs that carry orders out, each step after the one it goes on from. Only the last step's result becomes files,
 * and that of steps which say so; the others stay at the service, where the next step takes them up. `random` gives
 * 0 ≤ n < 1.
 */
export function jobsOf(orders: readonly PlacedOrder[], random: () => number): NewJob[] {
	const jobs: NewJob[] = [];
	for (const order of orders) {
		const spec = specOf(order.provider, order.request.operation);
		for (const request of variantsOf(spec, order.request, order.count, random))
			jobs.push(...chainOf({ ...order, request }, jobs.length));
	}
	return jobs;
}

/** `position` is that of the first job in the whole list. */
function chainOf(
	{ provider, request, keep, followUps = [], destination, label }: PlacedOrder,
	position: number,
): NewJob[] {
	const last = followUps.length;
	const requests = [request, ...followUps.map((step, index) => stepRequest(step, position + index))];
	const keeps = [keep, ...followUps.map((step) => step.keep)];
	let { name } = destination;
	return requests.map((one, index) => {
		if (index > 0) name = assetName(one, name);
		const deliver = keeps[index] || index === last ? {} : ({ deliver: false } as const);
		const known = labelOfStep(provider, one.operation, index, label, last);
		return { provider, request: one, destination: { ...destination, name }, ...deliver, ...known };
	});
}

/** A step is named as such where there are several. */
function labelOfStep(
	provider: ProviderId,
	operation: JobRequest['operation'],
	index: number,
	label: string | undefined,
	last: number,
): Pick<NewJob, 'label'> {
	if (last === 0) return label === undefined ? {} : { label };
	const step = `step ${index + 1} (${specOf(provider, operation).title})`;
	return { label: label === undefined ? step : `${label}, ${step}` };
}

/** What a step asks for, going on from the job at that place of the list. */
export function stepRequest({ operation, prompt, options = {} }: PresetStep, index: number): JobRequest {
	const source: Source = { kind: 'step', index };
	return { operation, ...(prompt ? { prompt } : {}), source, options };
}
