import assert from 'node:assert/strict';
import { freshBench, png } from '../bench';
import { Chain, type Fields, sharedChain, type Type, types } from './chain';

const generated: Type[] = ['text_to_model', 'image_to_model', 'multiview_to_model'];
const models: Type[] = [...generated, 'texture_model', 'import_model'];
const finished: Type[] = [...models, 'animate_rig', 'animate_retarget'];
const everyModel: Type[] = [
	...finished,
	'convert_model',
	'stylize_model',
	'mesh_segmentation',
	'mesh_completion',
	'highpoly_to_lowpoly',
];

/** Which tasks may be followed by which; written anew here, from the service's own table. */
const followers: Partial<Record<Type, Type[]>> = {
	image_to_model: ['text_to_image', 'generate_image'],
	multiview_to_model: ['generate_multiview_image', 'edit_multiview_image'],
	generate_image: ['text_to_image', 'generate_image'],
	edit_multiview_image: ['generate_multiview_image', 'edit_multiview_image'],
	texture_model: models,
	convert_model: [...finished, 'convert_model', 'mesh_segmentation'],
	stylize_model: finished,
	mesh_segmentation: [...models, 'highpoly_to_lowpoly'],
	mesh_completion: ['mesh_segmentation'],
	highpoly_to_lowpoly: [...models, 'mesh_segmentation', 'mesh_completion'],
	animate_prerigcheck: everyModel,
	animate_rig: everyModel,
	animate_retarget: ['animate_rig'],
};

/** Fields that make a request right for any source that it takes. */
const rest: Partial<Record<Type, Fields>> = {
	texture_model: { texture_prompt: { text: 'rusty iron' } },
	convert_model: { format: 'GLTF' },
};

const named = (type: Type, id: unknown): Fields =>
	type === 'multiview_to_model' ? { inputs: [{ task_id: id }] } : { input: id };

describe('sandbox: which task may follow which', () => {
	const shared = sharedChain();
	before(async () => {
		const slots = { overall: 99, image: 99, processing: 99 };
		const rates = { generation: 100_000 };
		await shared().bench.control('/accounts', { balance: 1_000_000, slots, rates });
	});

	for (const [type, allowed] of Object.entries(followers) as [Type, Type[]][]) {
		it(`lets ${type} follow ${allowed.join(', ')}, and answers 2006 for every other`, async () => {
			const chain = shared();
			for (const source of types) {
				const answer = await chain.ask(type, { ...rest[type], ...named(type, await chain.one(source)) });
				const right = allowed.includes(source);
				assert.deepEqual(
					[answer.status, answer.body.code],
					right ? [200, 0] : [400, 2006],
					`after ${source}: ${answer.body.message}`,
				);
				// The slot is free again for the next.
				if (right) await chain.bench.control(`/tasks/${answer.data.task_id}`, { status: 'cancelled' });
			}
		});

		it(`answers ${type} with 2001 for tasks of nobody or somebody else, 2007 for unfinished and failed ones`, async () => {
			const chain = shared();
			const [source] = allowed;
			assert.ok(source);
			const id = await chain.one(source);
			const ask = (of: unknown, asKey?: string) =>
				chain.ask(type, { ...rest[type], ...named(type, of) }, asKey);
			const nobodys = await ask('00000000-0000-4000-8000-000000000000');
			assert.deepEqual([nobodys.status, nobodys.body.code], [404, 2001]);
			const others = await ask(id, 'tsk_somebody-else');
			assert.deepEqual([others.status, others.body.code], [404, 2001]);
			const running = await chain.ask(source, await chain.input(source));
			assert.deepEqual((await ask(running.data.task_id)).body.code, 2007);
			await chain.bench.control(`/tasks/${running.data.task_id}`, { status: 'failed' });
			const failed = await ask(running.data.task_id);
			assert.deepEqual([failed.status, failed.body.code], [400, 2007]);
		});
	}
});

