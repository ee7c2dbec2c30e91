import assert from 'node:assert/strict';
import type { JobRequest, Operation, RequestOptions } from '../../../../../src/core/model/request';
import { problemsOf } from '../../../../../src/core/providers/catalogue/check';
import { specOf } from '../../../../../src/core/providers/catalogues';
import { generationModels } from '../../../../../src/core/providers/tripo/catalogue/models';

const inputs: Partial<Record<Operation, Partial<JobRequest>>> = {
	textToModel: { prompt: 'x' },
	imageToModel: { images: ['/a.png'] },
	multiviewToModel: { views: { front: '/f.png', back: '/b.png' } },
};

/** Why these options would be refused beside inputs that are in order. */
function refusedOptions(operation: Operation, options: Record<string, unknown>): string[] {
	const request = { operation, ...inputs[operation], options: options as RequestOptions };
	return problemsOf(specOf('tripo', operation), request);
}

const model = {
	H31: 'v3.1-20260211',
	H30: 'v3.0-20250812',
	H25: 'v2.5-20250123',
	P1: 'P1-20260311',
	P2: 'P2-20260801',
};
type Name = keyof typeof model;

describe('Which model takes which parameter', () => {
	// Parameter, a good value, the models that take it. All others must be refused, even when it is false.
	const rows: readonly [name: string, value: string | number | boolean, takenBy: readonly Name[]][] = [
		['texture', false, ['H31', 'H30', 'H25', 'P1', 'P2']],
		['pbr', false, ['H31', 'H30', 'H25', 'P1', 'P2']],
		['model_seed', 0, ['H31', 'H30', 'H25', 'P1', 'P2']],
		['texture_seed', 2 ** 31 - 1, ['H31', 'H30', 'H25', 'P1', 'P2']],
		['texture_quality', 'extreme', ['H31', 'H30', 'H25', 'P1', 'P2']],
		['auto_size', true, ['H31', 'H30', 'H25', 'P1', 'P2']],
		['export_uv', false, ['H31', 'H30', 'H25', 'P1', 'P2']],
		['export_orientation', '-y', ['H31', 'H30', 'H25', 'P1', 'P2']],
		['face_limit', 20_000, ['H31', 'H30', 'H25', 'P1', 'P2']],
		['face_limit', 20_001, ['H31', 'H30', 'H25', 'P2']],
		['face_limit', 50_001, ['H31', 'H30', 'H25']],
		['geometry_quality', 'detailed', ['H31', 'H30']],
		['quad', false, ['H31', 'H30', 'H25', 'P2']],
		['smart_low_poly', false, ['H31', 'H30', 'H25']],
		['generate_parts', false, ['H31', 'H30', 'H25']],
	];
	for (const [name, value, takenBy] of rows)
		for (const each of Object.keys(model) as Name[]) {
			const taken = takenBy.includes(each);
			it(`${each} ${taken ? 'takes' : 'refuses'} ${name}: ${value}`, () => {
				const problems = refusedOptions('textToModel', { model: model[each], [name]: value });
				assert.equal(problems.length, taken ? 0 : 1, problems.join('; '));
				if (!taken) assert.match(problems[0] ?? '', new RegExp(name));
			});
		}
});

describe('Which operation takes which parameter', () => {
	const text: readonly Operation[] = ['textToModel'];
	const pictures: readonly Operation[] = ['imageToModel', 'multiviewToModel'];
	for (const [name, value, takenBy] of [
		['negative_prompt', 'blurry', text],
		['image_seed', 7, text],
		['enable_image_autofix', true, pictures],
		['texture_alignment', 'geometry', pictures],
		['orientation', 'align_image', pictures],
	] as const)
		for (const operation of [...text, ...pictures]) {
			const taken = takenBy.includes(operation);
			it(`${operation} ${taken ? 'takes' : 'refuses'} ${name}`, () =>
				assert.equal(refusedOptions(operation, { [name]: value }).length, taken ? 0 : 1));
		}
});

describe('What a parameter may hold', () => {
	const wrong: readonly [name: string, value: unknown][] = [
		['texture', 'yes'],
		['model_seed', -1],
		['model_seed', 2 ** 31],
		['model_seed', 1.5],
		['face_limit', '2500'],
		['face_limit', 47],
		['face_limit', 2_000_001],
		['face_limit', Number.NaN],
		['texture_quality', 'best'],
		['compress', 'meshopt'],
		['export_orientation', 'x'],
		['model', 31],
		['nonsense', 1],
		['constructor', 'x'],
		['toString', 'x'],
		['__proto__', 'x'],
	];
	for (const [name, value] of wrong)
		it(`refuses ${name}: ${JSON.stringify(value)}`, () => {
			const problems = refusedOptions('textToModel', Object.fromEntries([[name, value]]));
			assert.equal(problems.length, 1);
			assert.match(String(problems[0]), new RegExp(name));
		});

	it('wants parts without textures, said outright', () => {
		assert.equal(refusedOptions('textToModel', { generate_parts: true }).length, 1);
		assert.equal(refusedOptions('textToModel', { generate_parts: true, texture: false }).length, 1);
		assert.deepEqual(refusedOptions('textToModel', { generate_parts: true, texture: false, pbr: false }), []);
	});

	it('names every problem at once', () => {
		assert.equal(refusedOptions('textToModel', { texture: 1, pbr: 'no', quad: 0 }).length, 3);
	});

	it('lets a model pass that is newer than this version', () => {
		assert.deepEqual(
			refusedOptions('textToModel', { model: 'P9-20300101', quad: true, face_limit: 900_000 }),
			[],
		);
	});
});

describe('Models', () => {
	const ids = generationModels.list.map(({ id }) => id);
	it('offer none that the service has retired', () => {
		for (const retired of ['v1.3-20240522', 'v1.4-20240625', 'v2.0-20240919', 'Turbo-v1.0-20250506'])
			assert.ok(!ids.includes(retired));
	});
	it('have the default among them, and no id twice', () => {
		assert.ok(ids.includes(generationModels.default));
		assert.equal(new Set(ids).size, ids.length);
	});
});
