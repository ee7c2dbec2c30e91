import type { Disposable } from '../../base/events';
import type { Log } from '../../base/log';
import type { JobRecord } from '../../model/jobRecord';
import { IllegalTransition, type JobEvent } from '../../model/transition';
import type { SpendingSwitch } from '../../spending/limits';
import { costs } from '../../spending/limits';
import type { Journal } from '../records/journal';

export interface SpendNothingPorts {
	readonly journal: Pick<Journal, 'all' | 'find' | 'apply'>;
	readonly spendNothing: SpendingSwitch;
	readonly log: Log;
}

/** Holds the jobs that wait to be paid for as long as the user wants nothing spent, and then lets them go on. */
export class SpendNothing {
	constructor(private readonly ports: SpendNothingPorts) {}

	/** From now on, and with what a former process left; until what it resolves to is disposed of. */
	async watch(): Promise<Disposable> {
		const { spendNothing, log } = this.ports;
		const subscription = spendNothing.onDidChange(() => {
			this.apply().catch((error: unknown) =>
				log.error(`Jobs were not held or let go by “spend nothing”: ${String(error)}`),
			);
		});
		await this.apply();
		return subscription;
	}

	private async apply(): Promise<void> {
		const { journal, spendNothing } = this.ports;
		for (const { id } of journal.all()) {
			const job = journal.find(id);
			const event = job && eventFor(job, spendNothing.isOn());
			if (!event) continue;
			await journal.apply(id, event).catch((error: unknown) => {
				// It went on in the same moment, and is looked at again where it would be sent.
				if (!(error instanceof IllegalTransition)) throw error;
			});
		}
	}
}

function eventFor(job: JobRecord, isOn: boolean): JobEvent | undefined {
	const { state } = job;
	if (isOn && state.kind === 'waiting' && costs(job))
		return { type: 'blocked', error: { code: 'spendingOff' } };
	if (!isOn && state.kind === 'blocked' && state.error.code === 'spendingOff') return { type: 'unblocked' };
	return undefined;
}
