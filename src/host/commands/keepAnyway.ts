import { refusedFileOf } from '../../core/jobs/records/actions';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { JobRecord } from '../../core/model/jobRecord';
import { commandIds } from '../contributions';
import type { Command } from './command';
import { jobArgument } from './jobArgument';

/** Saves a file that the check refuses, under a name that says so. Free. */
export function keepAnyway(queue: JobQueue): Command {
	return {
		id: commandIds.keepAnyway,
		run: async (argument) => {
			const canKeep = ({ state }: JobRecord): boolean => refusedFileOf(state) !== undefined;
			const job = await jobArgument(queue, argument, canKeep, 'keep the file of');
			if (job) await queue.call('keep', job.id);
		},
	};
}
