import assert from 'node:assert/strict';
import { ServiceError } from '../../../../src/core/model/serviceError';
import { TransportError } from '../../../../src/core/network/http';
import { backOffMs, judge } from '../../../../src/core/network/retry';

const service = (kind: ServiceError['kind'], retryAfterMs?: number): ServiceError =>
	new ServiceError(kind, 'serviceFault', 500, { retryAfterMs });
/** Jitter that takes nothing off. */
const full = (): number => 1;

// A number is the wait in ms before the call is sent again; the attempt is the third (2).
const matrix: readonly [failure: string, error: unknown, free: number | 'final', paid: number | string][] = [
	['nothing was sent', new TransportError('no', 'ECONNREFUSED'), 4000, 4000],
	['the answer was lost', new TransportError('maybe', 'ECONNRESET'), 4000, 'uncertain'],
	['refused', service('refused'), 'final', 'final'],
	['refused, whatever Retry-After says', service('refused', 3000), 'final', 'final'],
	['too many requests', service('rate'), 4000, 4000],
	['too many requests, wait named', service('rate', 1234), 1234, 1234],
	['tasks at their limit', service('busy'), 20_000, 20_000],
	['tasks at their limit, wait named', service('busy', 1234), 1234, 1234],
	['503', service('unavailable'), 4000, 4000],
	['503, wait named', service('unavailable', 1234), 1234, 1234],
	['unclear answer', service('unclear'), 4000, 'uncertain'],
	['unclear answer, wait named', service('unclear', 1234), 1234, 'uncertain'],
	['a fault of our own', new TypeError('x is not a function'), 'final', 'uncertain'],
	['something that is no error', 'oops', 'final', 'uncertain'],
];

describe('Law 2: what may be sent again', () => {
	for (const [failure, error, free, paid] of matrix) {
		it(`free call, ${failure}: ${free}`, () => {
			const verdict = judge('free', error, 2, full);
			assert.deepEqual(verdict, typeof free === 'number' ? { kind: 'again', afterMs: free } : { kind: free });
		});
		it(`paid POST, ${failure}: ${paid}`, () => {
			const verdict = judge('paid', error, 2, full);
			assert.deepEqual(verdict, typeof paid === 'number' ? { kind: 'again', afterMs: paid } : { kind: paid });
		});
	}
});

describe('Back-off', () => {
	it('doubles up to half a minute', () => {
		const waits = [0, 1, 2, 3, 4, 5, 6, 50].map((attempt) => backOffMs(attempt, full));
		assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
	});

	it('spreads over the upper half, so that windows do not knock in step', () => {
		assert.equal(
			backOffMs(3, () => 0),
			4000,
		);
		assert.equal(
			backOffMs(3, () => 0.5),
			6000,
		);
	});
});
