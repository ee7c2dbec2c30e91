import assert from 'node:assert/strict';
import type {
	JobRequest,
	Operation,
	OptionValue,
	RequestOptions,
} from '../../../../../src/core/model/request';
import { problemsOf } from '../../../../../src/core/providers/catalogue/check';
import {
	newProblem,
	offeredParameters,
	withOption,
} from '../../../../../src/core/providers/catalogue/choices';
import { completed } from '../../../../../src/core/providers/catalogue/complete';
import { specOf } from '../../../../../src/core/providers/catalogues';
import { meshyCatalogue } from '../../../../../src/core/providers/meshy/catalogue/catalogue';

const task = { kind: 'task', id: 'x' } as const;
const inputs: Readonly<Partial<Record<Operation, Partial<JobRequest>>>> = {
	textToModel: { prompt: 'x' },
	refine: { source: task },
	imageToModel: { images: ['/a.png'] },
	multiviewToModel: { images: ['/a.png', '/b.jpg'] },
	texture: { source: task, prompt: 'x' },
	textToMotion: { prompt: 'x' },
	textToImage: { prompt: 'x' },
	imageToImage: { prompt: 'x', images: ['/a.png'] },
};

/** Why a request would be refused that is completed as a draft completes it. */
function problems(operation: Operation, request: Partial<JobRequest>): string[] {
	const spec = specOf('meshy', operation);
	return problemsOf(spec, completed(spec, { operation, options: {}, ...request }));
}

function refusedOptions(operation: Operation, options: RequestOptions): string[] {
	return problems(operation, { ...(inputs[operation] ?? { source: task }), options });
}

const all = ['meshy-7.1', 'latest', 'meshy-7', 'meshy-6', 'meshy-6-lite', 'meshy-5', 'meshy-t2', 'meshy-t1'];
const dense = all.slice(0, 6);
const [newest, full, smart] = [dense.slice(0, 2), dense.slice(0, 4), all.slice(6)];

describe('Which of Meshy’s models takes which parameter', () => {
	// Parameter, a good value, the models that take it. All others must be refused, even when it is false.
	const rows: readonly [name: string, value: RequestOptions[string], takenBy: readonly string[]][] = [
		['geometry_resolution', 'standard', newest],
		['should_remesh', false, dense],
		['topology', 'triangle', dense],
		['decimation_mode', 4, dense],
		['save_pre_remeshed_model', false, dense],
		['remove_lighting', false, full],
		['image_enhancement', false, full],
		['target_polycount', 15_000, all],
		['target_polycount', 15_001, dense],
		['texture_resolution', '2k', all],
		['texture_resolution', '8k', [...full, ...smart]],
		['model_type', 'standard', dense],
		['model_type', 'smart-topology', smart],
		['should_texture', false, all],
		['enable_pbr', true, all],
		['texture_prompt', 'rust', all],
		['texture_image_url', '/a.png', all],
		['alpha_thumbnail', true, all],
		['multi_view_thumbnails', true, all],
		['pose_mode', 't-pose', all],
		['target_formats', ['glb', '3mf'], all],
		['auto_size', true, all],
		['moderation', true, all],
	];
	for (const [name, value, takenBy] of rows)
		for (const model of all) {
			const taken = takenBy.includes(model);
			it(`${model} ${taken ? 'takes' : 'refuses'} ${name}: ${JSON.stringify(value)}`, () => {
				const found = refusedOptions('imageToModel', { ai_model: model, [name]: value });
				assert.equal(found.length, taken ? 0 : 1, found.join('; '));
				if (!taken) assert.match(found[0] ?? '', new RegExp(name));
			});
		}
});

describe('Which of Meshy’s models takes several style pictures', () => {
	const several = { texture_image_urls: ['/a.png', '/b.jpg'] };
	for (const model of dense) {
		const taken = ['meshy-7.1', 'latest', 'meshy-7'].includes(model);
		it(`${model}: ${taken ? 'yes' : 'no'}`, () => {
			const found = refusedOptions('multiviewToModel', { ai_model: model, ...several });
			if (taken) assert.deepEqual(found, []);
			else assert.match(found.join(), /does not take “texture_image_urls”/);
		});
	}
});

describe('Which of Meshy’s operations makes icons', () => {
	// By hand, from the pages of the operations.
	const icons = ['textToModel', 'refine', 'imageToModel', 'multiviewToModel', 'texture', 'remesh'];
	const sides = ['imageToModel', 'multiviewToModel'];
	for (const [operation, { parameters }] of Object.entries(meshyCatalogue.operations)) {
		const knows = (name: string): boolean => parameters.some((known) => known.name === name);
		it(operation, () => {
			assert.equal(knows('alpha_thumbnail'), icons.includes(operation));
			assert.equal(knows('multi_view_thumbnails'), sides.includes(operation));
		});
	}
});

