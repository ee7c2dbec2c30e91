import assert from 'node:assert/strict';
import { dataUri, freshBench, pathOf, png } from './bench';

const nobodys = '01a202ba-5703-7000-b75e-b76852460fcf';
const picture = dataUri(png());

/** What is wrong with a request, and what the refusal names. */
type Wrong = readonly [body: Record<string, unknown>, named: RegExp, status?: number];

describe('sandbox, Meshy: requests that are refused', () => {
	const bench = freshBench({ meshyTier: 'ultra' });

	/** Each is refused, says why, and leaves nothing behind. */
	async function assertRefused(resource: string, common: object, cases: readonly Wrong[]): Promise<void> {
		// The account is opened by the first request, whatever becomes of it.
		await bench().balance();
		const before = await bench().ledger();
		for (const [body, named, status = 400] of cases) {
			const answer = await bench().post(resource, { ...common, ...body });
			const what = `${resource} ${JSON.stringify(body).slice(0, 200)}: ${JSON.stringify(answer.body)}`;
			assert.equal(answer.status, status, what);
			assert.deepEqual(Object.keys(answer.body), ['message'], what);
			assert.match(answer.body.message ?? '', named, what);
		}
		assert.deepEqual(await bench().ledger(), before);
	}

	async function assertTaken(resource: string, common: object, bodies: readonly object[]): Promise<void> {
		for (const body of bodies) {
			const answer = await bench().post(resource, { ...common, ...body });
			assert.equal(answer.status, 202, `${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`);
		}
	}

	const glb = { target_formats: ['glb'] };
	async function preview(extra: object = {}): Promise<string> {
		return (await bench().done('text-to-3d', { mode: 'preview', prompt: 'a knight', ...glb, ...extra })).id;
	}
	async function refined(extra: object = {}): Promise<string> {
		const preview_task_id = await preview(extra);
		return (await bench().done('text-to-3d', { mode: 'refine', preview_task_id, ...glb })).id;
	}
	async function image(extra: object = {}): Promise<string> {
		const body = { ai_model: 'nano-banana', prompt: 'a knight', ...extra };
		return (await bench().done('text-to-image', body)).id;
	}

	/** Rules that several operations share: what is wrong in one is wrong in all. */
	const mesh: readonly Wrong[] = [
		[{ should_remesh: 1 }, /should_remesh must be true or false/],
		[{ topology: 'hexagon' }, /topology/],
		[{ target_polycount: 99 }, /target_polycount/],
		[{ target_polycount: 300_001 }, /target_polycount/],
		[{ target_polycount: 100.5 }, /target_polycount/],
		[{ decimation_mode: 5 }, /decimation_mode/],
		[{ pose_mode: 'sitting' }, /pose_mode/],
		[{ moderation: 'yes' }, /moderation/],
		[{ target_formats: [] }, /target_formats/],
		[{ target_formats: 'glb' }, /target_formats/],
		[{ target_formats: ['glb', 'glb'] }, /target_formats/],
		[{ target_formats: ['blend'] }, /target_formats/],
		[{ target_formats: ['gltf'] }, /target_formats/],
		[{ alpha_thumbnail: 'no' }, /alpha_thumbnail/],
		[{ auto_size: 1 }, /auto_size/],
		[{ origin_at: 'top' }, /origin_at/],
		[{ ai_model: 'meshy-4' }, /ai_model/],
		[{ ai_model: 'meshy-9' }, /ai_model/],
		[{ geometry_resolution: '8k' }, /geometry_resolution/],
		[{ geometry_resolution: '2k', ai_model: 'meshy-6' }, /geometry_resolution/],
	];
	const texture: readonly Wrong[] = [
		[{ enable_pbr: 'yes' }, /enable_pbr/],
		[{ texture_resolution: '1k' }, /texture_resolution/],
		[{ texture_image_url: 5 }, /texture_image_url/],
		[{ texture_image_url: 'https://example.com/look.png' }, /texture_image_url cannot be reached/],
		[{ texture_prompt: 'x'.repeat(801) }, /texture_prompt.*800/],
		[{ remove_lighting: 'no' }, /remove_lighting/],
	];
	const smart = { model_type: 'smart-topology' };

	it('text to 3D: what is required', async () => {
		await assertRefused('text-to-3d', {}, [
			[{}, /mode/],
			[{ mode: 'draft', prompt: 'x' }, /mode/],
			[{ mode: 'preview' }, /prompt/],
			[{ mode: 'preview', prompt: ' ' }, /prompt/],
			[{ mode: 'preview', prompt: 7 }, /prompt/],
			[{ mode: 'preview', prompt: 'x'.repeat(801) }, /prompt.*800/],
			[{ mode: 'refine' }, /preview_task_id/],
		]);
		// Characters count, not UTF-16 units.
		await assertTaken('text-to-3d', { mode: 'preview', ...glb }, [{ prompt: '🗡'.repeat(800) }]);
	});

	it('previews: options, and which go together', async () => {
		await assertRefused('text-to-3d', { mode: 'preview', prompt: 'x' }, [
			...mesh,
			[{ model_type: 'voxel' }, /model_type/],
			[{ ai_model: 'meshy-t2' }, /ai_model/],
			[{ ai_model: 'meshy-t1' }, /ai_model/],
			[{ ...smart, ai_model: 'meshy-6' }, /ai_model/],
			[{ ...smart, ai_model: 'latest' }, /ai_model/],
			[{ ...smart, topology: 'quad' }, /topology/],
			[{ ...smart, target_polycount: 15_001 }, /target_polycount/],
			[{ ...smart, geometry_resolution: '2k' }, /geometry_resolution/],
			[{ model_type: 'lowpoly', geometry_resolution: '2k' }, /geometry_resolution/],
			[{ ai_model: 'meshy-7', geometry_resolution: '4k' }, /geometry_resolution/],
		]);
		await assertTaken('text-to-3d', { mode: 'preview', prompt: 'x' }, [
			{ pose_mode: '' },
			{ pose_mode: 't-pose', topology: 'quad', should_remesh: true, target_polycount: 300_000 },
			{ ...smart, target_polycount: 100, should_remesh: false },
			{ art_style: 'whatever', negative_prompt: 5, symmetry_mode: 'on', is_a_t_pose: true },
		]);
	});

	it('refines: the preview that they name', async () => {
		const picture = await image();
		const done = await refined();
		const failed = (await bench().done('text-to-3d', { mode: 'preview', prompt: 'sandbox-fail' })).id;
		await assertRefused('text-to-3d', { mode: 'refine' }, [
			[{ preview_task_id: 'preview' }, /preview_task_id/],
			[{ preview_task_id: 5 }, /preview_task_id/],
			[{ preview_task_id: nobodys }, /Task not found/, 404],
			[{ preview_task_id: failed }, /not succeeded/],
			[{ preview_task_id: done }, /text-to-3d-refine/],
			[{ preview_task_id: picture }, /text-to-image/],
		]);
		const waiting = await bench().make('text-to-3d', { mode: 'preview', prompt: 'x' });
		await assertRefused('text-to-3d', { mode: 'refine' }, [[{ preview_task_id: waiting }, /not succeeded/]]);
	});

	it('refines: options, and models that do not match', async () => {
		const preview_task_id = await preview({ ai_model: 'meshy-6' });
		await assertRefused('text-to-3d', { mode: 'refine', preview_task_id }, [
			...texture,
			[{ ai_model: 'meshy-t2' }, /ai_model/],
			[{ ai_model: 'meshy-7.1' }, /ai_model does not match/],
			[{ ai_model: 'meshy-6-lite' }, /ai_model does not match/],
			[{ target_formats: ['blend'] }, /target_formats/],
		]);
		await assertTaken('text-to-3d', { mode: 'refine', preview_task_id }, [{ ai_model: 'meshy-6' }]);
		const lite = await preview({ ai_model: 'meshy-6-lite' });
		await assertRefused('text-to-3d', { mode: 'refine', preview_task_id: lite }, [
			[{ texture_resolution: '4k' }, /texture_resolution/],
			[{ hd_texture: true }, /texture_resolution/],
		]);
		await assertTaken('text-to-3d', { mode: 'refine', preview_task_id: lite }, [{ ai_model: 'meshy-5' }]);
		const newest = await preview({ ai_model: 'latest' });
		await assertTaken('text-to-3d', { mode: 'refine', preview_task_id: newest }, [{ ai_model: 'meshy-7.1' }]);
		const small = await preview(smart);
		await assertTaken('text-to-3d', { mode: 'refine', preview_task_id: small }, [
			{ texture_resolution: '8k' },
			{ ai_model: 'meshy-6' },
		]);
	});

	it('image to 3D: the picture', async () => {
		const several = await image({ generate_multi_view: true });
		const done = await preview();
		await assertRefused('image-to-3d', {}, [
			[{}, /image_url/],
			[{ input_task_id: 'x' }, /input_task_id/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
			[{ input_task_id: several }, /several pictures/],
			[{ input_task_id: done }, /text-to-3d-preview/],
			// The task goes before the picture, even when it is wrong.
			[{ input_task_id: nobodys, image_url: picture }, /Task not found/, 404],
		]);
		await assertTaken('image-to-3d', {}, [
			{ input_task_id: await image(), image_url: 'https://example.com/x.png' },
		]);
	});

	it('image to 3D: options, and which go together', async () => {
		await assertRefused('image-to-3d', { image_url: picture }, [
			...mesh,
			...texture,
			[{ should_texture: false, enable_pbr: true }, /enable_pbr/],
			[{ ai_model: 'meshy-6-lite', texture_resolution: '4k' }, /texture_resolution/],
			[{ ai_model: 'meshy-t2' }, /ai_model/],
			[{ ...smart, ai_model: 'latest' }, /ai_model/],
			[{ ...smart, target_polycount: 20_000 }, /target_polycount/],
			[{ image_enhancement: 'no' }, /image_enhancement/],
			[{ multi_view_thumbnails: 1 }, /multi_view_thumbnails/],
			[{ save_pre_remeshed_model: 1 }, /save_pre_remeshed_model/],
		]);
		await assertTaken('image-to-3d', { image_url: picture }, [
			{ ...smart, topology: 'quad' },
			{ ...smart, ai_model: 'meshy-t1' },
			// Whatever is said about a texture that nobody wants is of no matter.
			{ should_texture: false, texture_resolution: '8k', ai_model: 'meshy-6-lite' },
		]);
	});

	it('multi-image to 3D: the pictures, and what only it has', async () => {
		await assertRefused('multi-image-to-3d', {}, [
			[{}, /image_urls/],
			[{ image_urls: [] }, /image_urls/],
			[{ image_urls: picture }, /image_urls/],
			[{ image_urls: [1, 2, 3, 4, 5].map(() => picture) }, /1 to 4/],
			[{ image_urls: [picture, 'x'] }, /image_urls\[1\]/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
		]);
		await assertRefused('multi-image-to-3d', { image_urls: [picture] }, [
			...mesh,
			...texture,
			[{ geometry_resolution: '4k' }, /geometry_resolution/],
			[{ ai_model: 'meshy-t2' }, /ai_model/],
			[{ texture_image_urls: [picture], ai_model: 'meshy-6' }, /texture_image_urls/],
			[{ texture_image_urls: [picture], texture_prompt: 'x' }, /texture_image_urls/],
			[{ texture_image_urls: [picture], texture_image_url: picture }, /texture_image_urls/],
			[{ texture_image_urls: [picture], should_texture: false }, /texture_image_urls/],
			[{ texture_image_urls: [] }, /texture_image_urls/],
		]);
		await assertTaken('multi-image-to-3d', {}, [
			{ image_urls: [picture], texture_image_urls: [picture], ai_model: 'meshy-7' },
			// There is no model_type here, so nobody looks at it.
			{ image_urls: [picture], model_type: 'nonsense' },
			{ input_task_id: await image({ generate_multi_view: true }) },
		]);
	});

	it('retexture: one style, and the model that several pictures need', async () => {
		const input_task_id = await refined();
		await assertRefused('retexture', { input_task_id }, [
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
		await assertRefused('retexture', { input_task_id, text_style_prompt: 'gold' }, [
			[{ enable_original_uv: 1 }, /enable_original_uv/],
			[{ texture_resolution: '4k', ai_model: 'meshy-6-lite' }, /texture_resolution/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
			[{ input_task_id: await image() }, /text-to-image/],
		]);
		await assertTaken('retexture', { input_task_id, ...glb }, [
			{ text_style_prompt: 'gold', image_style_url: picture },
			{ multiview_image_urls: [picture, picture], ai_model: 'meshy-7' },
		]);
	});

	it('remesh, convert, resize and UV unwrap', async () => {
		const input_task_id = await refined();
		const other = await image();
		for (const [resource, needed] of [
			['remesh', {}],
			['convert', glb],
			['resize', { auto_size: true }],
			['uv-unwrap', {}],
		] as const) {
			await assertRefused(resource, needed, [
				[{}, /input_task_id or model_url/],
				[{ input_task_id: 'x' }, /input_task_id/],
				[{ input_task_id: nobodys }, /Task not found/, 404],
				[{ input_task_id: other }, /text-to-image/],
				[{ model_url: 'https://example.com/a.glb' }, /model_url cannot be reached/],
				[{ model_url: 'https://example.com/a.3dm' }, /Invalid model file extension: \.3dm/],
			]);
		}
		await assertRefused('remesh', { input_task_id }, [
			[{ target_polycount: 99 }, /target_polycount/],
			[{ target_formats: ['blend'] }, /blend/],
			[{ target_formats: ['gltf'] }, /target_formats/],
			[{ resize_height: 0 }, /resize_height/],
			[{ resize_height: 1, resize_longest_side: 1 }, /exclude each other/],
			[{ resize_height: 1, auto_size: true }, /exclude each other/],
		]);
		await assertRefused('convert', { input_task_id }, [
			[{}, /target_formats is required/],
			[{ target_formats: ['blend'] }, /blend/],
		]);
		await assertRefused('resize', { input_task_id }, [
			[{}, /resize_height/],
			[{ auto_size: false }, /resize_height/],
			[{ resize_height: -1 }, /resize_height/],
			[{ resize_longest_side: 'tall' }, /resize_longest_side/],
			[{ resize_height: 1, resize_longest_side: 2 }, /exclude each other/],
		]);
		await assertRefused('uv-unwrap', {}, [
			[{ model_url: 'https://example.com/a.obj' }, /Invalid model file extension: \.obj/],
		]);
	});

	it('rigging: a textured human figure', async () => {
		const bare = await preview();
		await assertRefused('rigging', { input_task_id: await refined() }, [
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
			const input_task_id = await refined({ prompt });
			const before = await bench().balance();
			await assertRefused('rigging', { input_task_id }, [[{}, /Pose estimation failed/, 422]]);
			assert.equal(await bench().balance(), before);
		}
	});

	it('animations: one kind of action, and the rig', async () => {
		const input_task_id = await refined();
		const rig_task_id = (await bench().done('rigging', { input_task_id })).id;
		await assertRefused('animations', { rig_task_id }, [
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

	it('pictures: models, prompts, ratios, references', async () => {
		const ai_model = 'nano-banana';
		await assertRefused('text-to-image', {}, [
			[{ prompt: 'x' }, /ai_model/],
			[{ ai_model: 'meshy-6', prompt: 'x' }, /ai_model/],
			[{ ai_model }, /prompt/],
			[{ ai_model, prompt: 'x', aspect_ratio: '2:1' }, /aspect_ratio/],
			[{ ai_model, prompt: 'x', aspect_ratio: '3:2' }, /aspect_ratio/],
			[{ ai_model, prompt: 'x', aspect_ratio: '1:1', generate_multi_view: true }, /aspect_ratio/],
			[{ ai_model, prompt: 'x', pose_mode: '' }, /pose_mode/],
		]);
		await assertTaken('text-to-image', { prompt: 'x' }, [
			{ ai_model: 'gpt-image-2', aspect_ratio: '2:3' },
			{ ai_model, aspect_ratio: '9:16', pose_mode: 'a-pose' },
		]);
		await assertRefused('image-to-image', { ai_model, prompt: 'x' }, [
			[{}, /reference_image_urls/],
			[{ reference_image_urls: [] }, /reference_image_urls/],
			[{ reference_image_urls: [1, 2, 3, 4, 5, 6].map(() => picture) }, /1 to 5/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
			[{ input_task_id: await preview() }, /text-to-3d-preview/],
		]);
		// Only pictures from words know poses.
		await assertTaken('image-to-image', { ai_model, prompt: 'x' }, [
			{ reference_image_urls: [picture], pose_mode: 'nonsense' },
			{ input_task_id: await image() },
		]);
	});

	it('looks at the fields before the tasks that they name', async () => {
		await assertRefused('text-to-3d', { mode: 'refine', preview_task_id: nobodys }, [
			[{ texture_resolution: '1k' }, /texture_resolution/],
		]);
		await assertRefused('remesh', { input_task_id: nobodys }, [[{ decimation_mode: 9 }, /decimation_mode/]]);
	});

	it('takes no task of another account', async () => {
		const mine = await preview();
		const body = { mode: 'refine', preview_task_id: mine };
		const answer = await bench().post('text-to-3d', body, 'msy_somebodyelse');
		assert.equal(answer.status, 404);
		assert.equal((await bench().call('GET', `${pathOf('text-to-3d')}/${mine}`)).status, 200);
	});
});
