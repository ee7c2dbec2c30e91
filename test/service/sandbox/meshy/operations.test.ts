import assert from 'node:assert/strict';
import { decode } from 'fast-png';
import { bytesOf, dataUri, freshBench, pathOf, png, type TaskJson } from './bench';
import { filesOf, sceneOf } from './files';

const all = ['glb', 'obj', 'fbx', 'stl', 'usdz', '3mf'];

describe('sandbox, Meshy: what the operations make', () => {
	const bench = freshBench({ meshyTier: 'ultra', linkLifetimeSeconds: 3600 });
	const glb = { target_formats: ['glb'] };

	const preview = (extra: object = {}) =>
		bench().done('text-to-3d', { mode: 'preview', prompt: 'a knight', ...extra });
	const refine = async (extra: object = {}, previewed: object = glb) => {
		const { id } = await preview(previewed);
		return bench().done('text-to-3d', { mode: 'refine', preview_task_id: id, ...extra });
	};
	const names = (files: Map<string, Buffer>) => [...files.keys()].sort();

	it('text to 3D, preview: the bare shape, in every format that is asked for', async () => {
		const task = await preview({ target_formats: all });
		assert.equal(task.type, 'text-to-3d-preview');
		assert.deepEqual(Object.keys(task.model_urls).sort(), [...all, 'mtl'].sort());
		assert.deepEqual(task.texture_urls, []);
		const files = await filesOf(task);
		assert.deepEqual(
			names(files),
			[...all.map((format) => `model.${format}`), 'model.mtl', 'preview.png'].sort(),
		);
		assert.equal((await sceneOf(files, 'model.glb')).textures, 0);
	});

	it('gives every format but 3MF when nobody chooses', async () => {
		const { model_urls } = await preview();
		assert.deepEqual(Object.keys(model_urls).sort(), ['fbx', 'glb', 'mtl', 'obj', 'stl', 'usdz']);
	});

	it('text to 3D, refine: a task of its own with the textured model and its maps', async () => {
		const task = await refine({ ...glb, enable_pbr: true, texture_prompt: 'rusty iron' });
		assert.deepEqual(
			[task.type, task.prompt, task.texture_prompt],
			['text-to-3d-refine', 'a knight', 'rusty iron'],
		);
		assert.equal(task.texture_urls.length, 1);
		assert.deepEqual(Object.keys(task.texture_urls[0] ?? {}), [
			'base_color',
			'metallic',
			'normal',
			'roughness',
		]);
		const files = await filesOf(task);
		assert.deepEqual(names(files), [
			'model.glb',
			'preview.png',
			'texture_0.png',
			'texture_0_metallic.png',
			'texture_0_normal.png',
			'texture_0_roughness.png',
		]);
		assert.ok((await sceneOf(files, 'model.glb')).textures > 0);
	});

	it('refines what was previewed: the same shape', async () => {
		const previewed = await preview(glb);
		const body = { mode: 'refine', preview_task_id: previewed.id, ...glb };
		const refined = await bench().done('text-to-3d', body);
		const [bare, dressed] = [
			await sceneOf(await filesOf(previewed), 'model.glb'),
			await sceneOf(await filesOf(refined), 'model.glb'),
		];
		assert.deepEqual([dressed.triangles, dressed.height], [bare.triangles, bare.height]);
		assert.deepEqual(
			refined.texture_urls.map((maps) => Object.keys(maps)),
			[['base_color']],
		);
	});

	it('gives with an OBJ every file that it names, under the very names', async () => {
		const files = await filesOf(await refine({ target_formats: ['obj'] }));
		const wanted = [...(files.get('model.mtl') ?? '').toString().matchAll(/^map_Kd (.+)$/gm)].map(
			([, name]) => name,
		);
		assert.ok(wanted.length > 0);
		for (const name of wanted) {
			assert.ok(files.has(name ?? ''), `${name} of ${names(files)}`);
		}
	});

	it('makes fewer triangles when that is asked for, and keeps the others if wanted', async () => {
		const image_url = dataUri(png());
		const wish = { should_remesh: true, target_polycount: 300, save_pre_remeshed_model: true };
		const task = await bench().done('image-to-3d', { ...glb, image_url, ...wish });
		assert.deepEqual(Object.keys(task.model_urls), ['glb', 'pre_remeshed_glb']);
		const files = await filesOf(task);
		assert.ok(files.has('pre_remeshed_model.glb'));
		const small = await preview({ ...glb, model_type: 'smart-topology', target_polycount: 400 });
		const large = await preview(glb);
		const [few, many] = [
			(await sceneOf(await filesOf(small), 'model.glb')).triangles,
			(await sceneOf(await filesOf(large), 'model.glb')).triangles,
		];
		assert.ok(few <= 400 && many > few, `${few} of ${many}`);
	});

	it('image to 3D: mesh and texture in one task, or only the mesh', async () => {
		const image_url = dataUri(png());
		const textured = await bench().done('image-to-3d', {
			...glb,
			image_url,
			enable_pbr: true,
			alpha_thumbnail: true,
			multi_view_thumbnails: true,
		});
		assert.equal(textured.type, 'image-to-3d');
		assert.deepEqual(Object.keys(textured.thumbnail_urls as object), ['front', 'right', 'back', 'left']);
		const icon = decode(await bytesOf(String(textured.alpha_thumbnail_url)));
		const alphas = Array.from({ length: icon.width * icon.height }, (_, pixel) => icon.data[4 * pixel + 3]);
		assert.ok(icon.channels === 4 && alphas.includes(0) && alphas.includes(255), 'cut out of its ground');
		assert.ok((await sceneOf(await filesOf(textured), 'model.glb')).textures > 0);
		const bare = await bench().done('image-to-3d', { ...glb, image_url, should_texture: false });
		assert.deepEqual(bare.texture_urls, []);
		assert.equal((await sceneOf(await filesOf(bare), 'model.glb')).textures, 0);
	});

	it('multi-image to 3D: a model from pictures of its sides', async () => {
		const image_urls = [dataUri(png()), dataUri(png(64, 64, 200)), dataUri(png(64, 64, 20))];
		const task = await bench().done('multi-image-to-3d', { ...glb, image_urls });
		assert.equal(task.type, 'multi-image-to-3d');
		const files = await filesOf(task);
		assert.ok((await sceneOf(files, 'model.glb')).textures >= 1);
	});

	it('retexture: another look for a task’s model, or for a file', async () => {
		const { id } = await preview(glb);
		for (const style of [
			{ text_style_prompt: 'solid gold' },
			{ image_style_url: dataUri(png()) },
			{ multiview_image_urls: [dataUri(png())], ai_model: 'meshy-7' },
		]) {
			const task = await bench().done('retexture', { ...glb, input_task_id: id, ...style });
			assert.equal(task.type, 'retexture');
			assert.ok((await sceneOf(await filesOf(task), 'model.glb')).textures > 0);
		}
		const bytes = (await filesOf(await preview(glb))).get('model.glb') ?? Buffer.alloc(0);
		const model_url = dataUri(bytes, 'model/gltf-binary');
		const task = await bench().done('retexture', { ...glb, model_url, text_style_prompt: 'wood' });
		assert.ok((await sceneOf(await filesOf(task), 'model.glb')).textures > 0);
	});

	it('remesh: the number of polygons that is asked for, as GLB unless told otherwise', async () => {
		const { id } = await refine(glb);
		const task = await bench().done('remesh', { input_task_id: id, target_polycount: 500 });
		assert.deepEqual([task.type, task.task_error], ['remesh', null]);
		assert.deepEqual(Object.keys(task.model_urls), ['glb']);
		const scene = await sceneOf(await filesOf(task), 'model.glb');
		assert.ok(scene.triangles > 0 && scene.triangles <= 500, String(scene.triangles));
		const quads = await bench().done('remesh', {
			input_task_id: id,
			topology: 'quad',
			target_formats: ['fbx', '3mf'],
			resize_height: 3,
		});
		assert.deepEqual(names(await filesOf(quads)).slice(0, 2), ['model.3mf', 'model.fbx']);
	});

	it('convert: the same model in other formats', async () => {
		const { id } = await refine(glb);
		const task = await bench().done('convert', { input_task_id: id, target_formats: all });
		assert.deepEqual([task.type, task.task_error], ['convert', null]);
		const files = await filesOf(task);
		for (const format of all) {
			assert.ok(files.has(`model.${format}`), format);
		}
	});

	it('resize: the same model as tall, or as long, as is asked for', async () => {
		const { id } = await refine(glb);
		const tall = await bench().done('resize', { input_task_id: id, resize_height: 4 });
		assert.deepEqual([tall.type, tall.task_error], ['resize', null]);
		const height = async (task: TaskJson) => (await sceneOf(await filesOf(task), 'model.glb')).height;
		assert.ok(Math.abs((await height(tall)) - 4) < 0.01);
		const long = await bench().done('resize', { input_task_id: id, resize_longest_side: 1 });
		assert.ok((await height(long)) <= 1.001);
		const auto = await bench().done('resize', { input_task_id: id, auto_size: true, origin_at: 'center' });
		assert.ok((await height(auto)) > 0);
		const stl = Buffer.concat([Buffer.alloc(80), Buffer.from([1, 0, 0, 0]), Buffer.alloc(50)]);
		const model_url = dataUri(stl, 'application/octet-stream');
		const file = await bench().done('resize', { model_url, resize_height: 1 });
		assert.deepEqual(Object.keys(file.model_urls), ['stl'], 'a file keeps its format');
	});

	it('UV unwrap: a bare shape with texture coordinates', async () => {
		const { id } = await refine(glb);
		const task = await bench().done('uv-unwrap', { input_task_id: id });
		assert.equal(task.type, 'uv-unwrap');
		assert.deepEqual([Object.keys(task.model_urls), task.texture_urls], [['glb'], []]);
		assert.equal((await sceneOf(await filesOf(task), 'model.glb')).textures, 0);
	});

	it('rigging: the figure with a skeleton, and two gaits, in eight files', async () => {
		const { id } = await refine(glb);
		const waiting = await bench().look('rigging', await bench().make('rigging', { input_task_id: id }));
		assert.equal(waiting.result, null);
		const task = await bench().done('rigging', { input_task_id: id, height_meters: 2 });
		assert.equal(task.type, 'rig');
		assert.deepEqual(Object.keys(task.result.basic_animations), [
			'walking_glb_url',
			'walking_fbx_url',
			'walking_armature_glb_url',
			'running_glb_url',
			'running_fbx_url',
			'running_armature_glb_url',
		]);
		const files = await filesOf(task);
		assert.deepEqual(names(files), [
			'Animation_Running_armature.glb',
			'Animation_Running_withSkin.fbx',
			'Animation_Running_withSkin.glb',
			'Animation_Walking_armature.glb',
			'Animation_Walking_withSkin.fbx',
			'Animation_Walking_withSkin.glb',
			'Character_output.fbx',
			'Character_output.glb',
		]);
		const figure = await sceneOf(files, 'Character_output.glb');
		assert.ok(figure.joints > 10 && figure.clips.length === 0);
		assert.ok(Math.abs(figure.height - 2) < 0.01, String(figure.height));
		const walking = await sceneOf(files, 'Animation_Walking_withSkin.glb');
		assert.deepEqual([walking.clips, walking.meshes], [['Walking'], 1]);
		const skeleton = await sceneOf(files, 'Animation_Running_armature.glb');
		assert.deepEqual([skeleton.clips, skeleton.meshes], [['Running'], 0]);
	});

	it('animations: one action, or several as clips of one file, and what is made of them', async () => {
		const { id } = await refine(glb);
		const rig_task_id = (await bench().done('rigging', { input_task_id: id })).id;
		const one = await bench().done('animations', { rig_task_id, action_id: 30 });
		assert.equal(one.type, 'animate');
		const files = await filesOf(one);
		assert.deepEqual(names(files), [
			'Animation_Puddle_Jump_withSkin.fbx',
			'Animation_Puddle_Jump_withSkin.glb',
		]);
		assert.deepEqual((await sceneOf(files, 'Animation_Puddle_Jump_withSkin.glb')).clips, ['Puddle_Jump']);
		const several = await bench().done('animations', { rig_task_id, action_ids: [0, 22, 500] });
		const merged = await sceneOf(await filesOf(several), 'Animation_Merged_withSkin.glb');
		assert.deepEqual(merged.clips, ['Breathe_Idle', 'Last_Second_Sprint', 'Action_500']);
		for (const [post_process, field] of [
			[{ operation_type: 'change_fps', fps: 60 }, 'processed_animation_fps_fbx_url'],
			[{ operation_type: 'fbx2usdz' }, 'processed_usdz_url'],
			[{ operation_type: 'extract_armature' }, 'processed_armature_fbx_url'],
		] as const) {
			const task = await bench().done('animations', { rig_task_id, action_id: 0, post_process });
			assert.deepEqual(Object.keys(task.result), ['animation_glb_url', 'animation_fbx_url', field]);
			assert.equal((await filesOf(task)).size, 3);
		}
	});

	const library = `${pathOf('animations')}/library`;
	const read = async (query = '') =>
		(await bench().call<Record<string, unknown>[]>('GET', library + query)).body;
	const idsIn = async (query = '') => (await read(query)).map((entry) => entry.action_id);

	it('the library of actions: a bare list, with holes between its numbers', async () => {
		const entries = await read();
		assert.equal(entries.length, 40);
		assert.deepEqual(Object.keys(entries[0] ?? {}), [
			'action_id',
			'name',
			'key',
			'category',
			'sub_category',
			'preview_url',
		]);
		const ids = entries.map(({ action_id }) => Number(action_id));
		assert.equal(new Set(ids).size, ids.length);
		assert.ok(Math.max(...ids) - Math.min(...ids) >= ids.length, 'there are holes');
		assert.deepEqual([...new Set(entries.map(({ category }) => category))].sort(), [
			'BodyMovements',
			'DailyActions',
			'Dancing',
			'Fighting',
			'WalkAndRun',
		]);
	});

	it('the library of actions: searched by name, category and numbers, and in pages', async () => {
		assert.deepEqual(await idsIn('?search=WALK'), [12, 13]);
		assert.deepEqual(await idsIn('?category=Dancing'), [92, 93, 96, 97, 104]);
		assert.deepEqual(await idsIn('?category=Dancing&search=dance'), [96, 97, 104]);
		assert.deepEqual(await idsIn('?category=Dancing&search=walk'), []);
		assert.deepEqual(await idsIn('?category=dancing'), []);
		assert.deepEqual(await idsIn('?action_ids=0,30,31000'), [0, 30]);
		assert.deepEqual(await idsIn('?page_size=5&page_num=2'), [5, 6, 8, 9, 10]);
	});

	it('the library of actions: for those who have a key, and only to be read', async () => {
		assert.equal((await bench().call('GET', library, undefined, 'msy_invalid_0001')).status, 401);
		assert.equal((await bench().call('POST', library)).status, 405);
	});

	it('text to image and image to image: one picture, or three views', async () => {
		const words = { ai_model: 'gpt-image-2', prompt: 'a red knight' };
		const single = await bench().done('text-to-image', words);
		assert.deepEqual([single.type, names(await filesOf(single))], ['text-to-image', ['image.png']]);
		const views = await bench().done('text-to-image', { ...words, generate_multi_view: true });
		assert.equal((await filesOf(views)).size, 3);
		const reference = { ...words, reference_image_urls: [dataUri(png())] };
		const redrawn = await bench().done('image-to-image', reference);
		assert.deepEqual([redrawn.type, (await filesOf(redrawn)).size], ['image-to-image', 1]);
		const sides = await bench().done('image-to-image', { ...reference, generate_multi_view: true });
		assert.equal((await filesOf(sides)).size, 3);
		const again = await bench().done('image-to-image', { ...words, input_task_id: single.id });
		assert.equal((await filesOf(again)).size, 1);
	});

	it('goes all the way: words, picture, model, skeleton, action', async () => {
		const picture = await bench().done('text-to-image', { ai_model: 'nano-banana', prompt: 'a knight' });
		const model = await bench().done('image-to-3d', { ...glb, input_task_id: picture.id });
		const views = await bench().done('text-to-image', {
			ai_model: 'nano-banana',
			prompt: 'a knight',
			generate_multi_view: true,
		});
		const other = await bench().done('multi-image-to-3d', { ...glb, input_task_id: views.id });
		for (const { id } of [model, other]) {
			const rig = await bench().done('rigging', { input_task_id: id });
			const moving = await bench().done('animations', { rig_task_id: rig.id, action_id: 0 });
			assert.equal((await filesOf(moving)).size, 2);
		}
		const crate = await bench().done('text-to-image', { ai_model: 'nano-banana', prompt: 'a crate' });
		const thing = await bench().done('image-to-3d', { ...glb, input_task_id: crate.id });
		assert.equal((await bench().post('rigging', { input_task_id: thing.id })).status, 422);
	});

	it('gives the same bytes again, and other ones for another task', async () => {
		const task = await refine(glb);
		const first = (await filesOf(task)).get('model.glb');
		assert.ok(
			first?.equals((await filesOf(await bench().look('text-to-3d', task.id))).get('model.glb') ?? first),
		);
		const other = (await filesOf(await refine(glb))).get('model.glb');
		assert.ok(!first?.equals(other ?? first));
	});
});
