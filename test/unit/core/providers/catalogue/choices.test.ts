import assert from 'node:assert/strict';
import type { JobRequest, Operation, RequestOptions } from '../../../../../src/core/model/request';
import { problemsOf } from '../../../../../src/core/providers/catalogue/check';
import {
	choicesOf,
	type OpenRequest,
	offeredParameters,
	rangeIn,
	withOption,
} from '../../../../../src/core/providers/catalogue/choices';
import { parameter } from '../../../../../src/core/providers/catalogue/facts';
import { formatOptionValue, readTyped } from '../../../../../src/core/providers/catalogue/optionText';
import { catalogueOf, specOf } from '../../../../../src/core/providers/catalogues';

const H31 = 'v3.1-20260211';
const P1 = 'P1-20260311';

function openRequest(options: RequestOptions, operation: Operation = 'textToModel'): OpenRequest {
	const request: JobRequest = { operation, prompt: 'x', options };
	return { spec: specOf('tripo', operation), request };
}

function known(name: string, { spec }: OpenRequest) {
	const found = parameter(spec, name);
	assert.ok(found, name);
	return found;
}

const names = (of: OpenRequest): string[] => offeredParameters(of).map(({ name }) => name);

describe('What a form offers', () => {
	it('is what the model takes', () => {
		assert.ok(names(openRequest({ model: H31 })).includes('quad'));
		assert.ok(!names(openRequest({ model: P1 })).includes('quad'));
	});

	it('is everything, for a model that nobody knows', () => {
		assert.ok(names(openRequest({ model: 'v9' })).includes('quad'));
	});

	it('is what has an effect', () => {
		assert.ok(names(openRequest({})).includes('texture_quality'));
		assert.ok(!names(openRequest({ texture: false, pbr: false })).includes('texture_quality'));
	});

	it('has what is usually asked first', () => {
		const offered = offeredParameters(openRequest({}));
		const lastCommon = offered.map(({ common }) => Boolean(common)).lastIndexOf(true);
		assert.ok(offered.slice(0, lastCommon).every(({ common }) => common));
	});

	it('leaves out values that the service would refuse beside the others', () => {
		const textured = openRequest({ model: H31 });
		assert.deepEqual(choicesOf(textured, known('generate_parts', textured)), [false]);
		const bare = openRequest({ model: H31, texture: false, pbr: false });
		assert.deepEqual(choicesOf(bare, known('generate_parts', bare)), [true, false]);
		const parts = openRequest({ model: H31, texture: false, pbr: false, generate_parts: true });
		assert.deepEqual(choicesOf(parts, known('texture', parts)), [false]);
	});

	it('asks for typing where there is nothing to pick', () => {
		const of = openRequest({});
		assert.equal(choicesOf(of, known('face_limit', of)), undefined);
	});
});

describe('Changing an option', () => {
	it('drops what another model does not take, and brings numbers into its range', () => {
		const before = openRequest({ model: H31, quad: true, geometry_quality: 'detailed', face_limit: 90_000 });
		assert.deepEqual(withOption(before, 'model', P1).options, { model: P1, face_limit: 20_000 });
	});

	it('drops the word for the kind of a model with that model', () => {
		const before: OpenRequest = {
			spec: specOf('meshy', 'textToModel'),
			request: {
				operation: 'textToModel',
				prompt: 'x',
				options: { ai_model: 'meshy-t2', model_type: 'smart-topology' },
			},
		};
		assert.deepEqual(withOption(before, 'ai_model', 'meshy-6').options, { ai_model: 'meshy-6' });
	});

	it('leaves an option to the service', () => {
		assert.deepEqual(withOption(openRequest({ face_limit: 900 }), 'face_limit', undefined).options, {});
	});
});

describe('What is typed', () => {
	const rows: readonly [name: string, text: string, read: unknown][] = [
		['face_limit', ' 5000 ', { value: 5000 }],
		['face_limit', '50 000', { value: 50_000 }],
		['face_limit', '', { value: undefined }],
		['face_limit', 'many', { problem: '“face_limit” must be a whole number from 48 to 1500000' }],
		['face_limit', '1.5', { problem: '“face_limit” must be a whole number from 48 to 1500000' }],
		['negative_prompt', 'moss ', { value: 'moss' }],
	];
	for (const [name, text, read] of rows)
		it(`${name}: ${JSON.stringify(text)}`, () => {
			const of = openRequest({ face_limit: 7 });
			assert.deepEqual(readTyped(of, known(name, of), text), read);
		});

	it('is a list where the parameter is one', () => {
		const of = openRequest({ format: 'GLTF' }, 'convert');
		assert.deepEqual(readTyped(of, known('part_names', of), 'lid, hoop ,'), { value: ['lid', 'hoop'] });
		assert.deepEqual(readTyped(of, known('part_names', of), 'lid, lid'), {
			problem: '“part_names” names something twice',
		});
	});

	it('is shown as it can be typed again', () => {
		assert.deepEqual([true, 5, 'x', ['a', 'b'], [{ view: 'left', prompt: 'red' }]].map(formatOptionValue), [
			'yes',
			'5',
			'x',
			'a, b',
			'left: red',
		]);
	});
});

describe('Whatever is picked in a form', () => {
	// Every operation, every model of it, every value that can be picked: one change at a time.
	for (const provider of ['tripo', 'meshy'] as const)
		for (const operation of Object.keys(catalogueOf(provider).operations) as Operation[])
			it(`${provider}: nothing offered of ${operation} is refused for it`, () => {
				const spec = specOf(provider, operation);
				const ids = spec.models?.list.map(({ id }) => id) ?? [undefined];
				let tried = 0;
				for (const id of ids) {
					const request: JobRequest = { operation, options: {} };
					const base =
						id === undefined ? request : withOption({ spec, request }, spec.models?.option ?? '', id);
					const of: OpenRequest = { spec, request: base };
					const before = new Set(problemsOf(spec, base));
					for (const one of offeredParameters(of)) {
						const values =
							choicesOf(of, one) ?? ('ranges' in one ? Object.values(rangeIn(of, one)).slice(0, 2) : []);
						for (const value of values) {
							const changed = withOption(of, one.name, value);
							const added = problemsOf(spec, changed).filter((problem) => !before.has(problem));
							assert.deepEqual(added, [], `${id} ${one.name}: ${value}`);
							tried++;
						}
					}
				}
				assert.ok(
					tried > 0 ||
						spec.parameters.every(({ type }) => type === 'list' || type === 'text' || type === 'viewPrompts'),
				);
			});
});
