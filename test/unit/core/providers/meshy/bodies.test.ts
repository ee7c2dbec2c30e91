import assert from 'node:assert/strict';
import type { JobRequest } from '../../../../../src/core/model/request';
import { bodyOf } from '../../../../../src/core/providers/meshy/bodies';
import { callOf } from '../../../../../src/core/providers/meshy/calls';
import { meshyCatalogue } from '../../../../../src/core/providers/meshy/catalogue/catalogue';

const tokens = new Map(['front', 'left', 'back', 'right'].map((side) => [`/${side}.png`, `data:${side}`]));
tokens.set('/m.glb', 'data:model');

/** As it goes over the wire: what is undefined is not there. */
const sent = (
	request: Partial<JobRequest>,
	sourceTaskId?: string,
	jobs: readonly (readonly [job: string, task: string])[] = [],
): unknown =>
	JSON.parse(
		JSON.stringify(
			bodyOf({
				request: { operation: 'textToModel', options: {}, ...request },
				tokens,
				taskIds: new Map(jobs),
				...(sourceTaskId ? { sourceTaskId } : {}),
			}),
		),
	);

describe('Bodies of Meshy’s paid calls', () => {
	it('hand on the options under their own names, false and zero included', () => {
		const options = { ai_model: 'meshy-6', should_remesh: false, target_formats: ['fbx', 'glb'] };
		assert.deepEqual(sent({ prompt: 'x', options }), { ...options, mode: 'preview', prompt: 'x' });
	});

	it('put fields into their objects', () => {
		const options = { action_ids: [1], 'post_process.operation_type': 'change_fps', 'post_process.fps': 60 };
		assert.deepEqual(sent({ operation: 'retarget', options }, 't1'), {
			rig_task_id: 't1',
			action_ids: [1],
			post_process: { operation_type: 'change_fps', fps: 60 },
		});
	});

	it('do not let an option replace the input', () => {
		assert.deepEqual(sent({ prompt: 'x', options: { mode: 'refine', prompt: 'y' } }), {
			mode: 'preview',
			prompt: 'x',
		});
	});

	it('leave out what was left empty', () => {
		assert.deepEqual(sent({ operation: 'refine', prompt: ' ' }, 't1'), {
			mode: 'refine',
			preview_task_id: 't1',
		});
	});

	it('keep the order of views whatever order they were given in', () => {
		const views = { right: '/right.png', back: '/back.png', front: '/front.png', left: '/left.png' };
		assert.deepEqual(sent({ operation: 'multiviewToModel', views }), {
			image_urls: ['data:front', 'data:left', 'data:back', 'data:right'],
		});
	});

	it('paint after words, a picture, or views with the front first', () => {
		const views = { right: '/right.png', front: '/front.png' };
		const painted = (style: Partial<JobRequest>) => sent({ operation: 'texture', ...style }, 't1');
		assert.deepEqual(painted({ prompt: 'gold' }), { input_task_id: 't1', text_style_prompt: 'gold' });
		assert.deepEqual(painted({ images: ['/back.png'] }), {
			input_task_id: 't1',
			image_style_url: 'data:back',
		});
		assert.deepEqual(painted({ views }), {
			input_task_id: 't1',
			multiview_image_urls: ['data:front', 'data:right'],
		});
	});

	it('have style pictures in the place of their paths, where they are options', () => {
		const [front, back] = ['/front.png', '/back.png'];
		assert.deepEqual(
			sent({ operation: 'imageToModel', images: [front], options: { texture_image_url: back } }),
			{ image_url: 'data:front', texture_image_url: 'data:back' },
		);
		assert.deepEqual(
			sent({
				operation: 'multiviewToModel',
				images: [front],
				options: { texture_image_urls: [back, front] },
			}),
			{ image_urls: ['data:front'], texture_image_urls: ['data:back', 'data:front'] },
		);
		assert.deepEqual(sent({ operation: 'rig', options: { texture_image_url: front } }, 't1'), {
			input_task_id: 't1',
			texture_image_url: 'data:front',
		});
	});

	it('name the task of a job that an option names, or the task itself', () => {
		const options = { motion_task_id: 'job-1' };
		assert.deepEqual(sent({ operation: 'retarget', options }, 't1', [['job-1', 't2']]), {
			rig_task_id: 't1',
			motion_task_id: 't2',
		});
		assert.deepEqual(sent({ operation: 'retarget', options: { motion_task_id: 't3' } }, 't1'), {
			rig_task_id: 't1',
			motion_task_id: 't3',
		});
	});

	it('make motions of words', () => {
		const options = { mode: 'swift', duration: 2.5 };
		assert.deepEqual(sent({ operation: 'textToMotion', prompt: 'bows', options }), {
			prompt: 'bows',
			...options,
		});
	});

	it('name a model file where there is no task', () => {
		const source = { kind: 'file', path: '/m.glb' } as const;
		assert.deepEqual(sent({ operation: 'rig', source }), { model_url: 'data:model' });
		assert.deepEqual(sent({ operation: 'rig' }, 't1'), { input_task_id: 't1' });
		for (const operation of ['analyzePrintability', 'repairPrintability'] as const) {
			assert.deepEqual(sent({ operation, source }), { model_url: 'data:model' });
			assert.deepEqual(sent({ operation }, 't1'), { input_task_id: 't1' });
		}
	});
});

describe('Meshy’s paths', () => {
	// By hand, from the table of endpoints.
	const paths: Readonly<Record<string, string>> = {
		textToModel: '/openapi/v2/text-to-3d',
		refine: '/openapi/v2/text-to-3d',
		imageToModel: '/openapi/v1/image-to-3d',
		multiviewToModel: '/openapi/v1/multi-image-to-3d',
		texture: '/openapi/v1/retexture',
		remesh: '/openapi/v1/remesh',
		convert: '/openapi/v1/convert',
		resize: '/openapi/v1/resize',
		uvUnwrap: '/openapi/v1/uv-unwrap',
		rig: '/openapi/v1/rigging',
		retarget: '/openapi/v1/animations',
		textToMotion: '/openapi/v1/text-to-motion',
		analyzePrintability: '/openapi/v1/print/analyze',
		repairPrintability: '/openapi/v1/print/repair',
		textToImage: '/openapi/v1/text-to-image',
		imageToImage: '/openapi/v1/image-to-image',
	};
	it('are known for every operation of the catalogue, and for no other', () => {
		const operations = Object.keys(meshyCatalogue.operations) as (keyof typeof meshyCatalogue.operations)[];
		assert.deepEqual(Object.fromEntries(operations.map((one) => [one, callOf(one).path])), paths);
		assert.throws(() => callOf('stylize'), /stylize/);
	});
});
