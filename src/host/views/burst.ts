import type { Disposable } from '../../core/base/events';

/** Ms in which changes are gathered: too short to be seen, long enough for a hundred polls. */
const gatherMs = 80;

/** Answers a burst of changes with one refresh: the engine tells of every step of every job, eyes need far fewer. */
export class Burst implements Disposable {
	private timer: NodeJS.Timeout | undefined;

	constructor(private readonly refresh: () => void) {}

	soon(): void {
		this.timer ??= setTimeout(() => {
			this.timer = undefined;
			this.refresh();
		}, gatherMs);
	}

	dispose(): void {
		clearTimeout(this.timer);
	}
}
