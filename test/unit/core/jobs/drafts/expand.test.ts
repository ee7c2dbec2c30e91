import assert from 'node:assert/strict';
import { expandRequests } from '../../../../../src/core/jobs/drafts/expand';
import type { GenerateRequest } from '../../../../../src/core/model/generateRequest';
import type { JobDraft } from '../../../../../src/core/model/jobDraft';
import type { JobRequest } from '../../../../../src/core/model/request';

const request: JobRequest = { operation: 'textToModel', prompt: 'knight', options: {} };
const destination = { folder: '/out', name: 'knight' };
const wanted: GenerateRequest = { provider: 'tripo', ...request, ...destination };
const half = (): number => 0.5;
const jobsOf = (requests: readonly GenerateRequest[], random = half): JobDraft[] =>
	expandRequests(requests, random).map(({ draft }) => draft);

describe('Jobs of a request', () => {
	it('is one job for one request', () => {
		assert.deepEqual(jobsOf([wanted]), [{ provider: 'tripo', request, destination }]);
	});

	it('lets each step go on from the one before it, and fetches files of the last one only', () => {
		const followUps = [
			{ operation: 'rig' },
			{ operation: 'retarget', options: { animations: ['x'] } },
		] as const;
		const jobs = jobsOf([{ ...wanted, followUps }]);
		assert.deepEqual(
			jobs.map((job) => [job.request.operation, job.request.source, job.deliver]),
			[
				['textToModel', undefined, false],
				['rig', { kind: 'step', index: 0 }, false],
				['retarget', { kind: 'step', index: 1 }, undefined],
			],
		);
	});

	it('fetches the files of a step that is to be kept', () => {
		const followUps = [{ operation: 'rig', keep: true }, { operation: 'convert' }] as const;
		const jobs = jobsOf([{ ...wanted, keep: true, followUps }]);
		assert.deepEqual(
			jobs.map(({ deliver }) => deliver),
			[undefined, undefined, undefined],
		);
	});

	it('counts the steps of several chains through the whole list', () => {
		const chain = { ...wanted, followUps: [{ operation: 'convert' }] } as const;
		const jobs = jobsOf([wanted, { ...chain, count: 2 }, chain]);
		assert.deepEqual(
			jobs.map((job) => job.request.source),
			[
				undefined,
				undefined,
				{ kind: 'step', index: 1 },
				undefined,
				{ kind: 'step', index: 3 },
				undefined,
				{ kind: 'step', index: 5 },
			],
		);
	});

	it('gives each variant seeds of its own, and leaves a seed alone that was named', () => {
		const jobs = jobsOf([{ ...wanted, options: { texture_seed: 7 }, count: 3 }]);
		assert.deepEqual(
			jobs.map((job) => job.request.options),
			[0, 1, 2].map((variant) => ({
				texture_seed: 7,
				model_seed: 2 ** 30 + variant,
				image_seed: 2 ** 30 + variant,
			})),
		);
	});

	it('keeps seeds within what the service takes, wherever chance begins', () => {
		const jobs = jobsOf([{ ...wanted, count: 2 }], () => 1 - Number.EPSILON);
		assert.deepEqual(
			jobs.map((job) => job.request.options.model_seed),
			[2 ** 31 - 1, 0],
		);
	});

	it('has no seeds for a service without', () => {
		const jobs = jobsOf([{ ...wanted, provider: 'meshy', count: 2 }]);
		assert.deepEqual(
			jobs.map((job) => job.request.options),
			[{}, {}],
		);
	});
});
