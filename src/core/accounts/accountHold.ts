import type { Log } from '../base/log';
import type { JobError } from '../model/errors';
import type { AccountJobs } from './accountJobs';
import { shortOf } from './creditShortage';

/** Blocks the waiting jobs of an account that cannot be used: each would meet the same error, and says so. */
export class AccountHold {
	/** Names the hold that is being carried out. */
	private current: symbol | undefined;

	constructor(
		private readonly jobs: AccountJobs,
		private readonly log: Log,
		/** Called when the account changed during a hold: the last jobs may be blocked for nothing. */
		private readonly onOutdated: () => void,
	) {}

	/** One hold at a time: the jobs that it blocks must not begin another. */
	begin(error: JobError): void {
		if (this.current) return;
		const own = Symbol(error.code);
		this.current = own;
		void this.blockWaiting(error, own)
			.catch((fault: unknown) => this.log.error(`Jobs were not held for ${error.code}: ${String(fault)}`))
			.finally(() => {
				if (this.current === own) this.current = undefined;
				else this.onOutdated();
			});
	}

	/** The account changed: no further job is blocked. */
	end(): void {
		this.current = undefined;
	}

	private async blockWaiting(error: JobError, own: symbol): Promise<void> {
		for (const { id, estimate } of this.jobs.all()) {
			if (this.current !== own) return;
			if (this.jobs.isWaiting(id)) await this.jobs.block(id, shortOf(estimate, error));
		}
	}
}
