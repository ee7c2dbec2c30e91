import type { JobQueue } from '../../core/jobs/runner/queue';
import { errorOf } from '../../core/model/jobRecord';
import { commandIds } from '../contributions';
import { explanation } from '../text/message';
import { showMessage } from '../views/messages';
import type { Command } from './command';
import { jobArgument } from './jobArgument';

/** What happened to a job, and what to do about it. */
export function showError(queue: JobQueue): Command {
	return {
		id: commandIds.showError,
		run: async (argument) => {
			const job = await jobArgument(queue, argument, ({ state }) => errorOf(state) !== undefined, 'explain');
			const error = job && errorOf(job.state);
			if (job && error) await showMessage(explanation(job, error));
		},
	};
}
