import assert from 'node:assert/strict';
import { nextOperations } from '../../../../../src/core/jobs/drafts/sourceRules';
import type { ProviderId } from '../../../../../src/core/model/account';
import type { JobRequest, Operation, Source } from '../../../../../src/core/model/request';
import { lookupAmong, type ProducedBy } from '../../../../../src/core/providers/sourceChain';

const job: Source = { kind: 'job', id: 'j' };

function next(provider: ProviderId, request: ProducedBy['request'], madeAt = provider): Operation[] {
	const lookup = lookupAmong([], (id) => (id === 'j' ? { provider: madeAt, request } : undefined));
	return nextOperations(provider, job, lookup);
}

const text: JobRequest = { operation: 'textToModel', prompt: 'x', options: {} };

describe('What may come next', () => {
	it('is what the catalogue lets go on from the operation', () => {
		assert.deepEqual(next('tripo', text), [
			'texture',
			'convert',
			'stylize',
			'segment',
			'decimate',
			'rigCheck',
			'rig',
		]);
		assert.deepEqual(next('meshy', text), [
			'refine',
			'texture',
			'remesh',
			'convert',
			'resize',
			'uvUnwrap',
			'analyzePrintability',
			'repairPrintability',
		]);
	});

	it('heeds how the source was made: a quad mesh is an FBX, which the rig check does not take', () => {
		assert.ok(!next('tripo', { ...text, options: { quad: true } }).includes('rigCheck'));
	});

	it('heeds the steps before the source: parts of a quad mesh are a GLB again', () => {
		const quad: JobRequest = { ...text, options: { quad: true } };
		const texture: JobRequest = { operation: 'texture', source: { kind: 'job', id: 'q' }, options: {} };
		const lookup = lookupAmong([], (id) => ({ provider: 'tripo', request: id === 'q' ? quad : texture }));
		assert.ok(!nextOperations('tripo', job, lookup).includes('rigCheck'));
	});

	it('goes on from pictures, too', () => {
		const picture: JobRequest = { operation: 'textToImage', prompt: 'x', options: {} };
		assert.deepEqual(next('tripo', picture), ['imageToModel', 'imageToMultiview']);
		const edited: JobRequest = { operation: 'imageToImage', prompt: 'x', images: ['/a.png'], options: {} };
		assert.deepEqual(next('tripo', edited), ['imageToModel', 'imageToMultiview']);
	});

	it('is nothing at another account, and nothing for a job that is gone', () => {
		assert.deepEqual(next('tripo', text, 'sandbox'), []);
		assert.deepEqual(
			nextOperations(
				'tripo',
				job,
				lookupAmong([], () => undefined),
			),
			[],
		);
	});

	it('is for the service to judge where nobody knows what made the task', () => {
		const task: Source = { kind: 'task', id: 't' };
		const all = nextOperations('tripo', task, () => undefined);
		assert.ok(all.includes('rig') && all.includes('retarget') && all.includes('complete'));
		assert.ok(!all.includes('import'), 'imports take files only');
		assert.deepEqual(next('tripo', { operation: 'adoptTask', taskId: 't', options: {} }), all);
	});

	it('is what goes on from an adopted task, where the service told what made it', () => {
		const adopted = { operation: 'adoptTask', taskId: 't', madeBy: 'rig', options: {} } as const;
		assert.deepEqual(next('tripo', { ...adopted, verified: true }), ['convert', 'stylize', 'retarget']);
		assert.ok(next('tripo', adopted).includes('texture'), 'a guess rules nothing out');
	});

	it('takes files of the right kind, and what made a known task counts', () => {
		const file = (path: string): Source => ({ kind: 'file', path });
		assert.ok(nextOperations('tripo', file('/a/x.GLB'), () => undefined).includes('rigCheck'));
		assert.ok(!nextOperations('tripo', file('/a/x.fbx'), () => undefined).includes('rigCheck'));
		assert.deepEqual(
			nextOperations('tripo', file('/a/x.usdz'), () => undefined),
			[],
		);
		const task: Source = { kind: 'task', id: 't' };
		assert.deepEqual(
			nextOperations('tripo', task, () => ({
				provider: 'tripo',
				request: { ...text, operation: 'segment' },
			})).includes('complete'),
			true,
		);
	});
});
