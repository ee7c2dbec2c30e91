import { dataUri, png } from './bench';
import { Counter, glb, nobodys, type Wrong } from './counter';

const picture = dataUri(png());

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

describe('sandbox, Meshy: requests for models and pictures that are refused', () => {
	const counter = new Counter();

	it('text to 3D: what is required', async () => {
		await counter.refuses('text-to-3d', {}, [
			[{}, /mode/],
			[{ mode: 'draft', prompt: 'x' }, /mode/],
			[{ mode: 'preview' }, /prompt/],
			[{ mode: 'preview', prompt: ' ' }, /prompt/],
			[{ mode: 'preview', prompt: 7 }, /prompt/],
			[{ mode: 'preview', prompt: 'x'.repeat(801) }, /prompt.*800/],
			[{ mode: 'refine' }, /preview_task_id/],
		]);
		// Characters count, not UTF-16 units.
		await counter.takes('text-to-3d', { mode: 'preview', ...glb }, [{ prompt: '🗡'.repeat(800) }]);
	});

	it('previews: options, and which go together', async () => {
		await counter.refuses('text-to-3d', { mode: 'preview', prompt: 'x' }, [
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
		await counter.takes('text-to-3d', { mode: 'preview', prompt: 'x' }, [
			{ pose_mode: '' },
			{ pose_mode: 't-pose', topology: 'quad', should_remesh: true, target_polycount: 300_000 },
			{ ...smart, target_polycount: 100, should_remesh: false },
			{ art_style: 'whatever', negative_prompt: 5, symmetry_mode: 'on', is_a_t_pose: true },
		]);
	});

	it('refines: the preview that they name', async () => {
		const picture = await counter.image();
		const done = await counter.refined();
		const failed = (await counter.bench().done('text-to-3d', { mode: 'preview', prompt: 'sandbox-fail' })).id;
		await counter.refuses('text-to-3d', { mode: 'refine' }, [
			[{ preview_task_id: 'preview' }, /preview_task_id/],
			[{ preview_task_id: 5 }, /preview_task_id/],
			[{ preview_task_id: nobodys }, /Task not found/, 404],
			[{ preview_task_id: failed }, /not succeeded/],
			[{ preview_task_id: done }, /text-to-3d-refine/],
			[{ preview_task_id: picture }, /text-to-image/],
		]);
		const waiting = await counter.bench().make('text-to-3d', { mode: 'preview', prompt: 'x' });
		await counter.refuses('text-to-3d', { mode: 'refine' }, [
			[{ preview_task_id: waiting }, /not succeeded/],
		]);
	});

	it('refines: options, and models that do not match', async () => {
		const preview_task_id = await counter.preview({ ai_model: 'meshy-6' });
		await counter.refuses('text-to-3d', { mode: 'refine', preview_task_id }, [
			...texture,
			[{ ai_model: 'meshy-t2' }, /ai_model/],
			[{ ai_model: 'meshy-7.1' }, /ai_model does not match/],
			[{ ai_model: 'meshy-6-lite' }, /ai_model does not match/],
			[{ target_formats: ['blend'] }, /target_formats/],
		]);
		await counter.takes('text-to-3d', { mode: 'refine', preview_task_id }, [{ ai_model: 'meshy-6' }]);
		const lite = await counter.preview({ ai_model: 'meshy-6-lite' });
		await counter.refuses('text-to-3d', { mode: 'refine', preview_task_id: lite }, [
			[{ texture_resolution: '4k' }, /texture_resolution/],
			[{ hd_texture: true }, /texture_resolution/],
		]);
		await counter.takes('text-to-3d', { mode: 'refine', preview_task_id: lite }, [{ ai_model: 'meshy-5' }]);
		const newest = await counter.preview({ ai_model: 'latest' });
		await counter.takes('text-to-3d', { mode: 'refine', preview_task_id: newest }, [
			{ ai_model: 'meshy-7.1' },
		]);
		const small = await counter.preview(smart);
		await counter.takes('text-to-3d', { mode: 'refine', preview_task_id: small }, [
			{ texture_resolution: '8k' },
			{ ai_model: 'meshy-6' },
		]);
	});

	it('image to 3D: the picture', async () => {
		const several = await counter.image({ generate_multi_view: true });
		const done = await counter.preview();
		await counter.refuses('image-to-3d', {}, [
			[{}, /image_url/],
			[{ input_task_id: 'x' }, /input_task_id/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
			[{ input_task_id: several }, /several pictures/],
			[{ input_task_id: done }, /text-to-3d-preview/],
			// The task goes before the picture, even when it is wrong.
			[{ input_task_id: nobodys, image_url: picture }, /Task not found/, 404],
		]);
		await counter.takes('image-to-3d', {}, [
			{ input_task_id: await counter.image(), image_url: 'https://example.com/x.png' },
		]);
	});

	it('image to 3D: options, and which go together', async () => {
		await counter.refuses('image-to-3d', { image_url: picture }, [
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
		await counter.takes('image-to-3d', { image_url: picture }, [
			{ ...smart, topology: 'quad' },
			{ ...smart, ai_model: 'meshy-t1' },
			// Whatever is said about a texture that nobody wants is of no matter.
			{ should_texture: false, texture_resolution: '8k', ai_model: 'meshy-6-lite' },
		]);
	});

	it('multi-image to 3D: the pictures, and what only it has', async () => {
		await counter.refuses('multi-image-to-3d', {}, [
			[{}, /image_urls/],
			[{ image_urls: [] }, /image_urls/],
			[{ image_urls: picture }, /image_urls/],
			[{ image_urls: [1, 2, 3, 4, 5].map(() => picture) }, /1 to 4/],
			[{ image_urls: [picture, 'x'] }, /image_urls\[1\]/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
		]);
		await counter.refuses('multi-image-to-3d', { image_urls: [picture] }, [
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
		await counter.takes('multi-image-to-3d', {}, [
			{ image_urls: [picture], texture_image_urls: [picture], ai_model: 'meshy-7' },
			// There is no model_type here, so nobody looks at it.
			{ image_urls: [picture], model_type: 'nonsense' },
			{ input_task_id: await counter.image({ generate_multi_view: true }) },
		]);
	});

	it('pictures: models, prompts, ratios, references', async () => {
		const ai_model = 'nano-banana';
		await counter.refuses('text-to-image', {}, [
			[{ prompt: 'x' }, /ai_model/],
			[{ ai_model: 'meshy-6', prompt: 'x' }, /ai_model/],
			[{ ai_model }, /prompt/],
			[{ ai_model, prompt: 'x', aspect_ratio: '2:1' }, /aspect_ratio/],
			[{ ai_model, prompt: 'x', aspect_ratio: '3:2' }, /aspect_ratio/],
			[{ ai_model, prompt: 'x', aspect_ratio: '1:1', generate_multi_view: true }, /aspect_ratio/],
			[{ ai_model, prompt: 'x', pose_mode: '' }, /pose_mode/],
		]);
		await counter.takes('text-to-image', { prompt: 'x' }, [
			{ ai_model: 'gpt-image-2', aspect_ratio: '2:3' },
			{ ai_model, aspect_ratio: '9:16', pose_mode: 'a-pose' },
		]);
		await counter.refuses('image-to-image', { ai_model, prompt: 'x' }, [
			[{}, /reference_image_urls/],
			[{ reference_image_urls: [] }, /reference_image_urls/],
			[{ reference_image_urls: [1, 2, 3, 4, 5, 6].map(() => picture) }, /1 to 5/],
			[{ input_task_id: nobodys }, /Task not found/, 404],
			[{ input_task_id: await counter.preview() }, /text-to-3d-preview/],
		]);
		// Only pictures from words know poses.
		await counter.takes('image-to-image', { ai_model, prompt: 'x' }, [
			{ reference_image_urls: [picture], pose_mode: 'nonsense' },
			{ input_task_id: await counter.image() },
		]);
	});
});
