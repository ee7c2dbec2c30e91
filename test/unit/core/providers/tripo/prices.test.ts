import assert from 'node:assert/strict';
import type { JobRequest, Operation, RequestOptions } from '../../../../../src/core/model/request';
import { estimateOf } from '../../../../../src/core/providers/catalogue/price';
import { specOf } from '../../../../../src/core/providers/catalogues';

const bareMesh = { texture: false, pbr: false };
const price = (
	from: 'text' | 'image' | 'views',
	model: string | undefined,
	options: RequestOptions = {},
): unknown => {
	const all = { ...(model === undefined ? {} : { model }), ...options };
	const request: JobRequest =
		from === 'text'
			? { operation: 'textToModel', prompt: 'x', options: all }
			: from === 'image'
				? { operation: 'imageToModel', images: ['/x.png'], options: all }
				: { operation: 'multiviewToModel', views: { front: '/f.png', back: '/b.png' }, options: all };
	return estimateOf(specOf('tripo', request.operation), request);
};

// The price page by hand: bare, standard, detailed, extreme.
const page: readonly [
	from: 'text' | 'image' | 'views',
	models: readonly string[],
	credits: readonly number[],
][] = [
	['text', ['v3.1-20260211', 'v3.0-20250812', 'v2.5-20250123'], [10, 20, 30, 40]],
	['image', ['v3.1-20260211', 'v3.0-20250812', 'v2.5-20250123'], [20, 30, 40, 50]],
	['views', ['v3.1-20260211', 'v3.0-20250812', 'v2.5-20250123'], [20, 30, 40, 50]],
	['text', ['P1-20260311'], [30, 40, 50, 60]],
	['image', ['P1-20260311'], [40, 50, 60, 70]],
	['views', ['P1-20260311'], [40, 50, 60, 70]],
	['text', ['P2-20260801'], [100, 110, 120, 130]],
	['image', ['P2-20260801'], [100, 110, 120, 130]],
	['views', ['P2-20260801'], [100, 110, 120, 130]],
];

describe('Prices: Tripo’s page', () => {
	for (const [from, models, credits] of page)
		for (const model of models)
			it(`${model} from ${from}: ${credits.join(', ')}`, () =>
				assert.deepEqual(
					[
						price(from, model, bareMesh),
						price(from, model),
						price(from, model, { texture_quality: 'detailed' }),
						price(from, model, { texture_quality: 'extreme' }),
					],
					credits,
				));
});

describe('Prices: worked examples', () => {
	const H = 'v3.1-20260211';
	const examples: readonly [what: string, credits: unknown, expected: number | undefined][] = [
		['no model named is H3.1', price('text', undefined), 20],
		['fast costs what standard costs', price('text', H, { texture_quality: 'fast' }), 20],
		['only texture off is still textured', price('text', H, { texture: false }), 20],
		['only pbr off is still textured', price('text', H, { pbr: false }), 20],
		[
			'quality of a texture that is not made',
			price('text', H, { ...bareMesh, texture_quality: 'extreme' }),
			10,
		],
		['detailed geometry', price('text', H, { geometry_quality: 'detailed' }), 40],
		['standard geometry', price('text', H, { geometry_quality: 'standard' }), 20],
		['quads', price('image', H, { quad: true }), 35],
		['no quads', price('image', H, { quad: false }), 30],
		['smart low poly', price('image', H, { smart_low_poly: true }), 40],
		['parts', price('image', H, { ...bareMesh, generate_parts: true }), 40],
		[
			'everything together',
			price('image', H, {
				texture_quality: 'detailed',
				geometry_quality: 'detailed',
				quad: true,
				smart_low_poly: true,
			}),
			75,
		],
		[
			'P2 measured: views, detailed, quads',
			price('views', 'P2-20260801', { texture_quality: 'detailed', quad: true }),
			120,
		],
		['a model that nobody knows', price('text', 'v9'), undefined],
	];
	for (const [what, credits, expected] of examples)
		it(`${what}: ${expected ?? 'no price'}`, () => assert.equal(credits, expected));
});

