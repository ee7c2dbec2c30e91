import assert from 'node:assert/strict';
import { dataUri, freshBench, type TaskJson } from './bench';
import { filesOf, sceneOf } from './files';

interface Found {
	status: string;
	issue_count: number;
	error_count: number;
	warning_count: number;
	metrics: Record<string, number | boolean>;
	evaluated_at: number;
}

const foundIn = (task: TaskJson): Found => task.printability as Found;

/** One triangle: nothing is less closed. */
const sheet = 'v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n';

describe('sandbox, Meshy: models for printing', () => {
	const bench = freshBench({ meshyTier: 'ultra', linkLifetimeSeconds: 3600 });
	const preview = (prompt: string) =>
		bench().done('text-to-3d', { mode: 'preview', prompt, target_formats: ['glb'] });

	it('are analyzed for nothing: what the mesh has, without a file', async () => {
		const { id: input_task_id } = await preview('a knight');
		const analyzed = await bench().done('print/analyze', { input_task_id });
		assert.deepEqual([analyzed.type, analyzed.consumed_credits], ['print-analyze', 0]);
		assert.equal((await filesOf(analyzed)).size, 0);
		const { status, issue_count, error_count, warning_count, metrics } = foundIn(analyzed);
		assert.ok(['healthy', 'warning', 'error'].includes(status));
		assert.equal(issue_count, error_count + warning_count);
		assert.ok(Number(metrics.volume) > 0);
		assert.equal(metrics.is_watertight, metrics.holes === 0);
	});

	it('are repaired: closed, bare, and of about the same size', async () => {
		const previewed = await preview('a barrel');
		const before = foundIn(await bench().done('print/analyze', { input_task_id: previewed.id }));
		assert.equal(before.status, 'error', 'its hoops are open rings');
		const repaired = await bench().done('print/repair', { input_task_id: previewed.id });
		assert.deepEqual([repaired.type, repaired.consumed_credits], ['print-repair', 10]);
		assert.deepEqual([repaired.model_urls.stl, repaired.model_urls.obj], ['', '']);
		const files = await filesOf(repaired);
		const [was, is] = [
			await sceneOf(await filesOf(previewed), 'model.glb'),
			await sceneOf(files, 'model.glb'),
		];
		assert.ok(Math.abs(is.height - was.height) < 0.01 * was.height);
		const uploaded = dataUri(files.get('model.glb') ?? Buffer.alloc(0), 'application/octet-stream');
		const after = foundIn(await bench().done('print/analyze', { model_url: uploaded }));
		assert.deepEqual(
			[after.metrics.is_watertight, after.metrics.holes, after.metrics.degenerate_faces],
			[true, 0, 0],
		);
		assert.notEqual(after.status, 'error');
	});

	it('keep the format that they came in', async () => {
		const model_url = dataUri(Buffer.from(sheet), 'application/octet-stream');
		const repaired = await bench().done('print/repair', { model_url });
		assert.deepEqual([repaired.model_urls.glb, repaired.model_urls.stl], ['', '']);
		assert.match(repaired.model_urls.obj ?? '', /model\.obj/);
	});

	it('are looked for in tasks and files that have one', async () => {
		const fbx = dataUri(Buffer.from('Kaydara FBX Binary  \0'), 'application/octet-stream');
		for (const resource of ['print/analyze', 'print/repair'])
			for (const [body, status] of [
				[{}, 400],
				[{ input_task_id: 'x' }, 400],
				[{ input_task_id: '0192f3a4-0000-7000-8000-000000000000' }, 404],
				[{ model_url: fbx }, 400],
			] as const)
				assert.equal((await bench().post(resource, body)).status, status, JSON.stringify(body));
	});
});