describe('Which of Meshy’s operations knows which model', () => {
	const mesh = ['textToModel', 'imageToModel', 'multiviewToModel', 'texture'] as const;
	for (const [model, knownBy] of [
		['meshy-7.1', mesh],
		['meshy-6-lite', mesh],
		['meshy-t2', ['textToModel', 'imageToModel']],
		['meshy-t1', ['imageToModel']],
	] as const)
		for (const operation of mesh)
			it(`${operation} and ${model}`, () => {
				const list = specOf('meshy', operation).models?.list ?? [];
				const known = list.some(({ id }) => id === model);
				assert.equal(
					known,
					knownBy.some((one) => one === operation),
				);
			});

	it('lets a refine follow the model of its preview', () => {
		assert.equal(specOf('meshy', 'refine').models, undefined);
		assert.match(refusedOptions('refine', { ai_model: 'meshy-6' }).join(), /ai_model.*not a parameter/);
	});

	it('offers no model twice, and starts from one that is not legacy', () => {
		for (const { models } of Object.values(meshyCatalogue.operations)) {
			if (!models) continue;
			const ids = models.list.map(({ id }) => id);
			assert.equal(new Set(ids).size, ids.length);
			assert.equal(models.list.find(({ id }) => id === models.default)?.legacy, undefined);
		}
	});

	it('lets a model pass that is newer than this version', () => {
		const options = {
			ai_model: 'meshy-9',
			target_polycount: 250_000,
			geometry_resolution: '4k',
			should_remesh: true,
		};
		assert.deepEqual(refusedOptions('textToModel', options), []);
		assert.deepEqual(
			refusedOptions('textToModel', { ai_model: 'meshy-t9', model_type: 'smart-topology' }),
			[],
		);
	});
});

