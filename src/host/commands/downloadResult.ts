import { canFetch } from '../../core/jobs/records/actions';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { commandIds } from '../contributions';
import type { Command } from './command';
import { jobArgument } from './jobArgument';

/** Brings the files of a step whose result was left at the service for the next one. Free. */
export function downloadResult(queue: JobQueue): Command {
	return {
		id: commandIds.downloadResult,
		run: async (argument) => {
			const job = await jobArgument(queue, argument, canFetch, 'download');
			if (job) await queue.call('fetch', job.id);
		},
	};
}
