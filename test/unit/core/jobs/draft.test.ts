import assert from 'node:assert/strict';
import { draftJob } from '../../../../src/core/jobs/draft';
import type { JobRequest } from '../../../../src/core/jobs/request';

describe('Drafts: what is refused before anything is written', () => {
	const options = {};
	const destination = { folder: '/out', name: 'x' };
	const draft = (request: JobRequest) => draftJob({ provider: 'tripo', request, destination });
	const text = (prompt: string): JobRequest => ({ operation: 'textToModel', prompt, options });

	const wrong: readonly [what: string, request: JobRequest, words: RegExp][] = [
		['an empty prompt', text(''), /prompt is empty/],
		['a blank prompt', text(' \n\t'), /prompt is empty/],
		['a prompt that is too long', text('x'.repeat(1025)), /1025 characters, 1024/],
		['blanks that make it too long', text(`${'x'.repeat(1024)}  `), /1026 characters/],
		['no picture', { operation: 'imageToModel', images: [''], options }, /no picture/],
		['no front', { operation: 'multiviewToModel', views: { back: '/b', left: '/l' }, options }, /front/],
		['one view', { operation: 'multiviewToModel', views: { front: '/f' }, options }, /at least two/],
		['a wrong option', { ...text('x'), options: { face_limit: 1 } } as JobRequest, /face_limit/],
	];
	for (const [what, request, words] of wrong)
		it(`refuses ${what}`, () =>
			assert.throws(
				() => draft(request),
				(error: { code: string; message: string }) => {
					assert.equal(error.code, 'requestInvalid');
					assert.match(error.message, words);
					return true;
				},
			));

	it('takes the longest prompt, and prices it', () => {
		assert.equal(draft(text('x'.repeat(1024))).estimate, 20);
	});

	it('has no estimate for a model that nobody knows', () => {
		const request = { ...text('x'), options: { model: 'v9' } } as JobRequest;
		assert.equal('estimate' in draft(request), false);
	});
});
