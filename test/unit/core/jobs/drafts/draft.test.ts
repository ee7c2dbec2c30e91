import assert from 'node:assert/strict';
import { draftJob, draftJobs } from '../../../../../src/core/jobs/drafts/draft';
import type { PropsmithError } from '../../../../../src/core/model/errors';
import type { GenerateRequest } from '../../../../../src/core/model/generateRequest';
import type { JobRequest } from '../../../../../src/core/model/request';

describe('Drafts of several jobs', () => {
	const job = (prompt: string, name: string, label?: string): GenerateRequest => ({
		provider: 'tripo',
		...{ operation: 'textToModel', prompt, options: {} },
		...{ folder: '/out', name },
		label,
	});
	const refusal = (...requests: GenerateRequest[]): string => {
		try {
			draftJobs(requests, () => undefined);
		} catch (error) {
			return (error as PropsmithError).jobError.detail ?? '';
		}
		return 'not refused';
	};
	const long = 'x'.repeat(1025);

	it('tell the faults of each, in its own words and under its name', () => {
		assert.equal(
			refusal(job('oak', 'oak'), job('', 'gate'), job(long, 'long', 'line 3'), job('', 'pot', 'line 9')),
			'“gate”, line 9: the prompt is empty; line 3: the prompt has 1025 characters, 1024 are allowed',
		);
	});

	it('tell once what is wrong with all of them', () => {
		assert.equal(refusal(job('', 'a'), job('', 'b')), 'the prompt is empty');
		assert.equal(refusal(job('', 'a')), 'the prompt is empty');
	});

	it('count what would be too long to tell', () => {
		const jobs = Array.from({ length: 9 }, (_, index) =>
			job('x'.repeat(1025 + index), `p${index}`, `line ${index + 1}`),
		);
		assert.match(
			refusal(...jobs, job('', 'a', 'line 10'), job('oak', 'b')),
			/line 1: .*line 5: .*; and 5 more$/,
		);
		const many = Array.from({ length: 5 }, (_, index) => job('', '', `line ${index + 1}`));
		assert.match(
			refusal(...many, job('oak', 'b')),
			/^line 1, line 2, line 3 and 2 more: the prompt is empty$/,
		);
	});
});

describe('Drafts: what is refused before anything is written', () => {
	const options = {};
	const destination = { folder: '/out', name: 'x' };
	const draft = (request: JobRequest) => draftJob({ provider: 'tripo', request, destination });
	const text = (prompt: string): JobRequest => ({ operation: 'textToModel', prompt, options });

	const withOption = (name: string, value: string): JobRequest => ({
		...text('x'),
		options: { [name]: value },
	});

	const wrong: readonly [what: string, request: JobRequest, words: RegExp][] = [
		['an empty prompt', text(''), /prompt is empty/],
		['a blank prompt', text(' \n\t'), /prompt is empty/],
		['a prompt that is too long', text('x'.repeat(1025)), /1025 characters, 1024/],
		['a prompt of which nothing can be seen', text('\u200B\u3164\uFE0F\u00A0'), /prompt is empty/],
		['a prompt in a wrong encoding', text('caf\uFFFD'), /the prompt has a character.*U\+FFFD/],
		[
			'a text option in a wrong encoding',
			withOption('negative_prompt', 'b\u0000'),
			/“negative_prompt” has.*U\+0000/,
		],
		[
			'a view’s prompt in a wrong encoding',
			{
				operation: 'editMultiview',
				source: { kind: 'task', id: 'task-of-views' },
				options: { prompts: [{ view: 'front', prompt: 'x\uFFFD' }] },
			},
			/“prompts” has.*U\+FFFD/,
		],
		['a model in a wrong encoding', withOption('model', 'v9\u202E'), /“model” has.*U\+202E/],
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

	it('sends nothing of what cannot be seen at the ends of texts', () => {
		const { request } = draft({
			...text(`\uFEFF${'x'.repeat(1024)} \u200B`),
			options: { negative_prompt: '\u00A0rust ' },
		});
		assert.equal(request.prompt, 'x'.repeat(1024));
		assert.equal(request.options.negative_prompt, 'rust');
		const blank = draft({ ...text('x'), options: { negative_prompt: '\u200B' } });
		assert.equal('negative_prompt' in blank.request.options, false);
	});

	it('has no estimate for a model that nobody knows', () => {
		const request = { ...text('x'), options: { model: 'v9' } } as JobRequest;
		assert.equal('estimate' in draft(request), false);
	});
});
