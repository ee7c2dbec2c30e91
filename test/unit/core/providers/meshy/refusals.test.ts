import assert from 'node:assert/strict';
import type { JobRequest } from '../../../../../src/core/model/request';
import { ServiceError } from '../../../../../src/core/model/serviceError';
import { refusal, submitRefusal } from '../../../../../src/core/providers/meshy/refusals';

// HTTP status, Meshy's own message (none: a gateway's page), what we make of it.
const table: readonly [status: number, message: string | undefined, kind: string, words: string][] = [
	[301, undefined, 'refused', 'serviceDown'],
	[307, undefined, 'refused', 'serviceDown'],
	[308, undefined, 'refused', 'serviceDown'],
	[302, undefined, 'unclear', 'serviceFault'],
	[400, 'invalid prompt', 'refused', 'requestInvalid'],
	[401, 'Invalid API key', 'refused', 'keyRejected'],
	[401, undefined, 'refused', 'keyRejected'],
	[402, 'Insufficient credits', 'refused', 'creditsExhausted'],
	[402, undefined, 'refused', 'creditsExhausted'],
	[402, 'NoMorePendingTasks', 'refused', 'planHasNoApi'],
	[403, 'upgrade to a premium plan', 'refused', 'planHasNoApi'],
	[403, undefined, 'refused', 'serviceDown'],
	[404, 'Task not found', 'refused', 'taskNotFound'],
	[404, undefined, 'refused', 'serviceDown'],
	[405, undefined, 'refused', 'requestInvalid'],
	[407, undefined, 'refused', 'serviceDown'],
	[409, 'the task is in progress', 'refused', 'requestInvalid'],
	[413, undefined, 'refused', 'imageTooLarge'],
	[422, 'Pose estimation failed', 'refused', 'requestInvalid'],
	[429, 'RateLimitExceeded', 'rate', 'serviceFault'],
	[429, 'Sorry: NoMoreConcurrentTasks for this account', 'busy', 'serviceFault'],
	[429, 'NoMorePendingTasks', 'busy', 'serviceFault'],
	[429, 'slow down', 'rate', 'serviceFault'],
	[429, undefined, 'rate', 'serviceFault'],
	[503, 'maintenance', 'unavailable', 'serviceDown'],
	[503, undefined, 'unclear', 'serviceFault'],
	[408, undefined, 'unclear', 'serviceFault'],
	[425, undefined, 'unclear', 'serviceFault'],
	[500, 'Internal server error', 'unclear', 'serviceFault'],
	[502, undefined, 'unclear', 'serviceFault'],
	[504, undefined, 'unclear', 'serviceFault'],
	[200, 'the answer has no task id', 'unclear', 'serviceFault'],
];

describe('What Meshy’s refusals mean', () => {
	for (const [status, message, kind, words] of table)
		it(`HTTP ${status}, ${message ?? 'no word of its own'}: ${kind}, ${words}`, () => {
			const error = refusal({ status, ...(message === undefined ? {} : { message }) });
			assert.deepEqual([error.kind, error.code, error.status], [kind, words, status]);
		});

	it('hand on what the service said, its request id, and how long to wait', () => {
		const error = refusal({ status: 429, message: 'RateLimitExceeded', requestId: 'r1', retryAfterMs: 0 });
		assert.deepEqual([error.detail, error.requestId, error.retryAfterMs], ['RateLimitExceeded', 'r1', 0]);
		assert.equal(refusal({ status: 502 }).detail, 'HTTP 502');
	});
});

describe('What Meshy’s refusals of a submit mean', () => {
	const of = (status: number, request: Partial<JobRequest>, sourceTaskId?: string): string => {
		const error = submitRefusal(refusal({ status, message: 'said', requestId: 'r1' }), {
			request: { operation: 'rig', options: {}, ...request },
			tokens: new Map(),
			...(sourceTaskId ? { sourceTaskId } : {}),
		});
		assert.ok(error instanceof ServiceError);
		assert.deepEqual([error.status, error.detail, error.requestId], [status, 'said', 'r1']);
		return error.code;
	};
	const file = { kind: 'file', path: '/m.glb' } as const;

	it('a source that is not there', () => assert.equal(of(404, {}, 't1'), 'taskNotFound'));
	it('an operation that is not there', () => assert.equal(of(404, { source: file }), 'requestInvalid'));
	it('a figure that is none', () => assert.equal(of(422, {}, 't1'), 'figureUnclear'));
	it('anything else that cannot be processed', () =>
		assert.equal(of(422, { operation: 'remesh' }, 't1'), 'requestInvalid'));
	it('a picture that is too large', () =>
		assert.equal(of(413, { operation: 'imageToModel' }), 'imageTooLarge'));
	it('a model that is too large', () => assert.equal(of(413, { source: file }), 'modelTooLarge'));
	it('leave alone what is no refusal', () => {
		const fault = new Error('of our own');
		assert.equal(
			submitRefusal(fault, { request: { operation: 'rig', options: {} }, tokens: new Map() }),
			fault,
		);
	});
});