describe('What Meshy refuses for its options', () => {
	const wrong: readonly [Operation, RequestOptions, RegExp][] = [
		['textToModel', { target_polycount: 99 }, /target_polycount/],
		['textToModel', { target_polycount: 300_001 }, /target_polycount/],
		['textToModel', { decimation_mode: 5 }, /decimation_mode/],
		['textToModel', { target_formats: [] }, /target_formats/],
		['textToModel', { target_formats: ['glb', 'glb'] }, /twice/],
		['textToModel', { target_formats: ['blend'] }, /blend/],
		['textToModel', { target_formats: 'glb' }, /list/],
		['textToModel', { pose_mode: 'sitting' }, /pose_mode/],
		['textToModel', { model_type: 'lowpoly' }, /model_type/],
		['textToModel', { should_texture: false }, /should_texture.*not a parameter/],
		['textToModel', { mode: 'refine' }, /mode.*not a parameter/],
		['imageToModel', { enable_pbr: true, should_texture: false }, /enable_pbr.*needs.*should_texture/],
		['imageToModel', { texture_prompt: 'x'.repeat(801) }, /texture_prompt.*800/],
		['multiviewToModel', { texture_prompt: 'x'.repeat(601) }, /texture_prompt.*600/],
		['multiviewToModel', { geometry_resolution: '4k' }, /geometry_resolution/],
		['multiviewToModel', { model_type: 'smart-topology' }, /model_type/],
		['convert', {}, /target_formats.*must say/],
		['resize', {}, /just one of/],
		['resize', { auto_size: false }, /just one of/],
		['resize', { resize_height: 1, resize_longest_side: 1 }, /just one of/],
		['resize', { resize_height: 1, auto_size: true }, /just one of/],
		['resize', { resize_longest_side: 1, auto_size: true }, /just one of/],
		['resize', { resize_height: 0 }, /resize_height/],
		['rig', { height_meters: 0 }, /height_meters/],
		['imageToModel', { texture_image_url: 'a.png' }, /absolute path/],
		['imageToModel', { texture_image_url: '/a.webp' }, /png, jpg, jpeg, not “webp”/],
		['imageToModel', { texture_image_url: ['/a.png'] }, /absolute path/],
		['imageToModel', { texture_image_url: 'https://x.test/a.png' }, /absolute path/],
		['imageToModel', { texture_image_url: '/a.png', texture_prompt: 'x' }, /would not look at/],
		['imageToModel', { texture_image_urls: ['/a.png'] }, /not a parameter/],
		['multiviewToModel', { texture_image_urls: [] }, /list 1 to 4/],
		[
			'multiviewToModel',
			{ texture_image_urls: ['/1.png', '/2.png', '/3.png', '/4.png', '/5.png'] },
			/list 1 to 4/,
		],
		['multiviewToModel', { texture_image_urls: '/a.png' }, /list 1 to 4/],
		['multiviewToModel', { texture_image_urls: ['/a.png'], texture_prompt: 'x' }, /cannot go with/],
		['multiviewToModel', { texture_image_urls: ['/a.png'], texture_image_url: '/b.png' }, /cannot go with/],
		['multiviewToModel', { texture_image_urls: ['/a.png'], should_texture: false }, /needs “should_texture”/],
		['rig', { texture_image_url: '/a.jpg' }, /type png, not “jpg”/],
		['textToMotion', { duration: 1.5 }, /from 2 to 10 in steps of 0.5/],
		['textToMotion', { duration: 10.5 }, /from 2 to 10/],
		['textToMotion', { duration: 2.25 }, /in steps of 0.5/],
		['textToMotion', { mode: 'slow' }, /mode/],
		['retarget', { motion_task_id: 'x y' }, /the id of a job or a task/],
		['retarget', { motion_task_id: 'task-0001', action_id: 1 }, /just one of/],
		['retarget', { motion_task_id: 'task-0001', action_ids: [1] }, /just one of/],
		['retarget', { motion_task_id: 'task-0001', action_ids: [1], action_id: 1 }, /just one of/],
		['retarget', {}, /just one of/],
		['retarget', { action_id: 1, action_ids: [2] }, /just one of/],
		['retarget', { action_id: 1.5 }, /action_id/],
		['retarget', { action_ids: [] }, /action_ids/],
		['retarget', { action_ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }, /action_ids/],
		['retarget', { action_ids: [1, 1] }, /twice/],
		['retarget', { action_id: 1, post_process: 'usdz' }, /“post_process” is not a parameter/],
		['retarget', { action_id: 1, post_process: { operation_type: 'shrink' } }, /post_process.operation_type/],
		['retarget', { action_id: 1, post_process: { operation_type: 'fbx2usdz', x: 1 } }, /post_process.x/],
		['retarget', { action_id: 1, 'post_process.fps': 30 }, /fps” needs “post_process.operation_type”/],
		[
			'retarget',
			{ action_id: 1, post_process: { operation_type: 'change_fps', fps: 50 } },
			/must be 24, 25, 30 or 60/,
		],
		['textToImage', { generate_multi_view: true, aspect_ratio: '1:1' }, /generate_multi_view.*aspect_ratio/],
		['textToImage', { aspect_ratio: '3:2' }, /GPT/],
		['imageToImage', { pose_mode: 'a-pose' }, /pose_mode.*not a parameter/],
	];
	for (const [operation, options, words] of wrong)
		it(`${operation} ${JSON.stringify(options).slice(0, 70)}`, () => {
			const found = refusedOptions(operation, options);
			assert.equal(found.length, 1, found.join('; '));
			assert.match(found[0] ?? '', words);
		});

	const right: readonly [Operation, RequestOptions][] = [
		['resize', { resize_height: 1.8, auto_size: false, origin_at: 'center' }],
		['resize', { resize_longest_side: 0.1 }],
		['textToMotion', {}],
		['textToMotion', { duration: 2 }],
		['textToMotion', { duration: 9.5, mode: 'swift' }],
		['retarget', { motion_task_id: 'task-0001', 'post_process.operation_type': 'fbx2usdz' }],
		['retarget', { action_id: -2 }],
		['retarget', { action_id: 1, post_process: { operation_type: 'change_fps', fps: 25 } }],
		['retarget', { action_ids: [1], 'post_process.operation_type': 'change_fps' }],
		['convert', { target_formats: ['blend', '3mf'] }],
		['textToImage', { ai_model: 'gpt-image-2', aspect_ratio: '2:3' }],
		['textToImage', { generate_multi_view: false, aspect_ratio: '16:9' }],
	];
	for (const [operation, options] of right)
		it(`and takes ${operation} ${JSON.stringify(options)}`, () =>
			assert.deepEqual(refusedOptions(operation, options), []));
});

