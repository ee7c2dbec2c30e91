import assert from 'node:assert/strict';
import { freshBench, pathOf } from './bench';
import { filesOf, sceneOf } from './files';

describe('sandbox, Meshy: motions made from words', () => {
	const bench = freshBench({ meshyTier: 'ultra', linkLifetimeSeconds: 3600 });
	const motion = (extra: object = {}) =>
		bench().done('text-to-motion', { prompt: 'waves hello', duration: 3.5, ...extra });

	it('are a skeleton that moves: FBX, or BVH for less', async () => {
		const prime = await motion();
		assert.deepEqual(
			[prime.type, prime.prompt, prime.consumed_credits],
			['text-to-motion', 'waves hello', 10],
		);
		const { motion_url: _, ...told } = prime.result;
		assert.deepEqual(told, { motion_format: 'fbx', duration_ms: 3500, mode: 'prime' });
		assert.deepEqual([...(await filesOf(prime)).keys()], ['motion.fbx']);
		const swift = await motion({ mode: 'swift' });
		assert.deepEqual([swift.consumed_credits, swift.result.motion_format], [3, 'bvh']);
		const bvh = (await filesOf(swift)).get('motion.bvh')?.toString() ?? '';
		assert.match(bvh, /^HIERARCHY\nROOT \w+\n/);
		assert.match(bvh, /\nMOTION\nFrames: 106\nFrame Time: 0\.033333\n/);
	});

	it('say nothing of their result before they have one', async () => {
		const id = await bench().make('text-to-motion', { prompt: 'bows', duration: 2 });
		assert.equal((await bench().look('text-to-motion', id)).result, null);
	});

	it('move a rig, instead of an action of the library', async () => {
		const previewed = await bench().done('text-to-3d', {
			mode: 'preview',
			prompt: 'a knight',
			target_formats: ['glb'],
		});
		const body = { mode: 'refine', preview_task_id: previewed.id, target_formats: ['glb'] };
		const { id: input_task_id } = await bench().done('text-to-3d', body);
		const rig_task_id = (await bench().done('rigging', { input_task_id })).id;
		const motion_task_id = (await motion()).id;
		const moved = await bench().done('animations', { rig_task_id, motion_task_id });
		assert.equal(moved.consumed_credits, 3);
		const scene = await sceneOf(await filesOf(moved), 'Animation_Motion_withSkin.glb');
		assert.deepEqual([scene.clips, scene.meshes], [['waves hello'], 1]);
		for (const wrong of [
			{ rig_task_id, motion_task_id: rig_task_id },
			{ rig_task_id: motion_task_id, motion_task_id },
			{ rig_task_id, motion_task_id, action_id: 1 },
		])
			assert.equal((await bench().post('animations', wrong)).status, 400, JSON.stringify(wrong));
	});

	for (const [wrong, words] of [
		[{ duration: undefined }, /duration is required/],
		[{ duration: 1.5 }, /duration/],
		[{ duration: 10.5 }, /duration/],
		[{ duration: 2.25 }, /duration/],
		[{ duration: '3' }, /duration/],
		[{ mode: 'slow' }, /mode/],
		[{ prompt: ' ' }, /prompt/],
		[{ prompt: 'x'.repeat(401) }, /prompt/],
	] as const)
		it(`refuses ${JSON.stringify(wrong).slice(0, 40)}`, async () => {
			const answer = await bench().post('text-to-motion', { prompt: 'bows', duration: 2, ...wrong });
			assert.equal(answer.status, 400);
			assert.match(String(answer.body.message), words);
		});

	it('are listed and deleted like other tasks', async () => {
		const { id } = await motion();
		const list = await bench().call<{ id: string }[]>('GET', pathOf('text-to-motion'));
		assert.deepEqual(
			list.body.map((task) => task.id),
			[id],
		);
		assert.equal((await bench().call('DELETE', `${pathOf('text-to-motion')}/${id}`)).status, 200);
	});
});
