import assert from 'node:assert/strict';
import { join } from 'node:path';
import { taskOf } from '../../../src/core/model/jobRecord';
import type { JobRequest, Operation } from '../../../src/core/model/request';
import { meshyCatalogue } from '../../../src/core/providers/meshy/catalogue/catalogue';
import { EngineHarness, type Run, text } from '../engineHarness';

const art = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art');
const picture = join(art, 'barrel.png');
const front = join(art, 'robot-front.png');
const left = join(art, 'robot-left.png');

describe('Engine: adopting tasks of Meshy', () => {
	let harness: EngineHarness;
	let run: Run;
	/** One task of each operation, by what made it. */
	const tasks = new Map<Operation, string>();

	/** Makes it, and forgets the job. */
	async function foreign(request: JobRequest): Promise<string> {
		const [id = ''] = await harness.make(run, request);
		const job = await harness.until(run, id, 'done', 'failed', 'blocked', 'refused');
		assert.equal(job.state.kind, 'done', JSON.stringify(job.state));
		const taskId = taskOf(job.state)?.id ?? '';
		await run.engine.call('remove', id);
		tasks.set(request.operation, taskId);
		return taskId;
	}
	const of = (operation: Operation, id: string, extra: Partial<JobRequest> = {}): JobRequest => ({
		...{ operation, source: { kind: 'task', id }, options: {} },
		...extra,
	});

	before(async () => {
		harness = await EngineHarness.open({}, 'meshy');
		run = await harness.start();
		const model = await foreign(text('knight'));
		await foreign(of('refine', model, { prompt: 'rusty' }));
		await foreign({ operation: 'imageToModel', images: [picture], options: {} });
		await foreign({ operation: 'multiviewToModel', views: { front, left }, options: {} });
		await foreign(of('texture', model, { prompt: 'mossy stone' }));
		await foreign(of('remesh', model));
		await foreign(of('convert', model, { options: { target_formats: ['fbx'] } }));
		await foreign(of('resize', model, { options: { resize_height: 2 } }));
		await foreign(of('uvUnwrap', model));
		const rig = await foreign(of('rig', tasks.get('refine') ?? ''));
		await foreign(of('retarget', rig, { options: { action_id: 1 } }));
		await foreign({ operation: 'textToImage', prompt: 'oak door', options: {} });
		await foreign({ operation: 'imageToImage', prompt: 'at night', images: [picture], options: {} });
	});
	after(() => harness.close());

	const known = ['textToModel', 'refine', 'imageToModel', 'multiviewToModel', 'texture', 'remesh', 'convert'];
	const operations = [...known, 'resize', 'uvUnwrap', 'rig', 'retarget', 'textToImage', 'imageToImage'];
	for (const operation of operations as Operation[])
		it(`finds out that a task is one of ${operation}, and brings its files`, async () => {
			const posts = (await harness.sandbox.posts()).length;
			const taskId = tasks.get(operation) ?? '';
			const { id } = await run.engine.call('adopt', { provider: 'meshy', taskId, folder: harness.output });
			const job = await harness.until(run, id, 'done', 'failed', 'blocked', 'refused');
			assert.ok(job.state.kind === 'done', JSON.stringify(job.state));
			assert.ok(job.request.operation === 'adoptTask');
			assert.equal(job.request.madeBy, operation);
			const [file] = job.state.files;
			const { gives } = meshyCatalogue.operations[operation] ?? {};
			const extension = operation === 'convert' ? 'fbx' : gives === 'model' ? 'glb' : 'png';
			assert.equal(file?.path.split('.').at(-1), extension);
			await run.engine.call('remove', id);
			assert.equal((await harness.sandbox.posts()).length, posts);
		});

	it('lists what the account has of all kinds, newest first', async () => {
		const listed = await run.engine.call('history', 'meshy');
		assert.deepEqual(
			new Map(listed.map(({ operation, taskId }) => [operation, taskId])),
			new Map([...tasks].reverse()),
		);
		const times = listed.map(({ createdAt }) => createdAt ?? 0);
		assert.deepEqual(
			times,
			[...times].sort((a, b) => b - a),
		);
		assert.equal(listed.find(({ operation }) => operation === 'refine')?.prompt, 'rusty');
	});

	it('passes over kinds that are not there for the account, or answer with another task', async () => {
		const step = (path: string, action: unknown) => ({ method: 'GET', path, action });
		await harness.sandbox.control('/faults', [
			step('/openapi/v2/text-to-3d/*', 'wrongTaskId'),
			step('/openapi/v1/image-to-3d/*', { type: 'status', status: 403, message: 'not in this plan' }),
			step('/openapi/v1/remesh/*', { type: 'status', status: 404, message: 'not found' }),
			step('/openapi/v1/uv-unwrap', { type: 'status', status: 403, message: 'not in this plan' }),
		]);
		const taskId = tasks.get('textToImage') ?? '';
		const { id } = await run.engine.call('adopt', { provider: 'meshy', taskId, folder: harness.output });
		const { request } = await harness.until(run, id, 'done', 'failed', 'blocked');
		assert.equal(request.operation === 'adoptTask' && request.madeBy, 'textToImage');
		await run.engine.call('remove', id);
		const listed = await run.engine.call('history', 'meshy');
		assert.ok(listed.every(({ operation }) => operation !== 'uvUnwrap'));
		assert.equal(listed.length, tasks.size - 1);
	});

	it('does not take trouble with the account for a task that is not there', async () => {
		const unauthorised = { type: 'status', status: 401 };
		await harness.sandbox.control('/faults', [{ method: 'GET', path: '/openapi/**', action: unauthorised }]);
		const taskId = tasks.get('rig') ?? '';
		await assert.rejects(run.engine.call('adopt', { provider: 'meshy', taskId, folder: harness.output }), {
			code: 'keyRejected',
		});
	});

	it('asks once where it is known what a task is, and says so when there is no such task', async () => {
		const before = (await harness.sandbox.requests()).length;
		const taskId = tasks.get('retarget') ?? '';
		await run.engine.call('adopt', { provider: 'meshy', taskId, madeBy: 'retarget', folder: harness.output });
		const [first] = (await harness.sandbox.requests()).slice(before);
		assert.match(first?.path ?? '', /animations/);
		const unknown = { provider: 'meshy', taskId: '0197b0de-51c2-7f6a-9d1e-3c5a7be0f412' } as const;
		await assert.rejects(run.engine.call('adopt', { ...unknown, folder: harness.output }), {
			code: 'taskNotFound',
		});
	});
});
