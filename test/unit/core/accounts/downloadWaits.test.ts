import assert from 'node:assert/strict';
import { DownloadWaits } from '../../../../src/core/accounts/downloadWaits';
import { Reachability } from '../../../../src/core/accounts/reachability';
import { downloadPauseMs } from '../../../../src/core/jobs/steps/passing';
import type { DownloadWait } from '../../../../src/core/model/jobRecord';
import { TransportError } from '../../../../src/core/network/http';
import { DrivenClock } from '../support/drivenClock';
import { jobIn, task } from '../support/states';

describe('Delayed downloads', () => {
	const clock = new DrivenClock();
	const signal = new AbortController().signal;

	function waiting(waits: DownloadWaits, waitsFor: DownloadWait['waitsFor'], ms = 60_000) {
		const wait = { waitsFor, until: clock.now() + ms, error: { code: 'downloadBroken' } } as const;
		let over = false;
		void waits.pass(jobIn({ kind: 'downloading', task, wait }), wait, signal).then(() => {
			over = true;
		});
		return () => over;
	}
	/** Calls of an account as they fare. */
	function calls(reachability: Reachability) {
		return async (fails: boolean): Promise<void> => {
			const call = async (): Promise<void> => {
				if (fails) throw new TransportError('no', 'ENOTFOUND');
			};
			await reachability.observe(call).catch(() => {});
			await clock.advance(1);
		};
	}
	/** The delayed downloads of an account that is reached without trouble. */
	const newWaits = (): DownloadWaits => new DownloadWaits(clock, new Reachability());

	it('pause longer each time, from seconds to five minutes', () => {
		const pauses = Array.from({ length: 9 }, (_, index) => downloadPauseMs(index + 1, () => 1) / 1000);
		assert.deepEqual(pauses, [5, 10, 20, 40, 80, 160, 300, 300, 300]);
		assert.equal(
			downloadPauseMs(1000, () => 0),
			225_000,
		);
	});

	it('are due at their time, whatever the clock on the wall says', async () => {
		const over = waiting(newWaits(), 'fileHost');
		await clock.advance(59_000);
		assert.equal(over(), false);
		await clock.advance(1000);
		assert.equal(over(), true);
		clock.setBack(86_400_000);
		const wait = {
			waitsFor: 'fileHost',
			until: clock.now() + 86_400_000,
			error: { code: 'linkDead' },
		} as const;
		const waits = newWaits();
		const passed = waits.pass(jobIn({ kind: 'downloading', task, wait }), wait, signal);
		await clock.advance(10 * 60_000);
		await passed;
	});

	it('follow a sign of life once, and not again when it proved wrong', async () => {
		const [waits, another] = [newWaits(), newWaits()];
		const first = waiting(waits, 'fileHost');
		await clock.advance(1);
		waits.arrived();
		await clock.advance(1);
		assert.equal(first(), true);
		const second = waiting(waits, 'fileHost');
		await clock.advance(1);
		waits.arrived();
		await clock.advance(1);
		assert.equal(second(), false);
		await clock.advance(60_000);
		assert.equal(second(), true);
		const third = waiting(waits, 'fileHost');
		await clock.advance(1);
		another.arrived();
		await clock.advance(1);
		assert.equal(third(), false, 'another account');
		waits.arrived();
		await clock.advance(1);
		assert.equal(third(), true);
	});

	it('hear of a service that answers again, and not of one that always did', async () => {
		const reachability = new Reachability();
		const waits = new DownloadWaits(clock, reachability);
		const call = calls(reachability);
		await call(false);
		const over = waiting(waits, 'fileHost');
		await call(false);
		assert.equal(over(), false);
		await call(true);
		assert.equal(over(), false);
		await call(false);
		assert.equal(over(), true);
	});

	it('for the service do not wait when it has answered somebody since', async () => {
		const reachability = new Reachability();
		const waits = new DownloadWaits(clock, reachability);
		const call = calls(reachability);
		await call(true);
		const still = waiting(waits, 'service');
		await clock.advance(1);
		assert.equal(still(), false);
		await call(false);
		assert.equal(still(), true);
	});

	it('can be woken before they wait', async () => {
		const waits = newWaits();
		const wait = { waitsFor: 'disk', until: clock.now() + 60_000, error: { code: 'internal' } } as const;
		const job = jobIn({ kind: 'downloading', task, wait });
		waits.expect(job, wait);
		waits.wake(job.id);
		await waits.pass(job, wait, signal);
	});
});
