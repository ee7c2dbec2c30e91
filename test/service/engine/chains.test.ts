import assert from 'node:assert/strict';
import { draftJob } from '../../../src/core/jobs/drafts/draft';
import { groupOf } from '../../../src/core/jobs/drafts/group';
import type { JobDraft } from '../../../src/core/model/jobDraft';
import { creditsOf, errorOf, type JobRecord, taskOf } from '../../../src/core/model/jobRecord';
import type { JobRequest } from '../../../src/core/model/request';
import { noLimits } from '../../../src/core/spending/limits';
import { EngineHarness, type Run, text } from '../engineHarness';

/** From one prompt to a rigged character with three clips, as FBX. */
const character: readonly JobRequest[] = [
	text('knight', { model: 'v3.1-20260211', face_limit: 5000 }),
	{ operation: 'rigCheck', source: { kind: 'step', index: 0 }, options: {} },
	{ operation: 'rig', source: { kind: 'step', index: 0 }, options: { model: 'v1.0-20240301' } },
	{
		operation: 'retarget',
		source: { kind: 'step', index: 2 },
		options: { animations: ['preset:biped:idle', 'preset:biped:walk', 'preset:biped:run'] },
	},
	{ operation: 'convert', source: { kind: 'step', index: 3 }, options: { format: 'FBX' } },
];
const last = character.length - 1;

/** 20 for the textured model, nothing for the check, 25 for the rig, 10 a clip, 5 for the file format. */
const price = 20 + 0 + 25 + 30 + 5;

describe('Chains: steps that go on from each other', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	async function start(run: Run, steps: readonly JobRequest[]): Promise<string[]> {
		const jobs = steps.map(
			(request, index): JobDraft => ({
				provider: 'tripo',
				request,
				destination: { folder: harness.output, name: 'knight' },
				...(index < steps.length - 1 ? { deliver: false } : {}),
			}),
		);
		const group = groupOf(jobs, 'knight');
		const drafts = jobs.map((job) => ({
			...draftJob(job, (source) => (source.kind === 'step' ? jobs[source.index] : undefined)),
			...group,
		}));
		return (await run.engine.call('add', drafts, noLimits)).map(({ id }) => id);
	}

	async function allDone(run: Run, ids: readonly string[]): Promise<JobRecord[]> {
		return Promise.all(ids.map((id) => harness.until(run, id, 'done')));
	}

	async function assertBoughtOnce(jobs: readonly JobRecord[]): Promise<void> {
		const { tasks, entries } = await harness.sandbox.ledger();
		assert.deepEqual(
			tasks.map(({ taskId }) => taskId).sort(),
			jobs.map(({ state }) => taskOf(state)?.id ?? 'none').sort(),
		);
		const charged = entries
			.filter(({ kind }) => kind === 'charge')
			.reduce((sum, entry) => sum + entry.credits, 0);
		assert.equal(charged, price);
		assert.equal(
			jobs.reduce((sum, { state }) => sum + (creditsOf(state) ?? 0), 0),
			price,
		);
		assert.equal(
			jobs.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0),
			price,
		);
	}

	it('run by themselves, and bring only the last one’s file', async () => {
		const run = await harness.start();
		const jobs = await allDone(run, await start(run, character));
		assert.deepEqual(await harness.files(), ['knight.fbx', 'knight.fbx.propsmith.json']);
		assert.deepEqual(
			jobs.map(({ state }) => (state.kind === 'done' ? state.files.length : -1)),
			[0, 0, 0, 0, 1],
		);
		const check = jobs[1]?.state;
		assert.deepEqual(check?.kind === 'done' && check.findings, { riggable: true, rig_type: 'biped' });
		await assertBoughtOnce(jobs);
		const bodies = await harness.sandbox.bodies('POST', /rig|retarget|convert/);
		assert.deepEqual(
			bodies.map((body) => body.input),
			[0, 0, 2, 3].map((index) => taskOf(jobs[index]?.state ?? { kind: 'waiting' })?.id),
		);
	});

	for (let step = 0; step < last; step++)
		it(`neither repeat nor lose one when killed between step ${step + 1} and the next`, async () => {
			const run = await harness.start();
			const ids = await start(run, character);
			await harness.until(run, ids[step] ?? '', 'downloading', 'done');
			const next = await harness.reload(run);
			await assertBoughtOnce(await allDone(next, ids));
			assert.deepEqual(await harness.files(), ['knight.fbx', 'knight.fbx.propsmith.json']);
		});

	it('hold when a step fails, and go on from there when it is retried', async () => {
		const run = await harness.start();
		await harness.sandbox.control('/clock', { speed: 0 });
		const ids = await start(run, character);
		const [first = '', check = '', rig = ''] = ids;
		await harness.until(run, first, 'running');
		await harness.sandbox.control('/tasks/next', { status: 'failed', when: 'due' });
		await harness.sandbox.control('/tasks/next', { status: 'failed', when: 'due' });
		await harness.sandbox.control('/clock', { speed: 400 });
		// The check and the rig both go on from the model, so they are the next two that are made.
		await harness.until(run, check, 'failed');
		await harness.until(run, rig, 'failed');
		for (const id of ids.slice(3)) {
			const held = await harness.until(run, id, 'blocked');
			assert.equal(errorOf(held.state)?.code, 'sourceNotReady');
		}
		await run.engine.call('retry', check, noLimits);
		await run.engine.call('retry', rig, noLimits);
		const jobs = await allDone(run, ids);
		assert.equal(
			jobs.reduce((sum, { state }) => sum + (creditsOf(state) ?? 0), 0),
			price,
		);
	});

	it('bring the file of a step that was left at the service when somebody wants it', async () => {
		const run = await harness.start();
		const ids = await start(run, character.slice(0, 2));
		const [first = ''] = ids;
		await allDone(run, ids);
		assert.deepEqual(await harness.files(), []);
		await run.engine.call('fetch', first);
		await harness.until(run, first, 'done');
		assert.deepEqual(await harness.files(), ['knight.glb', 'knight.propsmith.json']);
		await assert.rejects(run.engine.call('fetch', first), /isn’t available in the job’s present state/);
	});

	it('keep a step that a later one still needs in the list', async () => {
		const run = await harness.start();
		const ids = await start(run, character);
		const [first = ''] = ids;
		await harness.until(run, first, 'done');
		await assert.rejects(run.engine.call('remove', first), /later step/);
		await allDone(run, ids);
		await run.engine.call('remove', first);
	});
});
