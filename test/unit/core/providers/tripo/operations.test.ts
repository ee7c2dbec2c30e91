import assert from 'node:assert/strict';
import type { JobRequest, Operation, RequestOptions } from '../../../../../src/core/model/request';
import { problemsOf } from '../../../../../src/core/providers/catalogue/check';
import { specOf } from '../../../../../src/core/providers/catalogues';
import { tripoCatalogue } from '../../../../../src/core/providers/tripo/catalogue/catalogue';
import { clips } from '../../../../../src/core/providers/tripo/catalogue/clips';

const task = { kind: 'task', id: 't' } as const;
const views = { front: '/f.png', left: '/l.png', back: '/b.png', right: '/r.png' };

function problems(operation: Operation, options: unknown, rest: Partial<JobRequest> = {}): string[] {
	const { inputs } = specOf('tripo', operation);
	const request: JobRequest = {
		operation,
		...(inputs.prompt?.required ? { prompt: 'x' } : {}),
		...((inputs.images?.least ?? 0) > 0 ? { images: ['/a.png'] } : {}),
		...(inputs.source?.required ? { source: task } : {}),
		...rest,
		options: options as RequestOptions,
	};
	return problemsOf(specOf('tripo', operation), request);
}

/** What each operation takes, and what it refuses: each just wrong in one point. */
const rows: readonly [operation: Operation, options: unknown, rest?: Partial<JobRequest>][] = [
	['texture', {}],
	['texture', { texture_quality: 'extreme', pbr: false, bake: false, texture_seed: 0 }],
	['texture', { model: 'v3.5-20260815', texture_quality: 'fast', delight: false }],
	['texture', { part_names: ['helmet', 'cape'] }],
	['texture', {}, { prompt: 'gold' }],
	['texture', {}, { images: ['/gold.png'] }],
	['texture', {}, { views }],
	['convert', { format: 'GLTF' }],
	['convert', { format: 'OBJ', export_vertex_colors: true }],
	['convert', { format: 'FBX', quad: true, force_symmetry: true, fbx_preset: '3dsmax' }],
	['convert', { format: '3MF', face_limit: 1, scale_factor: 0.01, flatten_bottom_threshold: 1 }],
	['convert', { format: 'USDZ', texture_size: 8192, texture_format: 'OPEN_EXR', pack_uv: true }],
	['convert', { format: 'FBX', with_animation: false, animate_in_place: true, part_names: ['a'] }],
	['stylize', { style: 'minecraft', block_size: 32 }],
	['segment', {}],
	['segment', { model: 'v2.0-20260430', segmentation_granularity: 'simple', split_by_connectivity: false }],
	['complete', { completion_mode: 'quick_cap', part_names: ['a'] }],
	['decimate', {}],
	['decimate', { face_limit: 500, bake: false, part_names: ['a'] }],
	['decimate', { face_limit: 20_000 }],
	['decimate', { face_limit: 10_000, quad: true }],
	['decimate', { model: 'v1.0', face_limit: 2_000_000 }],
	['decimate', { model: 'P-v1.0-20250506', face_limit: 150_000, quad: true }],
	['rigCheck', {}],
	['rig', {}],
	['rig', { rig_type: 'biped', spec: 'mixamo', out_format: 'fbx' }],
	['rig', { model: 'v2.5-20260210', rig_type: 'serpentine' }],
	['retarget', { animation: 'preset:biped:walk' }],
	['retarget', { animations: clips.slice(0, 5), bake_animation: false, export_with_geometry: false }],
	['textToImage', {}],
	['textToImage', { model: 'banana', aspect_ratio: '21:9', size: '4K' }],
	['textToImage', { model: 'banana2', aspect_ratio: '1:8' }],
	['textToImage', { size: '1920x1080' }],
	['textToImage', { model: 'chat_image_2', size: '1024x640' }],
	['textToImage', { model: 'chat_image_2.5_flare', size: '3840x2160' }],
	['segment', { model: 'v2.0-20260430', ref_image: '/parts.webp' }],
	['textToImage', { model: 'chat_image_2', quality: 'high' }],
	[
		'textToImage',
		{ model: 'chat_image_2.5_flare', quality: 'max', background: 'transparent', output_format: 'png' },
	],
	[
		'textToImage',
		{ model: 'seedream_v5', watermark: false, template: 't_pose' },
		{ prompt: 'x'.repeat(1800) },
	],
	['imageToImage', { template: 'print_clay' }],
	['imageToImage', {}, { prompt: 'x', images: ['/1', '/2', '/3', '/4'] }],
	['imageToImage', { model: 'banana2' }, { prompt: 'x', images: Array(10).fill('/a') }],
	['imageToImage', { model: 'chat_image_2' }, { prompt: 'x', images: Array(16).fill('/a') }],
	['imageToMultiview', {}, { images: ['/a.png'] }],
	['imageToMultiview', {}, { source: task }],
	[
		'editMultiview',
		{
			prompts: [
				{ view: 'left', prompt: 'x'.repeat(1024) },
				{ view: 'front', prompt: 'y' },
			],
		},
	],
	['textToModel', { texture_version: 'v3.5-20260815', texture_quality: 'fast', delight: false }],
	['textToModel', { texture_version: 'v4.0-20300101', texture_quality: 'fast' }],
	['textToModel', { model: 'v2.5-20250123', face_limit: 500_000 }],
	['textToModel', { geometry_quality: 'detailed', face_limit: 2_000_000 }],
	['textToModel', { smart_low_poly: true, face_limit: 500 }],
	['imageToModel', {}, { source: task }],
	['multiviewToModel', {}, { source: task }],
];

