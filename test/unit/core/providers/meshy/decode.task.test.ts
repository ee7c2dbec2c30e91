import assert from 'node:assert/strict';
import { decodeTask } from '../../../../../src/core/providers/meshy/decode';

const id = '018f9a52-0000-7000-8000-00000000000a';
const key = { id, operation: 'textToModel' } as const;
const finished = 1_790_000_000_000;
const threeDays = 259_200_000;
const task = (fields: Record<string, unknown>): unknown => ({ id, type: 'text-to-3d-preview', ...fields });

type Fields = Record<string, unknown>;

describe('Meshy’s task, decoded', () => {
	const cases: readonly [what: string, fields: Fields, expected: Fields][] = [
		['waiting', { status: 'PENDING', progress: 0 }, { status: 'queued', progress: 0 }],
		[
			'waiting, and for how many',
			{ status: 'PENDING', preceding_tasks: 3 },
			{ status: 'queued', progress: 0, ahead: 3 },
		],
		['under way', { status: 'IN_PROGRESS', progress: 42 }, { status: 'running', progress: 42 }],
		[
			'99 %, where it may stay long',
			{ status: 'IN_PROGRESS', progress: 99 },
			{ status: 'running', progress: 99 },
		],
		['progress of null', { status: 'IN_PROGRESS', progress: null }, { status: 'running', progress: 0 }],
		['progress above 100', { status: 'IN_PROGRESS', progress: 250 }, { status: 'running', progress: 100 }],
		[
			'success, and how long it is kept',
			{ status: 'SUCCEEDED', consumed_credits: 20, finished_at: finished, expires_at: finished + 5 },
			{ status: 'success', credits: 20, artifacts: [], expiresAt: finished + 5 },
		],
		[
			'success that says only when it ended',
			{ status: 'SUCCEEDED', consumed_credits: 0, finished_at: finished },
			{ status: 'success', credits: 0, artifacts: [], expiresAt: finished + threeDays },
		],
		[
			'what an analysis found',
			{
				status: 'SUCCEEDED',
				consumed_credits: 0,
				printability: {
					status: 'error',
					issue_count: 2,
					error_count: 1,
					warning_count: 1,
					metrics: {
						is_watertight: false,
						volume: 3.5,
						non_manifold_edges: 4,
						degenerate_faces: 0,
						holes: 1,
					},
					evaluated_at: finished,
				},
			},
			{
				status: 'success',
				credits: 0,
				artifacts: [],
				findings: {
					status: 'error',
					issue_count: 2,
					error_count: 1,
					warning_count: 1,
					is_watertight: false,
					volume: 3.5,
					non_manifold_edges: 4,
					degenerate_faces: 0,
					holes: 1,
				},
			},
		],
		[
			'times that are not there: null, 0',
			{ status: 'SUCCEEDED', finished_at: null, expires_at: 0 },
			{ status: 'success', artifacts: [] },
		],
		[
			'unknown credits as unknown',
			{ status: 'SUCCEEDED', consumed_credits: null },
			{ status: 'success', artifacts: [] },
		],
		[
			'a failure of the service',
			{
				status: 'FAILED',
				consumed_credits: 0,
				task_error: { type: 'server_error', message: 'Please retry.' },
			},
			{ status: 'failed', credits: 0, detail: 'Please retry.' },
		],
		[
			'a failure of the input',
			{ status: 'FAILED', task_error: { type: 'invalid_input', message: 'No.', code: 'image_too_complex' } },
			{ status: 'failed', code: 'requestInvalid', detail: 'No.' },
		],
		[
			'a failure of the input without a code',
			{ status: 'FAILED', task_error: { type: 'invalid_input', message: '' } },
			{ status: 'failed', code: 'requestInvalid', detail: 'invalid input' },
		],
		[
			'a model without UVs',
			{ status: 'FAILED', task_error: { code: 'model_missing_uv' } },
			{ status: 'failed', code: 'requestInvalid', detail: 'model missing uv' },
		],
		[
			'a file that could not be written',
			{
				status: 'FAILED',
				task_error: { type: 'server_error', message: 'x', code: 'format_conversion_failed' },
			},
			{ status: 'failed', detail: 'x' },
		],
		[
			'moderation',
			{
				status: 'FAILED',
				task_error: { type: 'invalid_input', message: 'Blocked.', code: 'moderation_blocked' },
			},
			{ status: 'refused', detail: 'Blocked.' },
		],
		['a failure without a reason', { status: 'FAILED', task_error: null }, { status: 'failed' }],
		['cancelled', { status: 'CANCELED', consumed_credits: 0 }, { status: 'cancelled', credits: 0 }],
		['cancelled in British', { status: 'CANCELLED' }, { status: 'cancelled' }],
		['expired, as older tasks say it', { status: 'EXPIRED' }, { status: 'expired' }],
		['a word nobody knows', { status: 'DREAMING' }, { status: 'unknown', word: 'DREAMING' }],
		['no status', {}, { status: 'unknown', word: 'missing' }],
		['the prompt', { status: 'PENDING', prompt: 'oak' }, { status: 'queued', progress: 0, prompt: 'oak' }],
	];
	for (const [what, fields, expected] of cases)
		it(`reads ${what}`, () => assert.deepEqual(decodeTask(task(fields), key), { taskId: id, ...expected }));

	it('reads times by our clock', () => {
		const decoded = decodeTask(task({ status: 'SUCCEEDED', expires_at: finished }), key, 60_000);
		assert.equal(decoded?.status === 'success' && decoded.expiresAt, finished - 60_000);
	});

	for (const [operation, field] of [
		['refine', 'texture_prompt'],
		['texture', 'text_style_prompt'],
		['textToImage', 'prompt'],
	] as const)
		it(`takes ${field} for what a ${operation} was made from, nothing included`, () => {
			const told = { prompt: 'p', texture_prompt: 't', text_style_prompt: 's', status: 'PENDING' };
			assert.equal(decodeTask(task({ ...told, [field]: 'mine' }), { id, operation })?.prompt, 'mine');
			assert.equal(decodeTask(task({ ...told, [field]: '' }), { id, operation })?.prompt, '');
			assert.equal(decodeTask(task({ ...told, [field]: null }), { id, operation })?.prompt, undefined);
		});

	for (const [what, data] of [
		['nothing', undefined],
		['a list', [task({ status: 'SUCCEEDED' })]],
		['an envelope', { result: task({ status: 'SUCCEEDED' }) }],
		['a task without an id', { status: 'SUCCEEDED' }],
		['another task than was asked for', { id: 'another', status: 'SUCCEEDED' }],
	] as const)
		it(`takes ${what} for no answer at all`, () => assert.equal(decodeTask(data, key), undefined));
});
