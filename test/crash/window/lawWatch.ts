import type { JobRecord } from '../../../src/core/model/jobRecord';
import { taskOf } from '../../../src/core/model/jobRecord';
import type { Diary } from './diary';
import { keyOf, recordsOnDisk } from './recordsOnDisk';

/** Holds every request against the disk: what must be written before it leaves is there, or a law is broken. */
export class LawWatch {
	/** Tasks whose id came to this process in the answer to its own POST. */
	private readonly answered = new Set<string>();

	constructor(
		private readonly diary: Diary,
		private readonly records: string,
	) {}

	/** A paid POST is about to leave; answers its key. */
	posting(body: unknown): number {
		const key = Number((JSON.parse(String(body)) as { model_seed?: number }).model_seed);
		const written = this.jobs().some((job) => keyOf(job) === key && job.state.kind === 'submitting');
		if (!written) this.broken(`the POST of ${key} leaves, and no record says so`);
		return key;
	}

	answer(text: string): void {
		const taskId = /"task_id":\s*"([^"]+)"/.exec(text)?.[1];
		if (taskId) this.answered.add(taskId);
	}

	/** A task is about to be asked for. */
	asking(taskId: string): void {
		if (!this.answered.has(taskId)) return;
		// Once is enough: from then on the record can only have been replaced by a later one.
		this.answered.delete(taskId);
		if (!this.jobs().some(({ state }) => taskOf(state)?.id === taskId))
			this.broken(`task ${taskId} is asked for, and no record has its id`);
	}

	private jobs(): JobRecord[] {
		return recordsOnDisk(this.records);
	}

	private broken(law: string): void {
		this.diary.write({ what: 'broken', law });
	}
}
