import assert from 'node:assert/strict';
import { draftJob } from '../../../../../src/core/jobs/drafts/draft';
import type { ProviderId } from '../../../../../src/core/model/account';
import type { Operation, RequestOptions } from '../../../../../src/core/model/request';
import { completed } from '../../../../../src/core/providers/catalogue/complete';
import { specOf } from '../../../../../src/core/providers/catalogues';

function optionsOf(provider: ProviderId, operation: Operation, options: RequestOptions = {}): RequestOptions {
	return completed(specOf(provider, operation), { operation, options }).options;
}

const said = { should_remesh: true, target_formats: ['glb'] };

describe('What is said though nobody asked for it', () => {
	const cases: readonly [
		what: string,
		ProviderId,
		Operation,
		given: RequestOptions,
		expected: RequestOptions,
	][] = [
		['the model, at Tripo', 'tripo', 'textToModel', {}, { model: 'v3.1-20260211' }],
		[
			'the model, at Meshy, and what is never left open',
			'meshy',
			'textToModel',
			{},
			{ ai_model: 'meshy-7.1', ...said },
		],
		[
			'nothing that was said otherwise',
			'meshy',
			'textToModel',
			{ ai_model: 'meshy-6', should_remesh: false, target_formats: ['fbx'] },
			{ ai_model: 'meshy-6', should_remesh: false, target_formats: ['fbx'] },
		],
		[
			'what goes with a model, and nothing that it does not take',
			'meshy',
			'textToModel',
			{ ai_model: 'meshy-t2' },
			{ ai_model: 'meshy-t2', model_type: 'smart-topology', target_formats: ['glb'] },
		],
		[
			'the model, where what goes with it is given',
			'meshy',
			'imageToModel',
			{ model_type: 'smart-topology' },
			{ ai_model: 'meshy-t2', model_type: 'smart-topology', target_formats: ['glb'] },
		],
		[
			'nothing that depends on the family of a model that nobody knows',
			'meshy',
			'textToModel',
			{ ai_model: 'meshy-9' },
			{ ai_model: 'meshy-9', target_formats: ['glb'] },
		],
		['nothing where there is nothing to say', 'meshy', 'rig', { height_meters: 2 }, { height_meters: 2 }],
		[
			'a fresh UV map, outright',
			'meshy',
			'texture',
			{},
			{ ai_model: 'meshy-7.1', enable_original_uv: false, target_formats: ['glb'] },
		],
	];
	for (const [what, provider, operation, given, expected] of cases)
		it(what, () => assert.deepEqual(optionsOf(provider, operation, given), expected));

	it('says it once and for all: completing again changes nothing', () => {
		const once = optionsOf('meshy', 'textToModel', { ai_model: 'meshy-t2' });
		assert.deepEqual(optionsOf('meshy', 'textToModel', once), once);
	});

	it('is in the draft, so that the record says what will be sent', () => {
		const request = { operation: 'textToModel', prompt: 'barrel', options: {} } as const;
		const draft = draftJob({ provider: 'meshy', request, destination: { folder: '/out', name: 'x' } });
		assert.deepEqual(draft.request.options, { ai_model: 'meshy-7.1', ...said });
		assert.equal(draft.estimate, 20);
	});
});