const wrong: readonly [operation: Operation, options: unknown, words: RegExp, rest?: Partial<JobRequest>][] =
	[
		['texture', { texture_quality: 'fast' }, /“texture_quality” must be one of standard, detailed, extreme/],
		['texture', { texture: false }, /“texture” is not a parameter/],
		['texture', { part_names: [] }, /“part_names”/],
		['texture', { part_names: ['a', 'a'] }, /twice/],
		['texture', {}, /only one of/, { prompt: 'gold', images: ['/gold.png'] }],
		['texture', {}, /only one of/, { images: ['/gold.png'], views }],
		['texture', {}, /all of front, left, back, right/, { views: { front: '/f.png', back: '/b.png' } }],
		['texture', {}, /1025 characters/, { prompt: 'x'.repeat(1025) }],
		['convert', {}, /“format” is needed/],
		['convert', { format: 'GLB' }, /“format” must be one of/],
		['convert', { format: 'GLTF', quad: true }, /no quads/],
		['convert', { format: 'FBX', force_symmetry: true }, /“force_symmetry” goes with “quad”/],
		['convert', { format: 'FBX', export_vertex_colors: true }, /“export_vertex_colors” goes with/],
		['convert', { format: 'FBX', texture_size: 127 }, /from 128 to 8192/],
		['convert', { format: 'FBX', texture_size: 2048.5 }, /whole number/],
		['convert', { format: 'FBX', scale_factor: 0 }, /“scale_factor”/],
		['convert', { format: 'FBX', fbx_preset: 'bake_scale' }, /“fbx_preset”/],
		['stylize', {}, /“style” is needed/],
		['stylize', { style: 'clay' }, /“style” must be one of/],
		['stylize', { style: 'minecraft', block_size: 129 }, /from 32 to 128/],
		['segment', { segmentation_granularity: 'simple' }, /Segmentation 1.0 does not take/],
		['segment', { split_by_connectivity: true }, /Segmentation 1.0 does not take/],
		['complete', { completion_mode: 'flat' }, /“completion_mode”/],
		['decimate', { face_limit: 499 }, /from 500 to 20000/],
		['decimate', { face_limit: 10_001, quad: true }, /from 500 to 10000/],
		['decimate', { model: 'v1.0' }, /plain model needs “face_limit”/],
		['decimate', { model: 'v1.0', face_limit: 150_001, quad: true }, /to 150000/],
		['decimate', { model: 'v1.0', face_limit: 500, bake: true }, /Plain does not take “bake”/],
		['decimate', { model: 'v1.0', face_limit: 500, part_names: ['a'] }, /Plain does not take “part_names”/],
		['rig', { rig_type: 'quadruped' }, /“rig_type” must be one of biped/],
		['rig', { out_format: 'obj' }, /“out_format”/],
		['retarget', {}, /“animations” is needed/],
		['retarget', { animation: 'preset:walk', animations: ['preset:run'] }, /only one of “animation” and/],
		['retarget', { animation: 'preset:dance_01' }, /“animation” must be one of/],
		['retarget', { animations: [] }, /list of 1 to 5/],
		['retarget', { animations: clips.slice(0, 6) }, /list of 1 to 5/],
		['retarget', { animations: 'preset:walk' }, /list of 1 to 5/],
		['textToImage', {}, /1801 characters/, { prompt: 'x'.repeat(1801) }],
		['textToImage', { aspect_ratio: '1:1' }, /does not take “aspect_ratio”/],
		...['1:8', '1:4', '4:1', '8:1'].flatMap((aspect_ratio): (typeof wrong)[number][] => [
			['textToImage', { model: 'banana', aspect_ratio }, /“aspect_ratio” must be one of 1:1/],
			[
				'imageToImage',
				{ model: 'banana_pro', aspect_ratio },
				/“aspect_ratio” must be one of 1:1/,
				{ prompt: 'x', images: ['/a.png'] },
			],
		]),
		['textToImage', { model: 'chat_image_2', quality: 'max' }, /low, medium, high/],
		['textToImage', { quality: 'low' }, /does not take “quality”/],
		['textToImage', { model: 'chat_image_2', background: 'auto' }, /does not take “background”/],
		[
			'textToImage',
			{ model: 'chat_image_2.5_flare', background: 'transparent' },
			/needs “output_format” png/,
		],
		['textToImage', { model: 'banana', watermark: true }, /does not take “watermark”/],
		['textToImage', { template: 'print_clay' }, /“template”/],
		['textToImage', { size: '8K' }, /“size” must be one of 1K, 2K, 4K, or pixels such as 1024x768/],
		['textToImage', { size: '1024×768' }, /or pixels such as/],
		['textToImage', { size: '0x768' }, /or pixels such as/],
		['textToImage', { size: '99x768' }, /edges of 100 to 9999/],
		['textToImage', { model: 'chat_image_2', size: '1000x1000' }, /in steps of 16/],
		['textToImage', { model: 'chat_image_2', size: '3856x2160' }, /edges of 16 to 3840/],
		['textToImage', { model: 'chat_image_2', size: '3072x1008' }, /at most 3:1/],
		['textToImage', { model: 'chat_image_2', size: '800x800' }, /655360 to 8294400 in all/],
		['textToImage', { model: 'chat_image_2', size: '3840x2176' }, /655360 to 8294400 in all/],
		['segment', { ref_image: '/parts.png' }, /Segmentation 1.0 does not take “ref_image”/],
		['segment', { model: 'v2.0-20260430', ref_image: 'parts.png' }, /absolute path/],
		['imageToImage', {}, /needs a prompt or a “template”/],
		['imageToImage', {}, /at most 4 pictures/, { prompt: 'x', images: Array(5).fill('/a') }],
		[
			'imageToImage',
			{ model: 'banana' },
			/at most 10 pictures/,
			{ prompt: 'x', images: Array(11).fill('/a') },
		],
		[
			'imageToImage',
			{ model: 'chat_image_2' },
			/1 to 16 pictures/,
			{ prompt: 'x', images: Array(17).fill('/a') },
		],
		['imageToMultiview', {}, /one of pictures, source is needed/],
		['imageToMultiview', {}, /only one of pictures, source/, { images: ['/a.png'], source: task }],
		['imageToMultiview', {}, /goes on from a task, not/, { source: { kind: 'file', path: '/a.glb' } }],
		['editMultiview', {}, /“prompts” is needed/],
		['editMultiview', { prompts: [] }, /one to four views/],
		['editMultiview', { prompts: [{ view: 'top', prompt: 'x' }] }, /one to four views/],
		['editMultiview', { prompts: [{ view: 'left', prompt: 'x'.repeat(1025) }] }, /at most 1024/],
		[
			'editMultiview',
			{
				prompts: [
					{ view: 'left', prompt: 'x' },
					{ view: 'left', prompt: 'y' },
				],
			},
			/each once/,
		],
		['textToModel', { texture_quality: 'fast' }, /only with “texture_version”/],
		[
			'textToModel',
			{ texture_quality: 'fast', texture_version: 'v3.0-20250812' },
			/only with “texture_version”/,
		],
		[
			'textToModel',
			{ model: 'v2.5-20250123', texture_quality: 'fast', texture_version: 'v3.5-20260815' },
			/must be one of standard/,
		],
		['textToModel', { texture_version: '' }, /“texture_version”/],
		['textToModel', { model: 'v2.5-20250123', face_limit: 500_001 }, /to 500000/],
		['textToModel', { face_limit: 1_500_001 }, /to 1500000/],
		['textToModel', { quad: true, face_limit: 150_001 }, /to 150000/],
		['textToModel', { smart_low_poly: true, face_limit: 499 }, /from 500 to 20000/],
		['textToModel', { smart_low_poly: true, quad: true, face_limit: 10_001 }, /from 500 to 10000/],
		['imageToModel', {}, /only one of pictures, source/, { images: ['/a.png'], source: task }],
		['imageToModel', {}, /one of pictures, source is needed/],
		['multiviewToModel', {}, /only one of views, source/, { views, source: task }],
	];

