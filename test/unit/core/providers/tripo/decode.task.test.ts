import assert from 'node:assert/strict';
import type { TaskSnapshot } from '../../../../../src/core/providers/provider';
import { decodeTask } from '../../../../../src/core/providers/tripo/decode';

const id = '0197b0de-51c2-7f6a-9d1e-3c5a7be0f412';
const task = (fields: Record<string, unknown>): unknown => ({
	task_id: id,
	type: 'text_to_model',
	...fields,
});
const snapshot = (fields: Record<string, unknown>): unknown => ({ taskId: id, ...fields });

describe('Tripo’s task, decoded', () => {
	const cases: readonly [what: string, fields: Record<string, unknown>, expected: Record<string, unknown>][] =
		[
			['queued', { status: 'queued', progress: 0 }, { status: 'queued', progress: 0 }],
			['running', { status: 'running', progress: 42 }, { status: 'running', progress: 42 }],
			['progress of null', { status: 'running', progress: null }, { status: 'running', progress: 0 }],
			['no progress', { status: 'running' }, { status: 'running', progress: 0 }],
			['progress as text', { status: 'running', progress: '42' }, { status: 'running', progress: 0 }],
			['progress below 0', { status: 'running', progress: -1 }, { status: 'running', progress: 0 }],
			['progress above 100', { status: 'running', progress: 250 }, { status: 'running', progress: 100 }],
			[
				'failed, with the reason and what it cost',
				{ status: 'failed', error_code: 1001, error_message: 'boom', credits_consumed: 0 },
				{ status: 'failed', credits: 0, detail: 'boom' },
			],
			[
				'failed, older spelling',
				{ status: 'failed', error_msg: 'boom' },
				{ status: 'failed', detail: 'boom' },
			],
			['failed for its content', { status: 'failed', error_code: 2008 }, { status: 'refused' }],
			['expired in the queue', { status: 'failed', error_code: 2018 }, { status: 'expired' }],
			[
				'the prompt, where it is told',
				{ status: 'banned', input: { prompt: 'oak' } },
				{ status: 'refused', prompt: 'oak' },
			],
			['an input of odd shape', { status: 'banned', input: ['oak'] }, { status: 'refused' }],
			['banned', { status: 'banned' }, { status: 'refused' }],
			['cancelled', { status: 'cancelled' }, { status: 'cancelled' }],
			['expired', { status: 'expired', credits_consumed: 20 }, { status: 'expired', credits: 20 }],
			['unknown', { status: 'unknown' }, { status: 'unknown', word: 'unknown' }],
			['a word nobody knows', { status: 'paused' }, { status: 'unknown', word: 'paused' }],
			['no status', {}, { status: 'unknown', word: 'missing' }],
			['a status that is no text', { status: 7 }, { status: 'unknown', word: 'missing' }],
			[
				'success without output',
				{ status: 'success', credits_consumed: 18.5 },
				{ status: 'success', credits: 18.5, artifacts: [] },
			],
			[
				'credits as text',
				{ status: 'success', credits_consumed: '20', output: null },
				{ status: 'success', artifacts: [] },
			],
			[
				'credits that are no number',
				{ status: 'success', credits_consumed: Number.NaN, output: [] },
				{ status: 'success', artifacts: [] },
			],
		];
	for (const [what, fields, expected] of cases)
		it(`reads ${what}`, () => assert.deepEqual(decodeTask(task(fields), id), snapshot(expected)));

	for (const [what, data] of [
		['nothing', undefined],
		['null', null],
		['text', 'success'],
		['a list', [task({ status: 'success' })]],
		['a task without an id', { status: 'success' }],
		['another task', { task_id: 'other', status: 'success' }],
	] as const)
		it(`takes ${what} for no answer at all`, () => assert.equal(decodeTask(data, id), undefined));
});

describe('A task’s files, decoded', () => {
	const cases: readonly [what: string, output: Record<string, unknown>, expected: string[]][] = [
		[
			'the model first',
			{
				generated_image_url: 'https://h/ref.png?s',
				rendered_image_url: 'https://h/p.webp?s',
				model_url: 'https://h/m.glb?s',
			},
			['model glb https://h/m.glb?s', 'preview webp https://h/p.webp?s', 'image png https://h/ref.png?s'],
		],
		['a quad model as FBX', { model_url: 'https://h/m.FBX?a=.glb' }, ['model fbx https://h/m.FBX?a=.glb']],
		['a zip', { model_url: 'https://h/a.b/m.zip' }, ['model zip https://h/a.b/m.zip']],
		['a path without an extension', { model_url: 'https://h.glb/m?x.glb' }, ['model  https://h.glb/m?x.glb']],
		['something that is no URL', { model_url: 'm.glb' }, ['model  m.glb']],
		[
			'several clips',
			{ model_urls: ['https://h/1.glb', 7, 'https://h/2.glb'] },
			['model glb https://h/1.glb', 'model glb https://h/2.glb'],
		],
		[
			'older keys',
			{ pbr_model: 'https://h/p.glb', base_model: 'https://h/b.glb' },
			['model glb https://h/p.glb'],
		],
		[
			'an empty link as none',
			{ model_url: '', base_model: 'https://h/b.glb' },
			['model glb https://h/b.glb'],
		],
		['odd shapes as none', { model_url: { url: 'x' }, rendered_image_url: 7 }, []],
	];
	for (const [what, output, expected] of cases)
		it(`gives ${what}`, () => {
			const found = decodeTask(task({ status: 'success', output }), id) as TaskSnapshot & {
				status: 'success';
			};
			const lines = found.artifacts.map(({ kind, extension, url }) => `${kind} ${extension} ${url}`);
			assert.deepEqual(lines, expected);
		});
});
