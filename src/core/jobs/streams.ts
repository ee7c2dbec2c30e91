import type { Log } from '../log';
import { type Provider, ServiceError, type TaskKey, type TaskSnapshot } from '../providers/provider';
import { jobErrorOf } from './fault';

/** A stream that told something within these ms is alive: services repeat themselves more often than that. */
const freshMs = 30_000;
/** Where streams break, as behind some proxies, none is opened for so long. */
const spareMs = 600_000;

interface Stream {
	readonly closing: AbortController;
	heardAt: number;
}

/**
 * Event streams of tasks, where the service has such: they tell at once what looks find out later. Nobody relies on
 * them alone. A stream that is broken, or silent, is made up for by looks.
 */
export class Streams {
	private readonly open = new Map<string, Stream>();
	private brokenUntil = 0;

	constructor(
		/** Ms of the poller's own time. */
		private readonly passed: () => number,
		private readonly stopping: AbortSignal,
		private readonly log: Log,
		private readonly heard: (snapshot: TaskSnapshot) => void,
		/** The task's stream is gone, and looks are all there is. */
		private readonly lost: (taskId: string) => void,
	) {}

	/** Opens the task's stream, unless that is done, or is no use. */
	listen(task: TaskKey, provider: Provider): void {
		if (!provider.watch || this.open.has(task.id) || this.passed() < this.brokenUntil) return;
		const stream: Stream = { closing: new AbortController(), heardAt: Number.NEGATIVE_INFINITY };
		this.open.set(task.id, stream);
		const signal = AbortSignal.any([stream.closing.signal, this.stopping]);
		void this.follow(provider.watch(task, signal), stream)
			.catch((error: unknown) => {
				if (signal.aborted) return;
				this.log.info(`The event stream of task ${task.id} broke: ${jobErrorOf(error).code}.`);
				// What is refused for one task says nothing about the others.
				if (!(error instanceof ServiceError && error.kind === 'refused'))
					this.brokenUntil = this.passed() + spareMs;
			})
			.finally(() => {
				if (this.open.get(task.id) !== stream) return;
				this.open.delete(task.id);
				this.lost(task.id);
			});
	}

	/** True when the task's stream would tell by itself. */
	isFresh(taskId: string): boolean {
		const stream = this.open.get(taskId);
		return stream !== undefined && this.passed() - stream.heardAt < freshMs;
	}

	/** Nobody wants to hear of the task any more. */
	close(taskId: string): void {
		const stream = this.open.get(taskId);
		this.open.delete(taskId);
		stream?.closing.abort();
	}

	private async follow(snapshots: AsyncIterable<TaskSnapshot>, stream: Stream): Promise<void> {
		for await (const snapshot of snapshots) {
			stream.heardAt = this.passed();
			this.heard(snapshot);
		}
	}
}
