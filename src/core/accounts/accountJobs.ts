import type { ProviderId } from '../model/account';
import type { ErrorCode, JobError } from '../model/errors';
import type { JobRecord } from '../model/jobRecord';
import type { JobEvent } from '../model/transition';

/** The records, as far as an account needs them. */
export interface Records {
	/** In the order of creation. */
	all(): readonly JobRecord[];
	find(id: string): JobRecord | undefined;
	/** Rejects when the job's state does not allow the event. */
	apply(id: string, event: JobEvent): Promise<unknown>;
}

/** The jobs of one account. */
export class AccountJobs {
	constructor(
		readonly providerId: ProviderId,
		private readonly records: Records,
	) {}

	/** Oldest first. */
	all(): JobRecord[] {
		return this.records.all().filter(({ provider }) => provider === this.providerId);
	}

	/** Jobs that are blocked by one of these errors, oldest first. */
	blockedBy(condition: (code: ErrorCode) => boolean): JobRecord[] {
		return this.all().filter(({ state }) => state.kind === 'blocked' && condition(state.error.code));
	}

	isWaiting(id: string): boolean {
		return this.records.find(id)?.state.kind === 'waiting';
	}

	async block(id: string, error: JobError): Promise<void> {
		await this.records.apply(id, { type: 'blocked', error });
	}

	async unblock(id: string): Promise<void> {
		await this.records.apply(id, { type: 'unblocked' });
	}
}
