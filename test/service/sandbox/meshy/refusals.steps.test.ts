import assert from 'node:assert/strict';
import { dataUri, pathOf, png } from './bench';
import { Counter, glb, nobodys } from './counter';

const picture = dataUri(png());

describe('sandbox, Meshy: requests for later steps that are refused', () => {
	const counter = new Counter();

	it('retexture: one style, and the model that several pictures need', async () => {
		const input_task_id = await counter.refined();
		await counter.refuses('retexture', { input_task_id }, [
			[{}, /text_style_prompt/],
			[{ text_style_prompt: ' ' }, /text_style_prompt/],
			[{ text_style_prompt: 'x'.repeat(801) }, /text_style_prompt/],
			[{ image_style_url: 'https://example.com/a.png' }, /image_style_url/],
			[{ multiview_image_urls: [picture], text_style_prompt: 'x' }, /multiview_image_urls/],
			[{ multiview_image_urls: [picture], image_style_url: picture }, /multiview_image_urls/],
			[{ multiview_image_urls: [picture] }, /multiview_image_urls requires ai_model meshy-7/],
			[{ multiview_image_urls: [picture], ai_model: 'latest' }, /requires ai_model meshy-7/],
			[{ multiview_image_urls: [], ai_model: 'meshy-7' }, /multiview_image_urls/],
		]);
		await counter.refuses('retexture', { input_task_id, text_style_prompt: 'gold' }, [
			[{ enable_original_uv: 1 }, /enable_original_uv/],
			[{ texture_resolution: '4k', ai_model: 'meshy-6-lite' }, /texture_resolution/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
			[{ input_task_id: await counter.image() }, /text-to-image/],
		]);
		await counter.takes('retexture', { input_task_id, ...glb }, [
			{ text_style_prompt: 'gold', image_style_url: picture },
			{ multiview_image_urls: [picture, picture], ai_model: 'meshy-7' },
		]);
	});

	it('remesh, convert, resize and UV unwrap', async () => {
		const input_task_id = await counter.refined();
		const other = await counter.image();
		for (const [resource, needed] of [
			['remesh', {}],
			['convert', glb],
			['resize', { auto_size: true }],
			['uv-unwrap', {}],
		] as const) {
			await counter.refuses(resource, needed, [
				[{}, /input_task_id or model_url/],
				[{ input_task_id: 'x' }, /input_task_id/],
				[{ input_task_id: nobodys }, /Task not found/, 404],
				[{ input_task_id: other }, /text-to-image/],
				[{ model_url: 'https://example.com/a.glb' }, /model_url cannot be reached/],
				[{ model_url: 'https://example.com/a.3dm' }, /Invalid model file extension: \.3dm/],
			]);
		}
		await counter.refuses('remesh', { input_task_id }, [
			[{ target_polycount: 99 }, /target_polycount/],
			[{ target_formats: ['blend'] }, /blend/],
			[{ target_formats: ['gltf'] }, /target_formats/],
			[{ resize_height: -1 }, /resize_height/],
			[{ resize_height: '0' }, /resize_height/],
			[{ resize_height: 1, resize_longest_side: 1 }, /exclude each other/],
			[{ resize_height: 1, auto_size: true }, /exclude each other/],
		]);
		await counter.refuses('convert', { input_task_id }, [
			[{}, /target_formats is required/],
			[{ target_formats: ['blend'] }, /blend/],
		]);
		await counter.refuses('resize', { input_task_id }, [
			[{}, /resize_height/],
			[{ auto_size: false }, /resize_height/],
			[{ resize_height: 0 }, /resize_height/],
			[{ resize_height: -1 }, /resize_height/],
			[{ resize_longest_side: 'tall' }, /resize_longest_side/],
			[{ resize_height: 1, resize_longest_side: 2 }, /exclude each other/],
		]);
		await counter.refuses('uv-unwrap', {}, [
			[{ model_url: 'https://example.com/a.obj' }, /Invalid model file extension: \.obj/],
		]);
	});

	it('rigging: a textured human figure', async () => {
		const bare = await counter.preview();
		await counter.refuses('rigging', { input_task_id: await counter.refined() }, [
			[{ height_meters: 0 }, /height_meters/],
			[{ height_meters: 'tall' }, /height_meters/],
			[{ texture_image_url: 'https://example.com/a.png' }, /texture_image_url/],
			[{ input_task_id: bare }, /without a texture/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
			[{ input_task_id: undefined, model_url: 'https://example.com/a.fbx' }, /Invalid model file extension/],
		]);
	});

	it('rigging: 422 at once for what is no figure, and nothing is charged', async () => {
		for (const prompt of ['a wooden crate', 'a horse']) {
			const input_task_id = await counter.refined({ prompt });
			const before = await counter.bench().balance();
			await counter.refuses('rigging', { input_task_id }, [[{}, /Pose estimation failed/, 422]]);
			assert.equal(await counter.bench().balance(), before);
		}
	});

	it('animations: one kind of action, and the rig', async () => {
		const input_task_id = await counter.refined();
		const rig_task_id = (await counter.bench().done('rigging', { input_task_id })).id;
		await counter.refuses('animations', { rig_task_id }, [
			[{}, /action_id/],
			[{ action_id: 1, action_ids: [2] }, /action_id/],
			[{ action_id: 'walk' }, /action_id/],
			[{ action_id: 697 }, /action_id/],
			[{ action_ids: [] }, /action_ids/],
			[{ action_ids: [1, 1] }, /action_ids/],
			[{ action_ids: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, /1 to 10/],
			[{ motion_task_id: nobodys }, /Task not found/, 404],
			[{ action_id: 1, rig_task_id: undefined }, /rig_task_id is required/],
			[{ action_id: 1, rig_task_id: nobodys }, /Task not found/, 404],
			[{ action_id: 1, rig_task_id: input_task_id }, /text-to-3d-refine/],
			[{ action_id: 1, post_process: 'usdz' }, /post_process/],
			[{ action_id: 1, post_process: {} }, /operation_type/],
			[{ action_id: 1, post_process: { operation_type: 'change_fps', fps: 50 } }, /fps/],
		]);
	});

	it('looks at the fields before the tasks that they name', async () => {
		await counter.refuses('text-to-3d', { mode: 'refine', preview_task_id: nobodys }, [
			[{ texture_resolution: '1k' }, /texture_resolution/],
		]);
		await counter.refuses('remesh', { input_task_id: nobodys }, [
			[{ decimation_mode: 9 }, /decimation_mode/],
		]);
	});

	it('takes no task of another account', async () => {
		const mine = await counter.preview();
		const body = { mode: 'refine', preview_task_id: mine };
		const answer = await counter.bench().post('text-to-3d', body, 'msy_somebodyelse');
		assert.equal(answer.status, 404);
		assert.equal((await counter.bench().call('GET', `${pathOf('text-to-3d')}/${mine}`)).status, 200);
	});
});
