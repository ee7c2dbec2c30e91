import assert from 'node:assert/strict';
import { draftJobs } from '../../../src/core/jobs/drafts/draft';
import { isQuote, quoteOf } from '../../../src/core/jobs/drafts/quote';
import type { GenerateRequest } from '../../../src/core/model/generateRequest';
import { creditsOf, type JobRecord, taskOf } from '../../../src/core/model/jobRecord';
import { tripoPresets } from '../../../src/core/presets/builtIn/tripo';
import { filledIn } from '../../../src/core/presets/fillIn';
import { applyPreset } from '../../../src/core/presets/preset';
import { noLimits } from '../../../src/core/spending/limits';
import { EngineHarness, type Run } from '../engineHarness';

const title = 'Concept to Animated Character';
/** The service's names for the steps, in their order, and what each costs. */
const steps = [
	['text_to_image', 20],
	['generate_multiview_image', 10],
	['multiview_to_model', 30],
	['highpoly_to_lowpoly', 30],
	['animate_rig', 25],
	['animate_retarget', 30],
] as const;
const price = 145;

const kept = ['knight.jpeg', 'knight.jpeg.propsmith.json'];
const clips = ['knight-idle.glb', 'knight-run.glb', 'knight-walk.glb'];
const all = [...kept, ...clips, 'knight-idle.propsmith.json'].sort();

const nobody = (): undefined => undefined;

describe('From one prompt over a concept picture and its views to an animated character', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	function chain(): GenerateRequest {
		const recipe = tripoPresets.find((one) => one.title === title) ?? assert.fail(`no preset ${title}`);
		const inputs = { operation: 'textToModel', prompt: 'knight', options: {} } as const;
		const made = applyPreset(recipe, { provider: 'tripo', ...inputs });
		assert.ok(made);
		return { ...filledIn(made, {}, nobody), folder: harness.output, name: 'knight' };
	}

	async function start(run: Run): Promise<string[]> {
		const drafts = draftJobs([chain()], nobody, { title: 'knight', random: () => 0 });
		return (await run.engine.call('add', drafts, noLimits)).map(({ id }) => id);
	}

	/** One after the other: each has its own time to come to its end. */
	async function allDone(run: Run, ids: readonly string[]): Promise<JobRecord[]> {
		const jobs: JobRecord[] = [];
		for (const id of ids) jobs.push(await harness.until(run, id, 'done'));
		return jobs;
	}

	/** Each step once, in its order, at the price that was told; and only what was asked for is in the folder. */
	async function assertRight(run: Run, jobs: readonly JobRecord[]): Promise<void> {
		const { tasks } = await harness.sandbox.ledger();
		assert.deepEqual(
			tasks.map(({ type, charged }) => [type, charged]),
			steps,
		);
		const ids = tasks.map(({ taskId }) => taskId);
		assert.deepEqual(
			jobs.map(({ state }) => taskOf(state)?.id),
			ids,
		);
		const posts = await harness.sandbox.posts();
		assert.deepEqual(
			posts.map(({ taskId }) => taskId),
			ids,
			'one POST for each step',
		);
		for (const { estimate, state } of jobs) assert.equal(creditsOf(state), estimate);
		assert.deepEqual(
			run.engine.entries().map(({ estimate, charge }) => [estimate, charge]),
			steps.map(([, credits]) => [credits, credits]),
		);
		assert.deepEqual(await harness.files(), all);
		assert.deepEqual(
			jobs.map(({ state }) => (state.kind === 'done' ? state.files.length : -1)),
			[1, 0, 0, 0, 0, 3],
			'what is between stays at the service',
		);
	}

	it('has its price before it starts', () => {
		const quote = quoteOf([chain()], nobody);
		assert.ok(isQuote(quote));
		assert.deepEqual([quote.credits, quote.unpriced], [price, 0]);
	});

	it('runs by itself to its end', async () => {
		const run = await harness.start();
		await assertRight(run, await allDone(run, await start(run)));
		const [views] = await harness.sandbox.bodies('POST', /image-to-multiview/);
		assert.match(String(views?.input), /^file_/);
		const uploads = (await harness.sandbox.requests()).filter(({ path }) => path === '/v3/files');
		assert.equal(uploads.length, 1, 'the picture alone goes up again');
	});

	for (const [step, [type]] of steps.slice(0, -1).entries())
		it(`neither repeats nor loses a step when killed after ${type}`, async () => {
			const run = await harness.start();
			const ids = await start(run);
			await harness.until(run, ids[step] ?? '', 'downloading', 'done');
			const next = await harness.reload(run);
			await assertRight(next, await allDone(next, ids));
		});
});
