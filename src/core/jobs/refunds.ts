import type { JobContext } from './context';
import { jobErrorOf } from './fault';
import { creditsOf, type JobRecord, taskOf } from './record';
import { madeBy } from './request';

/** The service deducts credits for some failed tasks and gives them back later. */
const pauseMs = 15 * 60_000;
/** What has not come back by then is for the user and the service's support. */
const patienceMs = 7 * 24 * 3_600_000;

/** Looks after failed jobs that cost something, until the service says that they cost nothing. */
export class Refunds {
	private watching = false;

	constructor(
		private readonly context: JobContext,
		private readonly signal: AbortSignal,
	) {}

	/** Starts looking, if there is anything to look after. */
	watch(): void {
		if (this.watching || this.expected().length === 0) return;
		this.watching = true;
		void this.look()
			.catch(() => {})
			.finally(() => {
				this.watching = false;
			});
	}

	private async look(): Promise<void> {
		for (let jobs = this.expected(); jobs.length > 0; jobs = this.expected()) {
			for (const job of jobs) await this.ask(job);
			await this.context.clock.sleep(pauseMs, this.signal);
		}
	}

	private async ask(job: JobRecord): Promise<void> {
		const { accounts, journal, log } = this.context;
		const task = taskOf(job.state);
		if (!task) return;
		try {
			const { provider } = await accounts.connect(job.provider);
			const snapshot = await provider.task({ id: task.id, operation: madeBy(job.request) }, this.signal);
			const credits = 'credits' in snapshot ? snapshot.credits : undefined;
			if (credits === undefined || credits === creditsOf(job.state)) return;
			await journal.apply(job.id, {
				type: 'settled',
				outcome: credits > 0 ? 'charged' : 'notCharged',
				credits,
			});
			log.info(`Job ${job.id}: the service now says that it cost ${credits} credits.`);
		} catch (error) {
			this.signal.throwIfAborted();
			log.debug(`Job ${job.id}: its credits could not be asked for: ${jobErrorOf(error).code}.`);
		}
	}

	private expected(): JobRecord[] {
		const since = this.context.clock.now() - patienceMs;
		return this.context.journal
			.all()
			.filter(
				({ state, changedAt }) =>
					(state.kind === 'failed' || state.kind === 'refused') &&
					state.task !== undefined &&
					(state.credits ?? 0) > 0 &&
					changedAt > since,
			);
	}
}