describe('sandbox: files as sources', () => {
	const bench = freshBench();

	const takers: Type[] = [
		'texture_model',
		'convert_model',
		'import_model',
		'stylize_model',
		'mesh_segmentation',
		'highpoly_to_lowpoly',
		'animate_prerigcheck',
		'animate_rig',
	];
	for (const type of takers) {
		it(`lets ${type} work on an uploaded GLB, named in any of the known ways`, async () => {
			const chain = new Chain(bench());
			const token = await chain.modelToken();
			for (const fields of [
				{ input: token },
				{ input: { file_token: token } },
				{ file: { type: 'glb', file_token: token } },
			]) {
				await chain.make(type, { ...rest[type], ...fields });
			}
		});

		it(`answers ${type} with 2004 for a picture, 1004 for a token of nobody or a foreign URL`, async () => {
			const chain = new Chain(bench());
			const ask = (input: unknown) => chain.ask(type, { ...rest[type], input });
			assert.equal((await ask(await bench().token())).body.code, 2004);
			for (const input of [
				'file_00000000-0000-4000-8000-000000000000',
				'https://example.com/a.glb',
				'data:model/gltf-binary;base64,AAAA',
				'',
				7,
				undefined,
			]) {
				assert.equal((await ask(input)).body.code, 1004, String(input));
			}
		});
	}

	it('lets only GLB be rigged, and no .gltf or .usdz be imported', async () => {
		const chain = new Chain(bench());
		const stl = await bench().token('a.stl', Buffer.alloc(84));
		for (const type of ['animate_rig', 'animate_prerigcheck'] as const) {
			assert.equal((await chain.ask(type, { input: stl })).body.code, 2004, type);
		}
		for (const name of ['a.gltf', 'a.usdz', 'a.3mf']) {
			const input = await bench().token(name, Buffer.from('{}'));
			assert.equal((await chain.ask('import_model', { input })).body.code, 2004, name);
		}
	});

	it('sees that a source is done though nobody has looked at it', async () => {
		// All the work in the world is done before the next request arrives.
		await bench().control('/clock', { speed: 1_000_000 });
		const chain = new Chain(bench());
		const { data } = await chain.ask('text_to_model');
		assert.equal((await chain.ask('animate_rig', { input: data.task_id })).status, 200);
	});

	it('wants a task, not a file, for completing and retargeting', async () => {
		const chain = new Chain(bench());
		const input = await chain.modelToken();
		for (const type of ['mesh_completion', 'animate_retarget', 'edit_multiview_image'] as const) {
			assert.equal((await chain.ask(type, { input })).body.code, 1004, type);
		}
	});

	it('wants a file, not a task, for importing and for views of a picture', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		for (const type of ['import_model', 'generate_multiview_image'] as const) {
			assert.equal((await chain.ask(type, { input })).body.code, 1004, type);
		}
	});

	it('takes live links of its own file host, for models and pictures, and no dead or altered ones', async () => {
		const chain = new Chain(bench());
		const { model_url: mesh, rendered_image_url: shot } = await chain.output(
			await chain.one('text_to_model'),
		);
		const imported = await chain.make('import_model', { input: mesh });
		const source = await chain.one('text_to_model');
		assert.ok((await chain.download(imported)).equals(await chain.download(source)));
		await chain.make('highpoly_to_lowpoly', { input: { url: mesh } });
		await chain.make('image_to_model', { input: shot });
		const echo = (await bench().look(imported)).input as Fields;
		assert.ok(!('input' in echo), 'a link is a credential');
		const altered = String(mesh).replace(/Signature=./, 'Signature=_');
		assert.equal((await chain.ask('import_model', { input: altered })).body.code, 1004);
		await bench().control('/clock', { advanceLinkSeconds: 61 });
		assert.equal((await chain.ask('import_model', { input: mesh })).body.code, 1004);
	});

	it('lets a task fail, free of charge, whose file is damaged', async () => {
		const chain = new Chain(bench());
		const whole = await chain.download(await chain.one('text_to_model'));
		const input = await bench().token('torn.glb', whole.subarray(0, 200));
		for (const type of ['import_model', 'highpoly_to_lowpoly', 'animate_prerigcheck'] as const) {
			const task = await chain.end(type, { input });
			assert.deepEqual([task.status, task.error_code, task.credits_consumed], ['failed', 1004, 0], type);
		}
	});

	it('knows the older names of the source', async () => {
		const chain = new Chain(bench());
		const id = await chain.one('text_to_model');
		await chain.make('animate_rig', { original_model_task_id: id });
		const views = await chain.one('generate_multiview_image');
		await chain.make('edit_multiview_image', { original_task_id: views });
		await chain.make('multiview_to_model', { original_model_task_id: views });
	});

	it('shows what a task was made from', async () => {
		const chain = new Chain(bench());
		const id = await chain.one('text_to_model');
		const rig = await bench().look(await chain.make('animate_rig', { input: id, spec: 'mixamo' }));
		const { input, model_version, spec, rig_type } = rig.input as Fields;
		assert.deepEqual([input, model_version, spec, rig_type], [id, 'v1.0-20240301', 'mixamo', 'biped']);
	});

	it('takes no picture of fewer than 20 pixels for any picture call', async () => {
		const chain = new Chain(bench());
		const input = await bench().token('a.png', png(19, 64));
		for (const type of ['generate_image', 'generate_multiview_image'] as const) {
			assert.equal((await chain.ask(type, { input })).body.code, 1004, type);
		}
	});
});
