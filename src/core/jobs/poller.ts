import type { Clock } from '../clock';
import { ServiceError, type TaskKey, type TaskSnapshot } from '../providers/provider';
import type { Connection } from './accounts';

/** What one call may ask about. */
const tasksInOneCall = 100;
/** Ms between two calls, whatever is due. */
const shortestPauseMs = 1000;

interface Watch {
	readonly task: TaskKey;
	/** Ms since the epoch. */
	readonly dueAt: number;
	readonly resolve: (snapshot: TaskSnapshot) => void;
	readonly reject: (error: unknown) => void;
}

/**
 * Asks after all of an account's tasks together: when one of them is due, one call asks for every other as well, so a
 * hundred tasks cost as much as one.
 */
export class Poller {
	private readonly watches = new Map<string, Watch>();
	private lastCallAt = 0;
	private alarm = new AbortController();
	/** Ms since the epoch; infinite while nothing is watched. */
	private alarmAt = Number.POSITIVE_INFINITY;
	private asking = false;

	constructor(
		private readonly clock: Clock,
		private readonly connect: () => Promise<Connection>,
		/** Ends the calls when the engine stops. */
		private readonly stopping: AbortSignal,
	) {}

	/** The task's next snapshot, at the latest after `waitMs`; rejects like Provider.task, or with the signal's reason. */
	next(task: TaskKey, waitMs: number, signal: AbortSignal): Promise<TaskSnapshot> {
		signal.throwIfAborted();
		return new Promise((resolve, reject) => {
			const end = (): void => {
				this.watches.delete(task.id);
				signal.removeEventListener('abort', aborted);
			};
			const aborted = (): void => {
				end();
				reject(signal.reason);
			};
			signal.addEventListener('abort', aborted, { once: true });
			this.watches.set(task.id, {
				task,
				dueAt: this.clock.now() + waitMs,
				resolve: (snapshot) => {
					end();
					resolve(snapshot);
				},
				reject: (error) => {
					end();
					reject(error);
				},
			});
			// Most watches are due later than what the alarm is set for: a thousand of them must not set it a thousand times.
			if (this.clock.now() + waitMs < this.alarmAt) this.setAlarm();
		});
	}

	private setAlarm(): void {
		if (this.asking) return;
		this.alarm.abort();
		this.alarmAt = Number.POSITIVE_INFINITY;
		if (this.watches.size === 0) return;
		const soonest = Math.min(...[...this.watches.values()].map(({ dueAt }) => dueAt));
		const at = Math.max(soonest, this.lastCallAt + shortestPauseMs);
		const alarm = new AbortController();
		this.alarm = alarm;
		this.alarmAt = at;
		const signal = AbortSignal.any([alarm.signal, this.stopping]);
		this.clock.sleep(Math.max(at - this.clock.now(), 0), signal).then(
			() => this.ask(),
			() => {},
		);
	}

	private async ask(): Promise<void> {
		this.alarmAt = Number.POSITIVE_INFINITY;
		if (this.watches.size === 0) return;
		this.asking = true;
		const asked = [...this.watches.values()].sort((a, b) => a.dueAt - b.dueAt).slice(0, tasksInOneCall);
		try {
			const { provider } = await this.connect();
			this.lastCallAt = this.clock.now();
			if (!provider.tasks || asked.length === 1)
				await Promise.all(
					asked.map(({ task, resolve, reject }) => provider.task(task, this.stopping).then(resolve, reject)),
				);
			else
				this.handOut(
					asked,
					await provider.tasks(
						asked.map(({ task }) => task),
						this.stopping,
					),
				);
		} catch (error) {
			for (const watch of asked) watch.reject(error);
		} finally {
			this.asking = false;
			this.setAlarm();
		}
	}

	private handOut(asked: readonly Watch[], snapshots: ReadonlyMap<string, TaskSnapshot>): void {
		for (const { task, resolve, reject } of asked) {
			const snapshot = snapshots.get(task.id);
			if (snapshot) resolve(snapshot);
			else
				reject(
					new ServiceError('refused', 'taskNotFound', 200, { detail: `the list has no task ${task.id}` }),
				);
		}
	}
}
