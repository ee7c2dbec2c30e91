import type { JobQueue } from '../../core/jobs/runner/queue';
import type { JobChange, JobRecord } from '../../core/model/jobRecord';

/** Which jobs were asked for together, kept up to date so that nobody looks through the whole list for it. */
export class JobGroups {
	private readonly ids = new Map<string, Set<string>>();

	constructor(private readonly queue: Pick<JobQueue, 'list' | 'find'>) {
		for (const job of queue.list()) this.take({ job, removed: false });
	}

	/** To be told of every change before it is asked. */
	take({ job, removed }: JobChange): void {
		if (!job.group) return;
		const { id } = job.group;
		const members = this.ids.get(id) ?? new Set();
		if (removed) members.delete(job.id);
		else members.add(job.id);
		if (members.size > 0) this.ids.set(id, members);
		else this.ids.delete(id);
	}

	/** In the order of creation. */
	members(groupId: string): JobRecord[] {
		return [...(this.ids.get(groupId) ?? [])].sort().flatMap((id) => this.queue.find(id) ?? []);
	}
}
