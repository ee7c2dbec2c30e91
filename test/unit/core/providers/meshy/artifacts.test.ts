import assert from 'node:assert/strict';
import { formatsOf, wantedFiles } from '../../../../../src/core/assets/wanted';
import type { Operation, RequestOptions } from '../../../../../src/core/model/request';
import { specOf } from '../../../../../src/core/providers/catalogues';
import { decodeArtifacts } from '../../../../../src/core/providers/meshy/artifacts';

const at = (name: string): string => `https://assets.test/a/tasks/t/output/${name}?Expires=1&Signature=s`;
const lines = (task: Record<string, unknown>): string[] =>
	decodeArtifacts(task).map(
		({ kind, part, extension, servedName }) =>
			`${kind} ${part} ${extension}${servedName ? ` as ${servedName}` : ''}`,
	);

/** A textured model in all formats, as a task has it that named none. */
const everything = {
	model_urls: {
		stl: at('model.stl'),
		mtl: at('model.mtl'),
		obj: at('model.obj'),
		fbx: at('model.fbx'),
		glb: at('model.glb'),
		usdz: '',
		pre_remeshed_glb: at('pre_remeshed_model.glb'),
		'3mf': null,
	},
	texture_urls: [{ base_color: at('texture_0.png'), normal: at('texture_0_normal.png'), emission: null }],
	thumbnail_url: at('preview.png'),
};

describe('Meshy’s files, decoded', () => {
	const cases: readonly [what: string, task: Record<string, unknown>, expected: string[]][] = [
		[
			'every format but those that are empty or null, the best first',
			everything,
			[
				'model glb glb',
				'model fbx fbx',
				'model obj obj as model.obj',
				'model stl stl',
				'model pre_remeshed_glb glb',
				'companion mtl mtl as model.mtl',
				'companion base_color png as texture_0.png',
				'companion normal png as texture_0_normal.png',
				'preview preview png',
			],
		],
		[
			'textures of several materials, and one set without a list',
			{ texture_urls: [{ base_color: at('texture_0.png') }, { base_color: at('texture_1.png') }] },
			['companion base_color png as texture_0.png', 'companion base_color-2 png as texture_1.png'],
		],
		['a single set', { texture_urls: { base_color: at('t.png') } }, ['companion base_color png as t.png']],
		[
			'a rig, the figure before its clips',
			{
				model_urls: null,
				result: {
					rigged_character_fbx_url: at('Character_output.fbx'),
					rigged_character_glb_url: at('Character_output.glb'),
					basic_animations: {
						walking_fbx_url: at('w.fbx'),
						walking_armature_glb_url: at('wa.glb'),
						walking_glb_url: at('w.glb'),
						running_glb_url: at('r.glb'),
					},
				},
			},
			[
				'model rigged_character_glb glb',
				'model rigged_character_fbx fbx',
				'model running_glb glb',
				'model walking_glb glb',
				'model walking_fbx fbx',
				'model walking_armature_glb glb',
			],
		],
		[
			'an animation',
			{
				result: {
					animation_fbx_url: at('a.fbx'),
					animation_glb_url: at('a.glb'),
					processed_usdz_url: at('p.usdz'),
				},
			},
			['model animation_glb glb', 'model animation_fbx fbx', 'model processed_usdz usdz'],
		],
		[
			'an animation’s extras after it',
			{
				result: {
					processed_armature_fbx_url: at('s.fbx'),
					processed_animation_fps_fbx_url: at('p.fbx'),
					animation_fbx_url: at('a.fbx'),
					animation_glb_url: at('a.glb'),
				},
			},
			[
				'model animation_glb glb',
				'model animation_fbx fbx',
				'model processed_animation_fps_fbx fbx',
				'model processed_armature_fbx fbx',
			],
		],
		[
			'icons that were asked for, which the preview is not',
			{
				model_urls: { glb: at('model.glb') },
				thumbnail_url: at('preview.png'),
				alpha_thumbnail_url: at('alpha_preview.png'),
				thumbnail_urls: { front: at('front.png'), right: at('right.png'), back: '', left: null },
			},
			[
				'model glb glb',
				'thumbnail alpha_thumbnail png',
				'thumbnail thumbnail_front png',
				'thumbnail thumbnail_right png',
				'preview preview png',
			],
		],
		[
			'a motion',
			{ result: { motion_url: at('motion.bvh'), motion_format: 'bvh', duration_ms: 2000, mode: 'swift' } },
			['model motion bvh'],
		],
		[
			'a motion whose link has no extension by its word',
			{ result: { motion_url: 'https://h/x', motion_format: 'FBX' } },
			['model motion fbx'],
		],
		[
			'pictures',
			{ image_urls: [at('image.png'), '', at('image_2.png')] },
			['image image png', 'image image-3 png'],
		],
		['a link without an extension by its key', { model_urls: { glb: 'https://h/x' } }, ['model glb glb']],
		[
			'a served name that is no plain name as none',
			{ model_urls: { obj: 'https://h/a/..%2f..%2fevil.obj' } },
			['model obj obj'],
		],
		['odd shapes as none', { model_urls: [1], texture_urls: 'x', image_urls: {}, result: 7 }, []],
	];
	for (const [what, task, expected] of cases)
		it(`gives ${what}`, () => assert.deepEqual(lines(task), expected));
});

describe('Which of Meshy’s files are wanted', () => {
	const wanted = (operation: Operation, options: RequestOptions, task: Record<string, unknown>): string[] => {
		const spec = specOf('meshy', operation);
		return wantedFiles(decodeArtifacts(task), spec.gives, formatsOf(spec, { options })).map(
			({ part }) => part,
		);
	};

	it('those in the formats that were asked for, in that order, and extras', () => {
		const formats = { target_formats: ['stl', 'glb'] };
		assert.deepEqual(wanted('imageToModel', formats, everything), ['stl', 'glb', 'pre_remeshed_glb']);
	});
	it('an OBJ with all that it names', () => {
		assert.deepEqual(wanted('refine', { target_formats: ['obj'] }, everything), [
			'obj',
			'pre_remeshed_glb',
			'mtl',
			'base_color',
			'normal',
		]);
	});
	it('icons, where they came', () => {
		const task = {
			...everything,
			alpha_thumbnail_url: at('alpha_preview.png'),
			thumbnail_urls: { front: at('front.png') },
		};
		assert.deepEqual(wanted('imageToModel', { target_formats: ['glb'] }, task), [
			'glb',
			'pre_remeshed_glb',
			'alpha_thumbnail',
			'thumbnail_front',
		]);
	});
	it('a motion, and nothing of an analysis', () => {
		assert.deepEqual(wanted('textToMotion', {}, { result: { motion_url: at('motion.fbx') } }), ['motion']);
		assert.deepEqual(wanted('analyzePrintability', {}, { thumbnail_url: at('preview.png') }), []);
	});
	it('one where nobody asked for any, as with an adopted task', () => {
		assert.deepEqual(wanted('refine', {}, everything), ['glb', 'pre_remeshed_glb']);
	});
	it('what there is where nothing is in a format that was asked for', () => {
		const { glb, ...others } = everything.model_urls;
		assert.ok(glb);
		assert.deepEqual(wanted('refine', { target_formats: ['3mf'] }, { model_urls: others }), [
			'fbx',
			'pre_remeshed_glb',
		]);
	});
});
