import assert from 'node:assert/strict';
import type { TaskSnapshot } from '../../../../../src/core/model/task';
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
				'too complex, by the same number',
				{ status: 'failed', error_code: 2018, error_message: 'Model too complex to remesh.' },
				{ status: 'failed', detail: 'Model too complex to remesh.' },
			],
			[
				'a rig that a clip does not fit',
				{ status: 'failed', error_code: 1004, error_message: 'no' },
				{ status: 'failed', detail: 'no' },
			],
			[
				'the words of a texture',
				{ status: 'running', input: { texture_prompt: { text: 'gold' } } },
				{ status: 'running', progress: 0, prompt: 'gold' },
			],
			[
				'what a rig check found',
				{ status: 'success', credits_consumed: 0, output: { riggable: true, rig_type: 'biped' } },
				{
					status: 'success',
					credits: 0,
					artifacts: [],
					findings: { riggable: true, rig_type: 'biped' },
				},
			],
			[
				'findings of odd shape',
				{ status: 'success', output: { riggable: 'yes', rig_type: 7 } },
				{ status: 'success', artifacts: [] },
			],
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
			['model glb https://h/1.glb', 'model-2 glb https://h/2.glb'],
		],
		[
			'several clips, and the first of them again under a link of its own',
			{
				model_url: 'https://h/1.glb?signature=a',
				model_urls: ['https://h/1.glb?signature=b', 'https://h/2.glb?signature=c'],
			},
			['model glb https://h/1.glb?signature=b', 'model-2 glb https://h/2.glb?signature=c'],
		],
		[
			'several clips, and a file that is none of them',
			{ model_url: 'https://h/all.glb', model_urls: ['https://h/1.glb', 'https://h/2.glb'] },
			['model glb https://h/1.glb', 'model-2 glb https://h/2.glb', 'model-3 glb https://h/all.glb'],
		],
		[
			'views beside everything else',
			{ front_view_url: 'https://h/f.png', right_view_url: 'https://h/r.png', back_view_url: null },
			['front png https://h/f.png', 'right png https://h/r.png'],
		],
		[
			'views under a name of their own',
			{ generate_multiview_image: { left_view_url: 'https://h/l.webp', front_view_url: 'https://h/f.webp' } },
			['front webp https://h/f.webp', 'left webp https://h/l.webp'],
		],
		[
			'edited views, some nested and some not',
			{
				edit_multiview_image: { left_view_url: 'https://h/new.png' },
				left_view_url: 'https://h/old.png',
				back_view_url: 'https://h/b.png',
			},
			['left png https://h/new.png', 'back png https://h/b.png'],
		],
		[
			'several pictures',
			{ image_urls: ['https://h/1.png', 'https://h/2.png'], generated_image_url: 'https://h/2.png?s' },
			['image png https://h/1.png', 'image-2 png https://h/2.png'],
		],
		['no splat', { splat_url: 'https://h/s.ply', rendered_video_url: 'https://h/v.mp4' }, []],
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
			const lines = found.artifacts.map(({ part, extension, url }) => `${part} ${extension} ${url}`);
			assert.deepEqual(lines, expected);
		});
});
