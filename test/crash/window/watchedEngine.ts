import { Engine, type EngineOptions } from '../../../src/core/jobs/runner/engine';
import type { JobDraft } from '../../../src/core/model/jobDraft';
import type { JobRecord } from '../../../src/core/model/jobRecord';
import type { SpendingLimits } from '../../../src/core/spending/limits';

/** The engine, which tells what it is about. */
export class WatchedEngine extends Engine {
	private calls = 0;

	constructor(
		options: EngineOptions,
		private readonly started: () => void,
	) {
		super(options);
	}

	get inCall(): boolean {
		return this.calls > 0;
	}

	override async start(): Promise<void> {
		await super.start();
		this.started();
	}

	override async add(drafts: readonly JobDraft[], limits?: SpendingLimits): Promise<JobRecord[]> {
		this.calls++;
		try {
			return await super.add(drafts, limits);
		} finally {
			this.calls--;
		}
	}
}
