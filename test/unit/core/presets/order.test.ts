import assert from 'node:assert/strict';
import type { JobRequest } from '../../../../src/core/model/request';
import { filledIn, jobsOf, type PlacedOrder } from '../../../../src/core/presets/order';

const request: JobRequest = { operation: 'textToModel', prompt: 'knight', options: {} };
const destination = { folder: '/out', name: 'knight' };
const order: PlacedOrder = { provider: 'tripo', request, destination };
const half = (): number => 0.5;
const nobody = (): undefined => undefined;

describe('Jobs of an order', () => {
	it('is one job for one request', () => {
		assert.deepEqual(jobsOf([order], half), [{ provider: 'tripo', request, destination }]);
	});

	it('lets each step go on from the one before it, and fetches files of the last one only', () => {
		const followUps = [
			{ operation: 'rig' },
			{ operation: 'retarget', options: { animations: ['x'] } },
		] as const;
		const jobs = jobsOf([{ ...order, followUps }], half);
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
		const jobs = jobsOf([{ ...order, keep: true, followUps }], half);
		assert.deepEqual(
			jobs.map(({ deliver }) => deliver),
			[undefined, undefined, undefined],
		);
	});

	it('counts the steps of several chains through the whole list', () => {
		const chain = { ...order, followUps: [{ operation: 'convert' }] } as const;
		const jobs = jobsOf([order, { ...chain, count: 2 }, chain], half);
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
		const seeded = { ...request, options: { texture_seed: 7 } };
		const jobs = jobsOf([{ ...order, request: seeded, count: 3 }], half);
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
		const jobs = jobsOf([{ ...order, count: 2 }], () => 1 - Number.EPSILON);
		assert.deepEqual(
			jobs.map((job) => job.request.options.model_seed),
			[2 ** 31 - 1, 0],
		);
	});

	it('has no seeds for a service without', () => {
		const jobs = jobsOf([{ ...order, provider: 'meshy', count: 2 }], half);
		assert.deepEqual(
			jobs.map((job) => job.request.options),
			[{}, {}],
		);
	});
});

describe('What settings fill in', () => {
	const faces = 50_000;
	const options = (changed: Partial<PlacedOrder>, model?: string) =>
		filledIn({ ...order, ...changed }, { faces, model }, nobody).request.options;

	it('is the model and the most triangles, where a model is made from scratch', () => {
		assert.deepEqual(options({}, 'v3.0-20250812'), { model: 'v3.0-20250812', face_limit: 50_000 });
	});

	it('brings the triangles into what the model takes', () => {
		assert.equal(options({}, 'P1-20260311').face_limit, 20_000);
		const own = { ...request, options: { model: 'P1-20260311', face_limit: 100 } };
		assert.equal(options({ request: own }, 'v3.0-20250812').face_limit, 100);
	});

	it('sends a model that nobody knows, with the triangles that were asked for', () => {
		assert.deepEqual(options({}, 'v9'), { model: 'v9', face_limit: 50_000 });
	});

	it('leaves what changes a model alone: there a number of faces would change the price', () => {
		const source = { kind: 'task', id: 't' } as const;
		assert.deepEqual(
			options({ request: { operation: 'convert', source, options: { format: 'FBX' } } }, 'v9'),
			{
				format: 'FBX',
			},
		);
	});

	it('goes to Meshy’s own name for it, and not beside a model of another kind', () => {
		const made = options({
			provider: 'meshy',
			request: { ...request, options: { model_type: 'smart-topology' } },
		});
		assert.equal(made.ai_model, 'meshy-t2');
		assert.equal(made.target_polycount, 15_000);
	});

	it('fills the steps of a chain as well', () => {
		const { followUps } = filledIn(
			{ ...order, provider: 'meshy', followUps: [{ operation: 'refine' }] },
			{},
			nobody,
		);
		assert.deepEqual(followUps, [{ operation: 'refine', options: { target_formats: ['glb'] } }]);
	});
});
