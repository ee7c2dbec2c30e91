import assert from 'node:assert/strict';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sidecarPath } from '../../../src/core/assets/placement';
import { errorOf, taskOf } from '../../../src/core/model/jobRecord';
import type { JobRequest } from '../../../src/core/model/request';
import { noLimits } from '../../../src/core/spending/limits';
import { EngineHarness, type Run, text } from '../engineHarness';

const art = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art');
const barrel = join(art, 'barrel.png');
const aPicture = /^data:image\/png;base64,iVBOR/;

describe('Engine: options that name files or results', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open({}, 'meshy');
	});
	afterEach(() => harness.close());

	/** A rig, whose id is the answer. */
	async function rig(run: Run): Promise<string> {
		const step = (index: number) => ({ kind: 'step', index }) as const;
		const [, , id = ''] = await harness.make(
			run,
			text('a robot knight', { pose_mode: 'a-pose' }),
			{ operation: 'refine', source: step(0), options: {} },
			{ operation: 'rig', source: step(1), options: {} },
		);
		await harness.until(run, id, 'done');
		return id;
	}

	const motion = (prompt: string): JobRequest => ({ operation: 'textToMotion', prompt, options: {} });
	const moved = (rigId: string, motionId: string): JobRequest => ({
		operation: 'retarget',
		source: { kind: 'job', id: rigId },
		options: { motion_task_id: motionId },
	});
	const posts = (path: string): Promise<readonly unknown[]> =>
		harness.sandbox.bodies('POST', new RegExp(`^/openapi/v1/${path}$`));

	it('waits for a motion that is still being made, and sends its task', async () => {
		const run = await harness.start();
		const rigId = await rig(run);
		const [motionId = ''] = await harness.makeNamed(run, 'wave', motion('waves hello'));
		const [id = ''] = await harness.makeNamed(run, 'hello', moved(rigId, motionId));
		assert.equal(run.journal.get(id).request.options.motion_task_id, motionId);
		const { state } = await harness.until(run, id, 'done', 'failed', 'blocked');
		assert.ok(state.kind === 'done', JSON.stringify(state));
		assert.deepEqual(
			state.files.map(({ path }) => basename(path)),
			['hello.glb', 'hello.fbx'],
		);
		const [body] = await posts('animations');
		assert.deepEqual(body, {
			rig_task_id: taskOf(run.journal.get(rigId).state)?.id,
			motion_task_id: taskOf(run.journal.get(motionId).state)?.id,
		});
		const made = await harness.until(run, motionId, 'done');
		assert.ok(made.state.kind === 'done');
		assert.deepEqual(
			made.state.files.map(({ path }) => basename(path)),
			['wave.fbx'],
		);
	});

	it('takes a motion by its task’s id, too', async () => {
		const run = await harness.start();
		const rigId = await rig(run);
		const [motionId = ''] = await harness.make(run, motion('bows'));
		await harness.until(run, motionId, 'done');
		const taskId = taskOf(run.journal.get(motionId).state)?.id ?? '';
		const [id = ''] = await harness.make(run, moved(rigId, taskId));
		await harness.until(run, id, 'done');
	});

	it('is held up by a motion that fails, pays nothing, and goes on when the motion is there after all', async () => {
		const run = await harness.start();
		const rigId = await rig(run);
		await harness.sandbox.control('/tasks/next', { service: 'meshy', status: 'FAILED' });
		const [motionId = ''] = await harness.make(run, motion('waves'));
		const [id = ''] = await harness.make(run, moved(rigId, motionId));
		const held = await harness.until(run, id, 'blocked', 'done', 'failed');
		assert.equal(errorOf(held.state)?.code, 'sourceNotReady', JSON.stringify(held.state));
		assert.deepEqual(await posts('animations'), []);
		await run.engine.call('retry', motionId, noLimits);
		await harness.until(run, motionId, 'done');
		await harness.until(run, id, 'done');
		assert.equal((await posts('animations')).length, 1);
	});

	it('sends style pictures as files, and names them without their folders beside the asset', async () => {
		const run = await harness.start();
		const [id = ''] = await harness.make(run, {
			operation: 'multiviewToModel',
			images: [join(art, 'robot-front.png')],
			options: { texture_image_urls: [barrel, join(art, 'robot-left.png')] },
		});
		await harness.until(run, id, 'done');
		const [body] = (await posts('multi-image-to-3d')) as [{ texture_image_urls: string[] }];
		assert.equal(body.texture_image_urls.length, 2);
		for (const uri of body.texture_image_urls) assert.match(uri, aPicture);
		const sidecar = await readFile(sidecarPath(join(harness.output, 'thing.glb')), 'utf8');
		assert.deepEqual(JSON.parse(sidecar).options.texture_image_urls, ['barrel.png', 'robot-left.png']);
		assert.doesNotMatch(JSON.stringify(body), /sample-game/);
	});

	it('stops before anything is paid when a style picture is gone, and goes on after a restart with it', async () => {
		let run = await harness.start();
		const style = join(harness.root, 'style.png');
		await copyFile(barrel, style);
		await rm(style);
		const [id = ''] = await harness.make(run, {
			operation: 'imageToModel',
			images: [join(art, 'robot-front.png')],
			options: { texture_image_url: style },
		});
		const stopped = await harness.until(run, id, 'failed', 'blocked', 'done');
		assert.equal(errorOf(stopped.state)?.code, 'imageMissing');
		assert.deepEqual(await posts('image-to-3d'), []);
		await copyFile(barrel, style);
		run = await harness.reload(run);
		await run.engine.call('retry', id, noLimits);
		await harness.until(run, id, 'done');
		const [body] = (await posts('image-to-3d')) as [{ texture_image_url: string }];
		assert.match(body.texture_image_url, aPicture);
	});
});
