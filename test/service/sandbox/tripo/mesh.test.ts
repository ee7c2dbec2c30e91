import assert from 'node:assert/strict';
import { freshBench } from '../bench';
import { Chain, extensionOf, type Fields, partsIn, type Type, trianglesIn } from './chain';

describe('sandbox: parts', () => {
	const bench = freshBench();

	it('come as nodes with names of their own, the same ones every time', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const one = await partsIn(await chain.download(await chain.make('mesh_segmentation', { input })));
		const two = await partsIn(await chain.download(await chain.make('mesh_segmentation', { input })));
		assert.ok(one.length > 1);
		assert.equal(new Set(one).size, one.length);
		assert.deepEqual(one, two);
		assert.equal((await partsIn(await chain.download(input))).length, 1);
	});

	it('are completed, all or some, under the same names', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('mesh_segmentation');
		const names = await partsIn(await chain.download(input));
		for (const part_names of [undefined, names.slice(0, 1)]) {
			const id = await chain.make('mesh_completion', { input, part_names });
			assert.deepEqual((await partsIn(await chain.download(id))).sort(), [...names].sort());
		}
		const task = await chain.end('mesh_completion', { input, part_names: ['no such part'] });
		assert.deepEqual([task.status, task.error_code, task.credits_consumed], ['failed', 1004, 0]);
	});

	it('can be there from the start', async () => {
		const chain = new Chain(bench());
		const bare = { texture: false, pbr: false };
		const count = async (fields: Fields) =>
			(
				await partsIn(
					await chain.download(
						await chain.make('text_to_model', { ...bare, generate_parts: true, ...fields }),
					),
				)
			).length;
		assert.ok((await count({})) > 1);
		assert.equal(await count({ smart_low_poly: true }), 1, 'smart low poly wins');
		assert.ok((await count({ quad: true })) > 1, 'and parts win over quads');
	});

	const refused: [Type, Fields][] = [
		['mesh_segmentation', { model: 'v3.0' }],
		['mesh_segmentation', { segmentation_granularity: 'simple' }],
		['mesh_segmentation', { split_by_connectivity: true }],
		['mesh_segmentation', { ref_image: 'file_nobody' }],
		['mesh_segmentation', { model: 'v2.0-20260430', segmentation_granularity: 'fine' }],
		['mesh_segmentation', { model: 'v2.0-20260430', ref_image: 'file_nobody' }],
		['mesh_completion', { completion_mode: 'slow_cap' }],
		['mesh_completion', { part_names: [7] }],
		['stylize_model', { style: undefined }],
		['stylize_model', { style: 'cubist' }],
		['stylize_model', { block_size: 31 }],
	];
	for (const [type, fields] of refused) {
		it(`refuses ${type} with ${JSON.stringify(fields)}`, async () => {
			const chain = new Chain(bench());
			const answer = await chain.ask(type, { ...(await chain.input(type)), ...fields });
			assert.deepEqual([answer.status, answer.body.code], [400, 1004]);
		});
	}

	it('are found with the newer model and its options too', async () => {
		const chain = new Chain(bench());
		const ref_image = await bench().token();
		await chain.make('mesh_segmentation', {
			input: await chain.one('text_to_model'),
			model: 'v2.0-20260430',
			segmentation_granularity: 'detailed',
			split_by_connectivity: false,
			ref_image,
		});
	});
});

