import { toRemove } from '../../core/jobs/records/groupActions';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { commandIds } from '../contributions';
import type { Command } from './command';
import { groupArgument, jobArgument } from './jobArgument';

/** Takes jobs that are over out of the list; their files stay. */
export function remove(queue: JobQueue): Command {
	return {
		id: commandIds.remove,
		run: async (argument) => {
			const group = groupArgument(queue, argument);
			if (group) {
				for (const { id } of toRemove(group)) await queue.call('remove', id);
				return;
			}
			const job = await jobArgument(queue, argument, () => true, 'remove from the list');
			if (job) await queue.call('remove', job.id);
		},
	};
}
