import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { JobState } from '../../../../src/core/model/jobRecord';
import { Countdown } from '../../../../src/host/views/countdown';
import { task } from '../../core/support/states';
import { job } from '../support/jobs';

function waitsUntil(until: number): JobState {
	return {
		kind: 'downloading',
		task,
		wait: { waitsFor: 'fileHost', until, error: { code: 'downloadBroken' } },
	};
}

describe('The countdown of downloads that wait', () => {
	beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 0 }));
	afterEach(() => mock.timers.reset());

	it('tells each second in the last ten, and nothing when the wait is over', () => {
		let told = 0;
		const countdown = new Countdown(() => told++);
		countdown.take({ job: job(waitsUntil(3000)), removed: false });
		mock.timers.tick(1001);
		assert.equal(told, 1);
		for (let seconds = 0; seconds < 10; seconds++) mock.timers.tick(1001);
		assert.equal(told, 3);
	});

	it('names the rows that wait', () => {
		const told: string[][] = [];
		const countdown = new Countdown((ids) => told.push([...ids]));
		for (const id of ['a', 'b', 'c']) countdown.take({ job: job(waitsUntil(1000), { id }), removed: false });
		countdown.take({ job: job({ kind: 'running', task, progress: 0 }, { id: 'b' }), removed: false });
		countdown.take({ job: job(waitsUntil(1000), { id: 'c' }), removed: true });
		mock.timers.tick(1001);
		assert.deepEqual(told, [['a']]);
	});

	it('is idle while nothing waits, and after its end', () => {
		let told = 0;
		const countdown = new Countdown(() => told++);
		countdown.take({ job: job({ kind: 'downloading', task }), removed: false });
		mock.timers.tick(60_000);
		assert.equal(told, 0);
		countdown.take({ job: job(waitsUntil(70_000)), removed: false });
		countdown.dispose();
		mock.timers.tick(60_000);
		assert.equal(told, 0);
	});
});
