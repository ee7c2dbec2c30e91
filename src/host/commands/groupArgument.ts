import type { JobQueue } from '../../core/jobs/runner/queue';
import type { JobRecord } from '../../core/model/jobRecord';

/** The jobs of the group that a command is about: from its row (`{ groupId }`); undefined for anything else. */
export function groupArgument(queue: JobQueue, argument: unknown): JobRecord[] | undefined {
	if (typeof argument !== 'object' || argument === null || !('groupId' in argument)) return undefined;
	return queue.list().filter(({ group }) => group?.id === argument.groupId);
}
