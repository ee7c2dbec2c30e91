import assert from 'node:assert/strict';
import { ServiceError } from '../../../../src/core/model/serviceError';
import { TransportError } from '../../../../src/core/network/http';
import { withRetry } from '../../../../src/core/network/retry';
import { InstantClock } from '../support/instantClock';

describe('Retrying a free call', () => {
	const random = (): number => 1;
	const { signal } = new AbortController();

	function failing(times: number, error: unknown): { call: () => Promise<string>; calls: () => number } {
		let calls = 0;
		return {
			calls: () => calls,
			call: async () => {
				if (calls++ < times) throw error;
				return 'good';
			},
		};
	}

	it('goes on until it works, waiting longer each time', async () => {
		const clock = new InstantClock();
		const { call, calls } = failing(2, new TransportError('maybe', 'ECONNRESET'));
		assert.equal(await withRetry(call, { attempts: 3, clock, random, signal }), 'good');
		assert.equal(calls(), 3);
		assert.deepEqual(clock.sleeps, [1000, 2000]);
	});

	it('stops after so many attempts, with the last error and no wait after it', async () => {
		const clock = new InstantClock();
		const error = new TransportError('no', 'ECONNREFUSED');
		const { call, calls } = failing(9, error);
		await assert.rejects(withRetry(call, { attempts: 3, clock, random, signal }), error);
		assert.equal(calls(), 3);
		assert.deepEqual(clock.sleeps, [1000, 2000]);
	});

	it('does not repeat what is final', async () => {
		const clock = new InstantClock();
		const { call, calls } = failing(9, new ServiceError('refused', 'requestInvalid', 400));
		await assert.rejects(withRetry(call, { attempts: 3, clock, random, signal }), ServiceError);
		assert.equal(calls(), 1);
		assert.deepEqual(clock.sleeps, []);
	});

	it('waits as long as the service says', async () => {
		const clock = new InstantClock();
		const { call } = failing(1, new ServiceError('rate', 'serviceFault', 429, { retryAfterMs: 42 }));
		await withRetry(call, { attempts: 3, clock, random, signal });
		assert.deepEqual(clock.sleeps, [42]);
	});

	it('waits out having come too fast for longer than a fault, though not for ever', async () => {
		const clock = new InstantClock();
		const tooFast = new ServiceError('rate', 'serviceFault', 429);
		const { call } = failing(9, tooFast);
		assert.equal(await withRetry(call, { attempts: 3, clock, random, signal }), 'good');
		assert.deepEqual(clock.sleeps.slice(0, 6), [1000, 2000, 4000, 8000, 16_000, 30_000]);
		const never = failing(99, tooFast);
		await assert.rejects(withRetry(never.call, { attempts: 3, clock, random, signal }), tooFast);
		assert.equal(never.calls(), 21);
	});

	it('ends with the signal’s reason when it is stopped', async () => {
		const stop = new AbortController();
		const call = async (): Promise<never> => {
			stop.abort(new Error('stopped'));
			throw new TransportError('maybe', 'ABORT_ERR');
		};
		await assert.rejects(
			withRetry(call, { attempts: 3, clock: new InstantClock(), random, signal: stop.signal }),
			/stopped/,
		);
	});
});