describe('What Tripo’s operations take', () => {
	for (const [operation, options, rest] of rows)
		it(`${operation} ${JSON.stringify({ ...(options as object), ...rest }).slice(0, 100)}`, () =>
			assert.deepEqual(problems(operation, options, rest), []));
});

describe('What Tripo’s operations refuse', () => {
	for (const [operation, options, words, rest] of wrong)
		it(`${operation} ${JSON.stringify({ ...(options as object), ...rest }).slice(0, 100)}`, () => {
			const found = problems(operation, options, rest);
			assert.equal(found.length, 1, found.join('; '));
			assert.match(found[0] ?? '', words);
		});
});

describe('Tripo’s catalogue', () => {
	const specs = Object.entries(tripoCatalogue.operations);
	for (const [operation, spec] of specs) {
		it(`${operation}: its models have one default, and no id or label twice`, () => {
			if (!spec.models) return;
			const { list, default: usual } = spec.models;
			assert.ok(list.some(({ id }) => id === usual));
			assert.equal(new Set(list.map(({ id }) => id)).size, list.length);
			assert.equal(new Set(list.map(({ label }) => label)).size, list.length);
		});

		it(`${operation}: its parameters name families that there are, and have good defaults`, () => {
			const families = new Set(spec.models?.list.map((model) => model.family));
			const names = spec.parameters.map(({ name }) => name);
			assert.equal(new Set(names).size, names.length);
			for (const parameter of spec.parameters) {
				for (const family of parameter.families ?? []) assert.ok(families.has(family), parameter.name);
				if (parameter.type !== 'enum') continue;
				const some = parameter.only?.flatMap(({ values }) => values) ?? [];
				for (const value of some) assert.ok(parameter.values.includes(value), value);
				if (parameter.default !== undefined)
					assert.ok(
						parameter.values.some((value) => value === parameter.default),
						parameter.name,
					);
			}
		});
	}

	it('has over ninety clips for bipeds, and none twice', () => {
		assert.equal(new Set(clips).size, clips.length);
		assert.ok(clips.filter((clip) => clip.startsWith('preset:biped:')).length > 90);
	});
});
