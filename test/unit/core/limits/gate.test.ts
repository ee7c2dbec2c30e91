import assert from 'node:assert/strict';
import { Gate } from '../../../../src/core/limits/gate';
import { DrivenClock } from '../support/drivenClock';

describe('Gate: what a 429 keeps back', () => {
	const { signal } = new AbortController();

	/** Passes the gate and tells whether that has happened yet. */
	function passing(gate: Gate, stop: AbortSignal = signal): { done: boolean; failed?: unknown } {
		const state: { done: boolean; failed?: unknown } = { done: false };
		gate.pass(stop).then(
			() => {
				state.done = true;
			},
			(error: unknown) => {
				state.failed = error;
			},
		);
		return state;
	}

	it('is open at first', async () => {
		await new Gate(new DrivenClock()).pass(signal);
	});

	it('opens when the time is over, not before', async () => {
		const clock = new DrivenClock();
		const gate = new Gate(clock);
		gate.closeFor(1000, 'rate');
		const waiting = passing(gate);
		await clock.advance(999);
		assert.equal(waiting.done, false);
		await clock.advance(1);
		assert.equal(waiting.done, true);
	});

	it('stays closed for the longest of several waits', async () => {
		const clock = new DrivenClock();
		const gate = new Gate(clock);
		gate.closeFor(5000, 'rate');
		gate.closeFor(1000, 'rate');
		const waiting = passing(gate);
		await clock.advance(4999);
		assert.equal(waiting.done, false);
		await clock.advance(1);
		assert.equal(waiting.done, true);
	});

	it('takes in a longer wait that comes while somebody waits', async () => {
		const clock = new DrivenClock();
		const gate = new Gate(clock);
		gate.closeFor(1000, 'rate');
		const waiting = passing(gate);
		await clock.advance(500);
		gate.closeFor(3000, 'rate');
		await clock.advance(2999);
		assert.equal(waiting.done, false);
		await clock.advance(1);
		assert.equal(waiting.done, true);
	});

	it('lets a full account go on as soon as a task ends', async () => {
		const clock = new DrivenClock();
		const gate = new Gate(clock);
		gate.closeFor(20_000, 'full');
		const waiting = passing(gate);
		gate.roomMade();
		await clock.advance(0);
		assert.equal(waiting.done, true);
		assert.equal(clock.sleeping, 0);
	});

	it('does not let the end of a task shorten a wait for the request rate', async () => {
		const clock = new DrivenClock();
		const gate = new Gate(clock);
		gate.closeFor(20_000, 'full');
		gate.closeFor(5000, 'rate');
		const waiting = passing(gate);
		gate.roomMade();
		await clock.advance(4999);
		assert.equal(waiting.done, false);
		await clock.advance(1);
		assert.equal(waiting.done, true);
	});

	it('lets go of one that is stopped, and only of that one', async () => {
		const clock = new DrivenClock();
		const gate = new Gate(clock);
		gate.closeFor(1000, 'full');
		const stop = new AbortController();
		const [stopped, other] = [passing(gate, stop.signal), passing(gate)];
		stop.abort(new Error('cancelled'));
		await clock.advance(0);
		assert.match(String(stopped.failed), /cancelled/);
		assert.equal(other.done, false);
		assert.equal(clock.sleeping, 1);
		await clock.advance(1000);
		assert.equal(other.done, true);
	});
});