describe('Prices: the steps after generation', () => {
	const clips = (count: number): string[] =>
		['walk', 'run', 'jump', 'slash', 'shoot'].slice(0, count).map((clip) => `preset:${clip}`);
	const edit = (...views: string[]): RequestOptions => ({
		prompts: views.map((view) => ({ view, prompt: 'red' })),
	});
	// The price page by hand. Undefined: the service publishes none.
	const steps: readonly [operation: Operation, options: RequestOptions, credits: number | undefined][] = [
		['texture', {}, 10],
		['texture', { texture_quality: 'standard', pbr: false }, 10],
		['texture', { model: 'v3.5-20260815', texture_quality: 'fast' }, 10],
		['texture', { texture_quality: 'detailed' }, 20],
		['texture', { texture_quality: 'extreme' }, 30],
		['texture', { model: 'v9' }, undefined],
		['convert', { format: 'FBX' }, 5],
		['convert', { format: 'FBX', texture_size: 4096, texture_format: 'JPEG', scale_factor: 1 }, 5],
		['convert', { format: 'FBX', quad: false, flatten_bottom: false, pivot_to_center_bottom: false }, 5],
		['convert', { format: 'FBX', flatten_bottom_threshold: 0.01 }, 5],
		[
			'convert',
			{ format: 'FBX', bake: false, pack_uv: true, fbx_preset: 'mixamo', with_animation: false },
			5,
		],
		['convert', { format: 'OBJ', export_vertex_colors: true, export_orientation: '-y' }, 5],
		['convert', { format: 'FBX', quad: true }, 10],
		['convert', { format: 'FBX', face_limit: 1000 }, 10],
		['convert', { format: 'FBX', texture_size: 2048 }, 10],
		['convert', { format: 'FBX', texture_format: 'PNG' }, 10],
		['convert', { format: 'FBX', flatten_bottom: true }, 10],
		['convert', { format: 'FBX', flatten_bottom_threshold: 0.5 }, 10],
		['convert', { format: 'FBX', pivot_to_center_bottom: true }, 10],
		['convert', { format: 'FBX', scale_factor: 2 }, 10],
		['convert', { format: 'FBX', quad: true, face_limit: 1000, texture_size: 512, scale_factor: 2 }, 10],
		['import', {}, 0],
		['stylize', { style: 'lego' }, undefined],
		['segment', {}, 40],
		['segment', { model: 'v2.0-20260430' }, 40],
		['complete', {}, 50],
		['complete', { completion_mode: 'ai_completion' }, 50],
		['complete', { completion_mode: 'quick_cap' }, 30],
		['decimate', {}, 30],
		['decimate', { model: 'v2.0', quad: true, face_limit: 1000 }, 30],
		['decimate', { model: 'P-v2.0-20251225' }, 30],
		['decimate', { model: 'v1.0', face_limit: 1000 }, 10],
		['decimate', { model: 'P-v1.0-20250506', face_limit: 1000 }, 10],
		['rigCheck', {}, 0],
		['rig', {}, 25],
		['rig', { model: 'v2.5-20260210', rig_type: 'quadruped', spec: 'mixamo' }, 25],
		['retarget', { animation: 'preset:walk' }, 10],
		['retarget', { animations: clips(1) }, 10],
		['retarget', { animations: clips(3) }, 30],
		['retarget', { animations: clips(5), out_format: 'fbx' }, 50],
		['textToImage', {}, undefined],
		['textToImage', { model: 'banana_pro', size: '4K', output_format: 'jpeg' }, 20],
		['textToImage', { model: 'banana_pro', size: '2K' }, undefined],
		['textToImage', { model: 'banana2', size: '4K' }, undefined],
		['imageToImage', { model: 'banana_pro', size: '4K' }, 20],
		['imageToMultiview', {}, 10],
		['editMultiview', edit('left'), 5],
		['editMultiview', edit('front', 'left', 'back', 'right'), 20],
	];
	for (const [operation, options, credits] of steps)
		it(`${operation} ${JSON.stringify(options).slice(0, 90)}: ${credits ?? 'no price'}`, () =>
			assert.equal(estimateOf(specOf('tripo', operation), { operation, options }), credits));

	it('a character from a picture, checked, rigged, with three clips: 85', () => {
		const chain: readonly [Operation, RequestOptions][] = [
			['imageToModel', {}],
			['rigCheck', {}],
			['rig', {}],
			['retarget', { animations: clips(3) }],
		];
		const sum = chain.reduce(
			(total, [operation, options]) =>
				total + (estimateOf(specOf('tripo', operation), { operation, options }) ?? Number.NaN),
			0,
		);
		assert.equal(sum, 85);
	});
});
