import type { Clock } from '../base/clock';
import { ServiceError } from '../model/serviceError';
import type { TaskKey, TaskSnapshot } from '../model/task';
import type { Provider } from '../providers/provider';
import type { Connection } from './accountAccess';
import { TaskStream } from './taskStream';

/** What one call may ask about. */
const tasksInOneCall = 100;
/** Ms between two calls, whatever is due. */
const shortestPauseMs = 1000;

interface Watch {
	readonly task: TaskKey;
	/** In ms of the poller's own time. */
	readonly dueAt: number;
	/** Its answer is on the way. */
	asked: boolean;
	readonly resolve: (snapshot: TaskSnapshot) => void;
	readonly reject: (error: unknown) => void;
}

/**
 * Asks after an account's tasks. Where the service has a call for many, the others are asked for with the one that is
 * due, so a hundred tasks cost as much as one; elsewhere each is asked for when it is due. After the machine slept,
 * everything is due.
 */
export class Poller {
	private readonly watches = new Map<string, Watch>();
	private readonly passed: () => number;
	private lastCallAt = Number.NEGATIVE_INFINITY;
	private alarm = new AbortController();
	/** Infinite while nothing is watched. */
	private alarmAt = Number.POSITIVE_INFINITY;
	private asking = false;
	private together = false;

	constructor(
		private readonly clock: Clock,
		private readonly connect: () => Promise<Connection>,
		/** Ends the calls when the engine stops. */
		private readonly stopping: AbortSignal,
	) {
		this.passed = clock.stopwatch();
	}

	/** One call tells of every task, as far as is known yet. */
	get asksTogether(): boolean {
		return this.together;
	}

	/** The task's next snapshot, at the latest after `waitMs`; rejects like Provider.task, or with the signal's reason. */
	next(task: TaskKey, waitMs: number, signal: AbortSignal): Promise<TaskSnapshot> {
		signal.throwIfAborted();
		return new Promise((resolve, reject) => {
			const end = (): void => {
				if (this.watches.get(task.id) === watch) this.watches.delete(task.id);
				signal.removeEventListener('abort', aborted);
			};
			const aborted = (): void => {
				end();
				if (this.watches.size === 0) this.setAlarm();
				reject(signal.reason);
			};
			const watch: Watch = {
				task,
				dueAt: this.passed() + waitMs,
				asked: false,
				resolve: (snapshot) => {
					end();
					resolve(snapshot);
				},
				reject: (error) => {
					end();
					reject(error);
				},
			};
			signal.addEventListener('abort', aborted, { once: true });
			this.watches.set(task.id, watch);
			// Most watches are due later than what the alarm is set for: a thousand of them must not set it a thousand times.
			if (watch.dueAt < this.alarmAt) this.setAlarm();
		});
	}

	/**
	 * The task's event stream, until the signal ends it; undefined where the service has none, or cannot be reached now.
	 * A failure is no news of the task: it is still asked for.
	 */
	async stream(
		task: TaskKey,
		signal: AbortSignal,
		onFailure: (error: unknown) => void,
	): Promise<TaskStream | undefined> {
		try {
			const { provider } = await this.connect();
			return provider.watch && new TaskStream(provider.watch(task, signal), onFailure);
		} catch (error) {
			onFailure(error);
			return undefined;
		}
	}

	private setAlarm(): void {
		if (this.asking) return;
		this.alarm.abort();
		this.alarmAt = Number.POSITIVE_INFINITY;
		const [soonest] = this.byDueTime();
		if (!soonest) return;
		const at = Math.max(soonest.dueAt, this.lastCallAt + shortestPauseMs);
		const alarm = new AbortController();
		this.alarm = alarm;
		this.alarmAt = at;
		const signal = AbortSignal.any([alarm.signal, this.stopping]);
		this.clock.sleep(Math.max(at - this.passed(), 0), signal).then(
			() => this.ask(at),
			() => {},
		);
	}

	/** Asks for what is due at the moment that the alarm was set for, or meanwhile. */
	private async ask(alarmAt: number): Promise<void> {
		this.alarmAt = Number.POSITIVE_INFINITY;
		const open = this.byDueTime();
		if (open.length === 0) return;
		this.asking = true;
		try {
			const { provider } = await this.connect();
			this.lastCallAt = this.passed();
			const askTogether = provider.tasks?.bind(provider);
			this.together = askTogether !== undefined;
			if (askTogether && open.length > 1) await this.askFor(open.slice(0, tasksInOneCall), askTogether);
			else
				for (const watch of open)
					if (watch.dueAt <= Math.max(alarmAt, this.lastCallAt)) void this.askForOne(watch, provider);
		} catch (error) {
			for (const watch of open) watch.reject(error);
		} finally {
			this.asking = false;
			this.setAlarm();
		}
	}

	private async askForOne(watch: Watch, provider: Provider): Promise<void> {
		watch.asked = true;
		// Its own signal: dozens of calls at a time would crowd one with listeners.
		const signal = AbortSignal.any([this.stopping]);
		await provider.task(watch.task, signal).then(watch.resolve, watch.reject);
	}

	private async askFor(watches: readonly Watch[], call: NonNullable<Provider['tasks']>): Promise<void> {
		for (const watch of watches) watch.asked = true;
		try {
			const tasks = watches.map(({ task }) => task);
			const snapshots = await call(tasks, this.stopping);
			for (const { task, resolve, reject } of watches) {
				const snapshot = snapshots.get(task.id);
				if (snapshot) resolve(snapshot);
				else reject(notListed(task.id));
			}
		} catch (error) {
			for (const watch of watches) watch.reject(error);
		}
	}

	/** Those that wait for a call. */
	private byDueTime(): Watch[] {
		return [...this.watches.values()].filter(({ asked }) => !asked).sort((a, b) => a.dueAt - b.dueAt);
	}
}

function notListed(taskId: string): ServiceError {
	return new ServiceError('refused', 'taskNotFound', 200, { detail: `the list has no task ${taskId}` });
}
