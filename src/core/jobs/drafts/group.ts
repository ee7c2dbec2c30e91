import { randomUUID } from 'node:crypto';
import { assetName } from '../../assets/naming';
import type { JobDraft } from '../../model/jobDraft';
import type { Group } from '../../model/jobRecord';

/** What jobs that are asked for together have in common; nothing for a single one. */
export function groupOf(jobs: readonly JobDraft[], title?: string): { group?: Group } {
	const [first] = jobs;
	if (!first || jobs.length < 2) return {};
	const isChain = jobs.every(({ request }, index) => index === 0 || request.source?.kind === 'step');
	const words = title ?? first.request.prompt ?? assetName(first.request);
	return { group: { id: randomUUID(), kind: isChain ? 'chain' : 'batch', title: words } };
}
