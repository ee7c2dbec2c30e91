import assert from 'node:assert/strict';
import { freshBench, ledger } from '../bench';
import { Chain, type Fields, type Type } from './chain';

const bare = { texture: false, pbr: false };
const h = 'v3.1-20260211';
const p2 = 'P2-20260801';

const rows: [Type, Fields, number][] = [
	['text_to_model', { quad: true }, 25],
	['image_to_model', { quad: true }, 35],
	['multiview_to_model', { quad: true, texture_quality: 'detailed' }, 45],
	['text_to_model', { ...bare, quad: true, smart_low_poly: true, geometry_quality: 'detailed' }, 45],
	['text_to_model', { texture: false, pbr: true }, 20],
	['text_to_model', { model: p2, quad: true }, 110],
	['multiview_to_model', { model: p2, quad: true, texture_quality: 'detailed' }, 120],
	['multiview_to_model', { model: p2, texture_quality: 'extreme' }, 130],
	['multiview_to_model', { model: h, ...bare }, 20],
	['multiview_to_model', { model: h, texture_quality: 'extreme' }, 50],
	['texture_model', {}, 10],
	['texture_model', { model: 'v3.5-20260815', texture_quality: 'fast' }, 10],
	['texture_model', { texture_quality: 'detailed' }, 20],
	['texture_model', { texture_quality: 'extreme' }, 30],
	['texture_model', { texture: false }, 20],
	['texture_model', { texture: false, texture_quality: 'extreme' }, 60],
	['convert_model', { format: 'GLTF' }, 5],
	['convert_model', { format: 'GLTF', with_animation: false, pack_uv: true, bake: false }, 5],
	['convert_model', { format: 'FBX', fbx_preset: 'mixamo', export_orientation: '-x' }, 5],
	['convert_model', { format: 'FBX', texture_size: 4096, texture_format: 'JPEG', scale_factor: 1 }, 5],
	['convert_model', { format: 'FBX', quad: true }, 10],
	['convert_model', { format: 'FBX', face_limit: 1000 }, 10],
	['convert_model', { format: 'FBX', texture_size: 1024 }, 10],
	['convert_model', { format: 'FBX', texture_format: 'PNG' }, 10],
	['convert_model', { format: 'FBX', flatten_bottom: true }, 10],
	['convert_model', { format: 'FBX', flatten_bottom: true, flatten_bottom_threshold: 0.1 }, 10],
	['convert_model', { format: 'FBX', pivot_to_center_bottom: true }, 10],
	['convert_model', { format: 'FBX', scale_factor: 2 }, 10],
	['import_model', {}, 0],
	['stylize_model', { style: 'lego' }, 20],
	['mesh_segmentation', {}, 40],
	['mesh_segmentation', { model: 'v2.0-20260430', segmentation_granularity: 'simple' }, 40],
	['mesh_completion', {}, 50],
	['mesh_completion', { completion_mode: 'ai_completion' }, 50],
	['mesh_completion', { completion_mode: 'quick_cap' }, 30],
	['highpoly_to_lowpoly', {}, 30],
	['highpoly_to_lowpoly', { model: 'P-v2.0-20251225', quad: true }, 30],
	['highpoly_to_lowpoly', { model: 'v1.0', face_limit: 900_000 }, 10],
	['animate_prerigcheck', {}, 0],
	['animate_rig', {}, 25],
	['animate_rig', { model: 'v2.5-20260210', rig_type: 'quadruped' }, 25],
	['animate_retarget', { animation: 'preset:idle' }, 10],
	['animate_retarget', { animation: undefined, animations: ['preset:idle'] }, 10],
	[
		'animate_retarget',
		{ animation: undefined, animations: ['preset:idle', 'preset:walk', 'preset:run'] },
		30,
	],
	['generate_multiview_image', {}, 10],
	['edit_multiview_image', { prompts: [{ view: 'left', prompt: 'red' }] }, 5],
	[
		'edit_multiview_image',
		{ prompts: ['front', 'left', 'back', 'right'].map((view) => ({ view, prompt: 'red' })) },
		20,
	],
];

/** Credits for a small, a middle and a large picture. */
const pictures: Record<string, [number, number, number]> = {
	seedream_v4: [5, 5, 10],
	seedream_v5: [5, 5, 10],
	banana: [5, 5, 10],
	banana2: [5, 10, 15],
	banana_pro: [10, 15, 20],
	chat_image_2: [10, 10, 15],
	'chat_image_2.5_flare': [10, 10, 15],
	'chat_image_2.5_sunburst': [15, 15, 20],
};

describe('sandbox: what each operation costs', () => {
	const bench = freshBench();

	async function priced(type: Type, fields: Fields): Promise<number | undefined> {
		const chain = new Chain(bench());
		const answer = await chain.ask(type, { ...(await chain.input(type)), ...fields });
		assert.equal(answer.status, 200, JSON.stringify(answer.body));
		const { tasks } = await ledger(bench());
		return tasks.find((task) => task.taskId === answer.data.task_id)?.price;
	}

	for (const [type, fields, credits] of rows) {
		it(`${type} ${JSON.stringify(fields)}: ${credits}`, async () => {
			assert.equal(await priced(type, fields), credits);
		});
	}

	for (const [model, credits] of Object.entries(pictures)) {
		it(`pictures by ${model}: ${credits.join(', ')} by size`, async () => {
			await bench().control('/accounts', { slots: { image: 99 } });
			for (const [index, size] of ['1K', '2K', '4K'].entries()) {
				assert.equal(await priced('text_to_image', { model, size }), credits[index], size);
				if (model !== 'seedream_v4') {
					assert.equal(await priced('generate_image', { model, size }), credits[index], size);
				}
			}
			assert.equal(await priced('text_to_image', { model, size: '1024x1024' }), credits[0]);
			assert.equal(await priced('text_to_image', { model }), credits[1]);
		});
	}

	it('a character in the round, from a picture to three clips, costs 85', async () => {
		const chain = new Chain(bench());
		const character = await chain.make('image_to_model', await chain.input('image_to_model'));
		await chain.make('animate_prerigcheck', { input: character });
		const rig = await chain.make('animate_rig', { input: character });
		const animations = ['preset:idle', 'preset:biped:wave_goodbye_01', 'preset:biped:dance_01'];
		await chain.make('animate_retarget', { input: rig, animation: undefined, animations });
		assert.equal((await ledger(bench())).accounts[0]?.charged, 85);
	});

	it('is frozen while a task runs, and all of it comes back when it fails', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('mesh_segmentation');
		const balance = async () => (await bench().call('GET', '/account/balance')).data;
		const before = await balance();
		const { data } = await chain.ask('mesh_completion', { input });
		assert.deepEqual(await balance(), { balance: Number(before.balance) - 50, frozen: 50 });
		await bench().control(`/tasks/${data.task_id}`, { status: 'failed', code: 1001 });
		assert.deepEqual(await balance(), before);
		const [frozen, released] = (await ledger(bench())).entries.slice(-2);
		assert.deepEqual([frozen?.kind, released?.kind], ['freeze', 'release']);
	});

	it('is refused with 2010 when it is not there', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		await bench().control('/accounts', { balance: 24.99 });
		const answer = await chain.ask('animate_rig', { input });
		assert.deepEqual([answer.status, answer.body.code], [403, 2010]);
		assert.equal((await chain.ask('animate_prerigcheck', { input })).status, 200, 'free');
	});
});
