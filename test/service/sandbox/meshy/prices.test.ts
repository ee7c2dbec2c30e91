import assert from 'node:assert/strict';
import { dataUri, freshBench, png } from './bench';

type Row = readonly [body: Record<string, unknown>, credits: number];

describe('sandbox, Meshy: prices', () => {
	const bench = freshBench({ meshyTier: 'ultra' });
	const glb = { target_formats: ['glb'] };

	async function assertPrices(resource: string, common: object, rows: readonly Row[]): Promise<void> {
		for (const [body, credits] of rows) {
			const before = await bench().balance();
			const id = await bench().make(resource, { ...common, ...body });
			const { consumed_credits } = await bench().look(resource, id);
			const what = `${resource} ${JSON.stringify(body)}`;
			assert.deepEqual([consumed_credits, before - (await bench().balance())], [credits, credits], what);
		}
	}

	async function preview(extra: object = {}): Promise<string> {
		const prompt = 'a knight';
		return (await bench().done('text-to-3d', { mode: 'preview', prompt, ...glb, ...extra })).id;
	}

	async function refined(): Promise<string> {
		const body = { mode: 'refine', preview_task_id: await preview(), ...glb };
		return (await bench().done('text-to-3d', body)).id;
	}

	it('of a preview', async () => {
		await assertPrices('text-to-3d', { mode: 'preview', prompt: 'a crate' }, [
			[{}, 20],
			[{ ai_model: 'latest' }, 20],
			[{ ai_model: 'meshy-7.1' }, 20],
			[{ ai_model: 'meshy-7' }, 20],
			[{ ai_model: 'meshy-6' }, 20],
			[{ ai_model: 'meshy-6-lite' }, 5],
			[{ ai_model: 'meshy-5' }, 5],
			[{ model_type: 'smart-topology' }, 5],
			[{ model_type: 'smart-topology', ai_model: 'meshy-t2' }, 5],
			[{ model_type: 'lowpoly' }, 20],
			[{ model_type: 'lowpoly', ai_model: 'meshy-6-lite' }, 20],
			[{ geometry_resolution: 'standard' }, 20],
			[{ geometry_resolution: '2k' }, 25],
			[{ ai_model: 'meshy-7.1', geometry_resolution: '4k' }, 25],
			[{ ultra_mode: true }, 25],
			[{ ultra_mode: true, ai_model: 'meshy-7' }, 25],
			[{ ultra_mode: true, ai_model: 'meshy-6' }, 20],
			[{ ultra_mode: true, model_type: 'smart-topology' }, 5],
		]);
	});

	it('of a refine', async () => {
		await assertPrices('text-to-3d', { mode: 'refine', preview_task_id: await preview() }, [
			[{}, 10],
			[{ enable_pbr: true, texture_prompt: 'rusty' }, 10],
			[{ texture_resolution: '4k' }, 10],
			[{ hd_texture: true }, 10],
			[{ texture_resolution: '8k' }, 15],
		]);
	});

	it('of a model from a picture', async () => {
		await assertPrices('image-to-3d', { image_url: dataUri(png()) }, [
			[{}, 30],
			[{ should_texture: false }, 20],
			[{ ai_model: 'meshy-6' }, 30],
			[{ texture_prompt: 'mossy' }, 30],
			[{ texture_resolution: '8k' }, 35],
			[{ texture_resolution: '8k', should_texture: false }, 20],
			[{ geometry_resolution: '4k' }, 35],
			[{ geometry_resolution: '2k', texture_resolution: '8k' }, 40],
			[{ ultra_mode: true, should_texture: false }, 25],
			[{ model_type: 'smart-topology' }, 15],
			[{ model_type: 'smart-topology', should_texture: false }, 5],
			[{ model_type: 'smart-topology', texture_resolution: '8k' }, 20],
			[{ model_type: 'smart-topology', ai_model: 'meshy-t1' }, 30],
			[{ model_type: 'lowpoly' }, 30],
			[{ ai_model: 'meshy-6-lite' }, 15],
			[{ ai_model: 'meshy-6-lite', should_texture: false }, 5],
			[{ ai_model: 'meshy-5' }, 15],
		]);
	});

	it('of a model from several pictures', async () => {
		await assertPrices('multi-image-to-3d', { image_urls: [dataUri(png()), dataUri(png(32))] }, [
			[{}, 30],
			[{ should_texture: false }, 20],
			[{ ai_model: 'meshy-6', texture_resolution: '8k' }, 35],
			[{ geometry_resolution: '2k' }, 35],
			// Ignored here, as the service does it.
			[{ ultra_mode: true }, 30],
			[{ ai_model: 'meshy-6-lite' }, 15],
			[{ ai_model: 'meshy-5', should_texture: false }, 5],
		]);
	});

	it('of a new texture, and of a new shape', async () => {
		const input_task_id = await refined();
		await assertPrices('retexture', { input_task_id, text_style_prompt: 'gold' }, [
			[{}, 10],
			[{ texture_resolution: '4k' }, 10],
			[{ texture_resolution: '8k', enable_pbr: true }, 15],
		]);
		await assertPrices('remesh', { input_task_id }, [[{}, 5]]);
		await assertPrices('convert', { input_task_id, target_formats: ['fbx', 'obj', 'stl'] }, [[{}, 1]]);
		await assertPrices('resize', { input_task_id, resize_height: 2 }, [[{}, 1]]);
		await assertPrices('uv-unwrap', { input_task_id }, [[{}, 5]]);
	});

	it('of a skeleton and of actions', async () => {
		const input_task_id = await refined();
		await assertPrices('rigging', { input_task_id }, [[{}, 5]]);
		const rig_task_id = (await bench().done('rigging', { input_task_id })).id;
		await assertPrices('animations', { rig_task_id }, [
			[{ action_id: 0 }, 3],
			[{ action_ids: [0, 1, 2] }, 9],
			[{ action_ids: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }, 30],
			[{ action_id: 30, post_process: { operation_type: 'change_fps', fps: 24 } }, 3],
		]);
	});

	const pictures: [model: string, words: number, fromPictures: number][] = [
		['nano-banana', 3, 3],
		['nano-banana-2-lite', 3, 3],
		['nano-banana-2', 6, 6],
		['nano-banana-pro', 9, 9],
		['gpt-image-2', 9, 12],
		['gpt-image-2-5-flare', 9, 12],
		['gpt-image-2-5-sunburst', 9, 12],
	];

	it('of pictures, a set of views costing what one does', async () => {
		for (const [ai_model, words, fromPictures] of pictures) {
			await assertPrices('text-to-image', { ai_model, prompt: 'a crate' }, [
				[{}, words],
				[{ generate_multi_view: true }, words],
			]);
			const reference_image_urls = [dataUri(png())];
			await assertPrices('image-to-image', { ai_model, prompt: 'in red', reference_image_urls }, [
				[{}, fromPictures],
				[{ generate_multi_view: true }, fromPictures],
			]);
		}
	});

	it('of looking: nothing', async () => {
		await preview();
		const before = await bench().balance();
		await bench().call('GET', '/openapi/v2/text-to-3d');
		await bench().call('GET', '/openapi/v1/animations/library');
		assert.equal(await bench().balance(), before);
	});
});
