import { draftJob } from '../../../../../src/core/jobs/drafts/draft';
import type { JobDraft } from '../../../../../src/core/model/jobDraft';
import type { JobRequest, Operation, RequestOptions } from '../../../../../src/core/model/request';

export const destination = { folder: '/out', name: 'x' };
/** Options without which an operation is refused. */
const needed: Partial<Record<Operation, RequestOptions>> = {
	convert: { format: 'USDZ' },
	stylize: { style: 'lego' },
	retarget: { animation: 'preset:walk' },
	editMultiview: { prompts: [{ view: 'front', prompt: 'red' }] },
};

/** One of several jobs that go on from each other. */
export interface Step {
	readonly operation: Operation;
	readonly options?: RequestOptions;
	readonly prompt?: string;
	readonly images?: readonly string[];
	/** Instead of the step before. */
	readonly file?: string;
}

/** Why the last step of a chain cannot follow the others; each goes on from the one before. */
export function refusal(...steps: readonly Step[]): string | undefined {
	const jobs = steps.map(({ operation, file, ...rest }, index): JobDraft => {
		const from = file
			? ({ kind: 'file', path: file } as const)
			: index > 0
				? ({ kind: 'step', index: index - 1 } as const)
				: undefined;
		const request: JobRequest = {
			operation,
			options: needed[operation] ?? {},
			...rest,
			...(from ? { source: from } : {}),
		};
		return { provider: 'tripo', request, destination };
	});
	const last = jobs.at(-1);
	if (!last) throw new Error('a chain has steps');
	try {
		draftJob(last, (source) => (source.kind === 'step' ? jobs[source.index] : undefined));
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}
