import type { Disposable } from '../../core/base/events';
import type { DownloadWait, JobChange } from '../../core/model/jobRecord';
import { waitChangesIn } from '../text/downloadWait';

/** Tells which rows say how long a wait still takes, each time that their words change. Idle while nothing waits. */
export class Countdown implements Disposable {
	private readonly waits = new Map<string, DownloadWait>();
	private timer: NodeJS.Timeout | undefined;

	constructor(private readonly onChange: (jobIds: readonly string[]) => void) {}

	take({ job: { id, state }, removed }: JobChange): void {
		const wait = !removed && state.kind === 'downloading' ? state.wait : undefined;
		if (this.waits.get(id) === wait) return;
		if (wait) this.waits.set(id, wait);
		else this.waits.delete(id);
		this.schedule();
	}

	dispose(): void {
		clearTimeout(this.timer);
	}

	private schedule(): void {
		clearTimeout(this.timer);
		const now = Date.now();
		const pauses = [...this.waits.values()].flatMap((wait) => waitChangesIn(wait, now) ?? []);
		if (pauses.length === 0) return;
		this.timer = setTimeout(
			() => {
				this.onChange([...this.waits.keys()]);
				this.schedule();
			},
			Math.min(...pauses) + 1,
		);
	}
}
