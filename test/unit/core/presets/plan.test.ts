import assert from 'node:assert/strict';
import {
	type FormTarget,
	filledPlan,
	openRequestAt,
	type Plan,
	requestsOf,
	withoutStepsFrom,
	withStep,
	withStepOptions,
	withStepPrompt,
} from '../../../../src/core/presets/plan';

const target: FormTarget = {
	provider: 'tripo',
	operation: 'textToModel',
	inputs: [{ prompt: 'knight' }, { prompt: 'horse' }],
	lookup: () => undefined,
};
const chain: Plan = {
	title: 'Rigged',
	count: 2,
	steps: [
		{ prompt: '{prompt}, T-pose', options: { quad: true } },
		{ operation: 'rig' },
		{ operation: 'convert' },
	],
};

describe('A plan', () => {
	it('is a request for each thing to make', () => {
		assert.deepEqual(
			requestsOf(chain, target)?.map(({ prompt, count }) => [prompt, count]),
			[
				['knight, T-pose', 2],
				['horse, T-pose', 2],
			],
		);
	});

	it('heeds things that need another operation than the others', () => {
		const inputs = [
			{ images: ['/a.png'] },
			{ operation: 'multiviewToModel', views: { front: '/f.png' } },
		] as const;
		const requests = requestsOf({ title: '', steps: [{}] }, { ...target, operation: 'imageToModel', inputs });
		assert.deepEqual(
			requests?.map(({ operation }) => operation),
			['imageToModel', 'multiviewToModel'],
		);
	});

	it('shows what will be filled in', () => {
		const filled = filledPlan(chain, target, { faces: 50_000, model: 'v3.0-20250812' });
		assert.deepEqual(filled?.steps[0].options, { model: 'v3.0-20250812', face_limit: 50_000, quad: true });
		assert.equal(filled.steps[0].prompt, '{prompt}, T-pose');
	});

	it('knows at each step what the steps before it make', () => {
		const rig = openRequestAt(chain, target, 1);
		assert.equal(rig?.request.operation, 'rig');
		assert.equal(rig.source?.format, 'fbx', 'quads come as FBX');
		assert.equal(openRequestAt(chain, target, 2)?.source?.operation, 'rig');
		assert.equal(openRequestAt(chain, target, 3), undefined);
	});

	it('changes one step and leaves the others', () => {
		const changed = withStepPrompt(withStepOptions(chain, 2, { format: 'FBX' }), 1, 'gilded');
		assert.deepEqual(changed.steps, [
			chain.steps[0],
			{ operation: 'rig', prompt: 'gilded' },
			{ operation: 'convert', options: { format: 'FBX' } },
		]);
		assert.deepEqual(withStepOptions(chain, 0, {}).steps[0], { prompt: '{prompt}, T-pose', options: {} });
	});

	it('grows at its end, and loses what goes on from a step with that step', () => {
		assert.deepEqual(withStep(chain, { operation: 'rigCheck' }).steps[3], { operation: 'rigCheck' });
		assert.deepEqual(withoutStepsFrom(chain, 1).steps, [chain.steps[0]]);
	});
});
