import { existsSync } from 'node:fs';
import { isHistory } from '../../../src/core/jobs/records/actions';
import { idleMarkerOf } from '../../../src/core/jobs/records/unfinishedLook';
import type { Death, Point } from '../plan/points';
import type { Diary } from './diary';
import type { LossyDisk } from './lossyDisk';
import { keyOf, recordsOnDisk } from './recordsOnDisk';

/** Ends this process, from within and without a flush, at the point that was chosen for it. */
export class Reaper {
	private passed = 0;

	constructor(
		private readonly death: Death | undefined,
		private readonly diary: Diary,
		private readonly loss: LossyDisk,
		private readonly records: string,
	) {
		if (death?.point === 'time') setTimeout(() => this.kill(death), death.nth).unref();
	}

	/** The process is at this point now. Does not return if it is the end. */
	at(point: Point): void {
		const { death } = this;
		if (death?.point === point && point !== 'time' && ++this.passed === death.nth) this.kill(death);
	}

	private kill({ point, powerCut, onlyPauses }: Death): void {
		if (onlyPauses) {
			this.diary.write({ what: 'pauses' });
			process.kill(process.pid, 'SIGSTOP');
			return;
		}
		if (powerCut) this.loss.cutPower();
		const records = recordsOnDisk(this.records);
		if (existsSync(idleMarkerOf(this.records)) && !records.every(isHistory))
			this.diary.write({ what: 'broken', law: 'the idle marker stands beside an unfinished record' });
		const jobs = records.map((job) => ({
			id: job.id,
			key: keyOf(job),
			kind: job.state.kind,
		}));
		this.diary.write({ what: 'dies', point, powerCut, jobs });
		process.kill(process.pid, 'SIGKILL');
	}
}
