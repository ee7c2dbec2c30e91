import type { TaskSnapshot } from '../model/task';

/** A task's event stream, read in the background: whoever follows the task takes the newest snapshot. */
export class TaskStream {
	private newest: TaskSnapshot | undefined;
	private wake: (() => void) | undefined;
	private over = false;

	constructor(snapshots: AsyncIterable<TaskSnapshot>, onFailure: (error: unknown) => void) {
		void this.read(snapshots)
			.catch(onFailure)
			.finally(() => {
				this.over = true;
				this.wake?.();
			});
	}

	/** False once it ended or failed: from then on, only looking tells. */
	get isOpen(): boolean {
		return !this.over;
	}

	/** The newest snapshot that nobody took yet, as soon as there is one; undefined when the stream is over. */
	async next(): Promise<TaskSnapshot | undefined> {
		if (!this.newest && !this.over)
			await new Promise<void>((resolve) => {
				this.wake = resolve;
			});
		const { newest } = this;
		this.newest = undefined;
		return newest;
	}

	private async read(snapshots: AsyncIterable<TaskSnapshot>): Promise<void> {
		for await (const snapshot of snapshots) {
			this.newest = snapshot;
			this.wake?.();
		}
	}
}
