import type { ProviderId } from '../model/account';
import { sumOf } from '../model/account';
import type { Group, JobRecord } from '../model/jobRecord';
import type { Operation } from '../model/request';
import { isPaid, modelIn } from './entry';

/** What is asked of the user before credits are committed. */
export interface SpendingQuestion {
	readonly jobs: number;
	/** Sum over all jobs whose price is known. */
	readonly credits: number;
	/** Jobs of a model whose price is not known. */
	readonly unpriced: number;
	/** What it is made of, in order: the steps of a chain one by one, equal jobs of a batch together. */
	readonly items: readonly SpendingItem[];
	/** Where they are asked for together. */
	readonly group?: Pick<Group, 'kind' | 'title'>;
}

/** Jobs that are alike: the same operation, model and price. */
export interface SpendingItem {
	readonly provider: ProviderId;
	readonly operation: Operation;
	readonly model?: string;
	readonly jobs: number;
	/** Credits of each; absent where the price is not known. */
	readonly estimate?: number;
}

/** A job as far as a question tells of it. */
export type AskedJob = Pick<JobRecord, 'provider' | 'request' | 'estimate' | 'workspace' | 'group'>;

/** What the guard asks about jobs that are asked for together. */
export function questionOf(drafts: readonly AskedJob[]): SpendingQuestion {
	const paid = drafts.filter(isPaid);
	const group = drafts[0]?.group;
	return {
		jobs: drafts.length,
		credits: sumOf(paid.map(({ estimate }) => estimate ?? 0)),
		unpriced: paid.filter(({ estimate }) => estimate === undefined).length,
		items: group?.kind === 'chain' ? drafts.flatMap(itemOf) : together(drafts.flatMap(itemOf)),
		...(group ? { group: { kind: group.kind, title: group.title } } : {}),
	};
}

function itemOf({ provider, request, estimate }: AskedJob): SpendingItem[] {
	if (request.operation === 'adoptTask') return [];
	const model = modelIn(provider, request);
	return [
		{
			...{ provider, operation: request.operation, jobs: 1 },
			...(model === undefined ? {} : { model }),
			...(estimate === undefined ? {} : { estimate }),
		},
	];
}

function together(items: readonly SpendingItem[]): SpendingItem[] {
	const byKind = new Map<string, SpendingItem>();
	for (const item of items) {
		const kind = [item.provider, item.operation, item.model, item.estimate].join('\n');
		byKind.set(kind, { ...item, jobs: (byKind.get(kind)?.jobs ?? 0) + 1 });
	}
	return [...byKind.values()];
}