describe('sandbox: decimation', () => {
	const bench = freshBench();

	it('comes down to about the faces it was asked for', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const before = await trianglesIn(await chain.download(input));
		assert.ok(before > 1000, `${before}`);
		const faces = async (fields: Fields) =>
			trianglesIn(await chain.download(await chain.make('highpoly_to_lowpoly', { input, ...fields })));
		assert.ok((await faces({ face_limit: 600 })) <= 600);
		assert.ok((await faces({})) < before);
		assert.ok((await faces({ model: 'v1.0', face_limit: 300 })) <= 300);
	});

	it('gives quads as FBX', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const id = await chain.make('highpoly_to_lowpoly', { input, quad: true });
		assert.equal(extensionOf((await chain.output(id)).model_url), 'fbx');
		assert.match((await chain.download(id)).toString('latin1', 0, 20), /^Kaydara FBX Binary/);
	});

	const cases: [Fields, number][] = [
		[{ face_limit: 499 }, 1004],
		[{ face_limit: 500 }, 0],
		[{ face_limit: 20_000 }, 0],
		[{ face_limit: 20_001 }, 1004],
		[{ quad: true, face_limit: 10_000 }, 0],
		[{ quad: true, face_limit: 10_001 }, 1004],
		[{ model: 'v1.0' }, 1004],
		[{ model: 'v1.0', face_limit: 2_000_000 }, 0],
		[{ model: 'v1.0', face_limit: 2_000_001 }, 1004],
		[{ model: 'v1.0', quad: true, face_limit: 150_001 }, 1004],
		[{ model: 'v1.0', face_limit: 900, bake: true }, 1004],
		[{ model: 'v1.0', face_limit: 900, part_names: ['a'] }, 1004],
		[{ model: 'P-v1.0-20250506', face_limit: 900_000 }, 0],
		[{ model: 'P-v2.0-20251225', face_limit: 900_000 }, 1004],
		[{ model: 'v3.0' }, 1004],
	];
	for (const [fields, code] of cases) {
		it(`answers ${JSON.stringify(fields)} with code ${code}`, async () => {
			const chain = new Chain(bench());
			const input = await chain.one('text_to_model');
			assert.equal((await chain.ask('highpoly_to_lowpoly', { input, ...fields })).body.code, code);
		});
	}

	it('works on some parts and leaves the others', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('mesh_segmentation');
		const names = await partsIn(await chain.download(input));
		const id = await chain.make('highpoly_to_lowpoly', { input, part_names: names.slice(0, 1) });
		assert.deepEqual((await partsIn(await chain.download(id))).sort(), [...names].sort());
	});
});

describe('sandbox: quads at generation', () => {
	const bench = freshBench();

	for (const [name, fields] of [
		['H3.1', {}],
		['H3.0', { model: 'v3.0-20250812' }],
		['H2.5', { model: 'v2.5-20250123' }],
		['P2', { model: 'P2-20260801' }],
	] as const) {
		it(`come as FBX from ${name}`, async () => {
			const chain = new Chain(bench());
			const id = await chain.make('text_to_model', { quad: true, ...fields });
			assert.equal(extensionOf((await chain.output(id)).model_url), 'fbx');
			assert.match((await chain.download(id)).toString('latin1', 0, 20), /^Kaydara FBX Binary/);
		});
	}

	const limits: [Fields, number | string][] = [
		[{ face_limit: 200_000 }, 150_000],
		[{ face_limit: 1_900_000, geometry_quality: 'detailed' }, 150_000],
		[{ model: 'P2-20260801', face_limit: 25_000 }, 25_000],
		[{ model: 'P2-20260801', face_limit: 25_001 }, 'refused'],
		[{ smart_low_poly: true, face_limit: 10_000 }, 10_000],
		[{ smart_low_poly: true, face_limit: 10_001 }, 'refused'],
	];
	for (const [fields, limit] of limits) {
		it(`with ${JSON.stringify(fields)}: ${limit}`, async () => {
			const chain = new Chain(bench());
			const answer = await chain.ask('text_to_model', { quad: true, ...fields });
			if (limit === 'refused') {
				assert.equal(answer.body.code, 1004);
			} else {
				const { input } = await bench().look(answer.data.task_id as string);
				assert.equal((input as Fields).face_limit, limit);
			}
		});
	}

	it('cannot be fast on H2.5, even with the newest texture model', async () => {
		const chain = new Chain(bench());
		const fast = { texture_quality: 'fast', texture_version: 'v3.5-20260815' };
		assert.equal((await chain.ask('text_to_model', fast)).body.code, 0);
		const answer = await chain.ask('text_to_model', { ...fast, model: 'v2.5-20250123' });
		assert.equal(answer.body.code, 1004);
	});
});
