import { canEdit } from '../../core/jobs/records/actions';
import { sourceJobOf } from '../../core/jobs/runner/chains';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { PropsmithError } from '../../core/model/errors';
import type { JobRecord } from '../../core/model/jobRecord';
import type { PresetStep } from '../../core/presets/preset';
import { commandIds } from '../contributions';
import type { FormCall, Forms } from '../forms/forms';
import type { Command } from './command';
import { jobArgument } from './jobArgument';

/** Opens the form with everything that a job was asked for with, to be changed and made anew, as another job. */
export function editAndGenerate(queue: JobQueue, forms: Pick<Forms, 'run'>): Command {
	return {
		id: commandIds.editAndGenerate,
		run: async (argument) => {
			const job = await jobArgument(queue, argument, canEdit, 'edit');
			if (!job) return undefined;
			if (!canEdit(job)) throw new PropsmithError('actionNotPossible', { detail: `it is ${job.state.kind}` });
			return forms.run(formOf(job, queue.list()));
		},
	};
}

function formOf(
	{ id, group, provider, request, destination, deliver }: JobRecord,
	jobs: readonly JobRecord[],
): FormCall {
	if (request.operation === 'adoptTask') throw new PropsmithError('actionNotPossible', { detail: id });
	const { operation, options, prompt, images, views, source } = request;
	const later = stepsAfter(
		id,
		jobs.filter((job) => group !== undefined && job.group?.id === group.id),
	);
	const keep = later.length > 0 && deliver !== false ? ({ keep: true } as const) : {};
	return {
		title: 'Edit and Generate Again',
		...{ provider, operation, folder: destination.folder },
		initial: {
			...(prompt === undefined ? {} : { prompt }),
			...(images === undefined ? {} : { images }),
			...(views === undefined ? {} : { views }),
			...(source === undefined ? {} : { source }),
		},
		plan: { title: '', steps: [{ operation, options, ...keep }, ...later] },
	};
}

/** The steps that went on from a job, as far as one follows the other. */
function stepsAfter(id: string, group: readonly JobRecord[]): PresetStep[] {
	const next = group.find((job) => sourceJobOf(job) === id);
	if (!next || next.request.operation === 'adoptTask') return [];
	const { operation, prompt, options } = next.request;
	const later = stepsAfter(next.id, group);
	const keep = later.length > 0 && next.deliver !== false ? ({ keep: true } as const) : {};
	return [{ operation, options, ...(prompt === undefined ? {} : { prompt }), ...keep }, ...later];
}
