import { requestOf } from '../../core/jobs/drafts/requestOf';
import { canEdit } from '../../core/jobs/records/actions';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { PropsmithError } from '../../core/model/errors';
import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
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
			const initial = requestOf(job, queue.list());
			if (!initial) throw new PropsmithError('actionNotPossible', { detail: job.id });
			return forms.run({ title: 'Edit and Generate Again', initial });
		},
	};
}