describe('Which of Meshy’s motions a form asks for', () => {
	const offered = (options: RequestOptions): readonly string[] => {
		const spec = specOf('meshy', 'retarget');
		const request: JobRequest = { operation: 'retarget', source: task, options };
		return offeredParameters({ spec, request })
			.filter(({ role }) => role === 'motions')
			.map(({ name, common = false }) => (common ? `${name}, usually` : name));
	};

	it('one that was made from words as well, which takes the place of those of the library', () => {
		const spec = specOf('meshy', 'retarget');
		const asked = (options: RequestOptions): boolean =>
			offeredParameters({ spec, request: { operation: 'retarget', source: task, options } }).some(
				({ name, common }) => name === 'motion_task_id' && common,
			);
		assert.deepEqual([asked({}), asked({ action_id: 1 }), asked({ action_ids: [1] })], [true, true, true]);
		const changed = (options: RequestOptions, name: string, value: OptionValue): RequestOptions => {
			const open = { spec, request: { operation: 'retarget', source: task, options } as const };
			assert.equal(newProblem(open, name, value), undefined);
			return withOption(open, name, value).options;
		};
		const motion = { motion_task_id: 'task-0001' };
		assert.deepEqual(changed({ action_ids: [1] }, 'motion_task_id', 'task-0001'), motion);
		assert.deepEqual(changed({ action_id: 1 }, 'motion_task_id', 'task-0001'), motion);
		assert.deepEqual(changed(motion, 'action_ids', [1]), { action_ids: [1] });
		assert.deepEqual(changed(motion, 'action_id', 1), { action_id: 1 });
	});

	it('several or one, and never both', () => {
		assert.deepEqual(offered({}), ['action_ids, usually', 'action_id']);
		assert.deepEqual(offered({ action_ids: [1] }), ['action_ids, usually']);
		assert.deepEqual(offered({ action_id: 1 }), ['action_id']);
	});
});

describe('What Meshy refuses for its inputs', () => {
	const wrong: readonly [Operation, Partial<JobRequest>, RegExp][] = [
		['textToModel', { prompt: '  ' }, /prompt is empty/],
		['textToModel', { prompt: 'x'.repeat(801) }, /801 characters, 800/],
		['textToMotion', { prompt: 'x'.repeat(401) }, /401 characters, 400/],
		['analyzePrintability', {}, /needs a model/],
		['repairPrintability', { source: { kind: 'file', path: '/a.fbx' } }, /glb, stl, obj, not “fbx”/],
		['refine', {}, /needs a model/],
		['refine', { source: task, prompt: 'x', images: ['/a.png'] }, /only one of prompt, pictures/],
		['refine', { source: { kind: 'file', path: '/a.glb' } }, /from a task, not from a file/],
		['imageToModel', {}, /one of pictures, source is needed/],
		['imageToModel', { images: ['/a.webp'] }, /png, jpg, jpeg, not “webp”/],
		['imageToModel', { images: ['/a.png', '/b.png'] }, /at most one picture, 2/],
		['multiviewToModel', {}, /one of pictures, views, source is needed/],
		[
			'multiviewToModel',
			{ images: ['/1.png', '/2.png', '/3.png', '/4.png', '/5.png'] },
			/at most 4 pictures, 5/,
		],
		['multiviewToModel', { views: { back: '/b.png' } }, /front/],
		['multiviewToModel', { views: { front: '/f.webp' } }, /not “webp”/],
		['texture', { source: task }, /one of prompt, pictures, views is needed/],
		[
			'texture',
			{ source: task, views: { front: '/f.png' }, options: { ai_model: 'latest' } },
			/views need “ai_model” meshy-7/,
		],
		['texture', { source: task, views: { left: '/l.png' } }, /front/],
		['texture', { source: task, views: { front: '/f.png' }, prompt: 'x' }, /only one of/],
		['texture', { prompt: 'x' }, /needs a model/],
		[
			'texture',
			{ prompt: 'x', source: { kind: 'file', path: '/a.usdz' } },
			/glb, gltf, obj, fbx, stl, not “usdz”/,
		],
		['uvUnwrap', { source: { kind: 'file', path: '/a.fbx' } }, /glb, not “fbx”/],
		['rig', { source: { kind: 'file', path: '/a.obj' } }, /glb, not “obj”/],
		['retarget', { options: { action_id: 1 } }, /needs a model/],
		['imageToImage', { prompt: 'x' }, /one of pictures, source is needed/],
	];
	for (const [operation, request, words] of wrong)
		it(`${operation} ${JSON.stringify(request).slice(0, 70)}`, () => {
			const found = problems(operation, request);
			assert.equal(found.length, 1, found.join('; '));
			assert.match(found[0] ?? '', words);
		});

	it('takes one view alone, and a prompt of 800 characters', () => {
		assert.deepEqual(problems('multiviewToModel', { views: { front: '/f.JPG' } }), []);
		assert.deepEqual(problems('textToModel', { prompt: 'x'.repeat(800) }), []);
	});
});
