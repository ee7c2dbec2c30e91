import assert from 'node:assert/strict';
import type { JobRequest, RequestOptions } from '../../../../../src/core/jobs/request';
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
