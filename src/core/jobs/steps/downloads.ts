import type { Account } from '../../accounts/account';
import type { DownloadTools } from '../../downloads/download';
import type { ErrorCode } from '../../model/errors';
import type { JobRecord } from '../../model/jobRecord';
import { jobErrorOf } from '../../network/failure';
import type { Journal } from '../records/journal';
import { deliverResult } from './deliver';
import { downloadPauseMs } from './passing';

export interface DownloadsPorts extends DownloadTools {
	readonly journal: Pick<Journal, 'get' | 'find' | 'apply'>;
}

/** The account of a job that downloads. */
export type DownloadAccount = Pick<Account, 'connect' | 'connectBriefly' | 'downloads' | 'downloadWaits'>;

/** Brings paid results into the workspace, for as long as it takes. A download that waits gives its place up. */
export class Downloads {
	/** Pauses so far of jobs that wait for the picture of another task. */
	private readonly pauses = new Map<string, number>();

	constructor(
		private readonly ports: DownloadsPorts,
		private readonly stopping: AbortSignal,
	) {}

	/** Resolves when the job no longer downloads. Rejects with the signal's reason, or with a fault of ours. */
	async deliver(id: string, account: DownloadAccount, signal: AbortSignal): Promise<void> {
		const { journal } = this.ports;
		for (;;) {
			signal.throwIfAborted();
			const job = journal.find(id);
			if (job?.state.kind !== 'downloading') return;
			if (job.state.wait) await account.downloadWaits.pass(job, job.state.wait, signal);
			await account.downloads.add(() => this.next(id, account, signal));
			if (journal.find(id)?.state.kind === 'done') account.downloadWaits.arrived();
		}
	}

	private async next(id: string, account: DownloadAccount, signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		await deliverResult({ ...this.ports, account }, id, signal);
	}

	/**
	 * To be told of every change. A picture of another task that is to go up again may not be there for now: nothing of
	 * the job is paid, so it holds no slot meanwhile, and goes back into the queue after a pause that grows.
	 */
	attend(job: JobRecord, { downloadWaits }: DownloadAccount): void {
		const { id, state } = job;
		if (state.kind === 'downloading' && state.wait) downloadWaits.expect(job, state.wait);
		if (state.kind === 'running') this.pauses.delete(id);
		if (state.kind !== 'blocked' || state.resume.kind !== 'waiting' || !isOfFileHost(state.error.code))
			return;
		const { clock, random, journal, log } = this.ports;
		const count = (this.pauses.get(id) ?? 0) + 1;
		this.pauses.set(id, count);
		void clock
			.sleep(downloadPauseMs(count, random), this.stopping)
			.then(async () => {
				const now = journal.find(id)?.state;
				if (this.pauses.get(id) === count && now?.kind === 'blocked' && isOfFileHost(now.error.code))
					await journal.apply(id, { type: 'unblocked' });
			})
			.catch((error: unknown) => {
				if (!this.stopping.aborted) log.debug(`Job ${id} stays blocked: ${jobErrorOf(error).code}.`);
			});
	}
}

function isOfFileHost(code: ErrorCode): boolean {
	return code === 'linkDead' || code === 'downloadBroken';
}
