import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError } from '../../../src/core/model/errors';
import { errorOf, type JobRecord, type JobState } from '../../../src/core/model/jobRecord';
import type { JobRequest } from '../../../src/core/model/request';
import { noLimits } from '../../../src/core/spending/limits';
import { glbWithJson } from '../../unit/core/support/glb';
import { fileOf, from, TripoSteps } from './tripoSteps';

const nobody = '0197b0de-51c2-4f6a-8d1e-3c5a7be0f412';

interface Trouble {
	readonly what: string;
	readonly request: (steps: TripoSteps) => Promise<JobRequest>;
	readonly kind: JobState['kind'];
	/** Code, and words of the message that the user reads. */
	readonly words: RegExp;
	/** Nothing was sent that could cost. */
	readonly unsent?: true;
}

const troubles: readonly Trouble[] = [
	{
		what: 'a texture’s words, at once',
		request: async (steps) => ({ ...(await steps.onKnight('texture')), prompt: 'sandbox-refuse' }),
		kind: 'refused',
		words: /^contentRefused: .*No credits were used.*Change the input/,
	},
	{
		what: 'a texture’s words, later',
		request: async (steps) => ({ ...(await steps.onKnight('texture')), prompt: 'sandbox-ban' }),
		kind: 'refused',
		words: /^contentRefused: .*No credits were used/,
	},
	{
		what: 'the words for a view',
		request: async (steps) => ({
			operation: 'editMultiview',
			source: from(await steps.views()),
			options: { prompts: [{ view: 'left', prompt: 'sandbox-refuse' }] },
		}),
		kind: 'refused',
		words: /^contentRefused/,
	},
	{
		what: 'a task that breaks down',
		request: async (steps) => ({ ...(await steps.onKnight('texture')), prompt: 'sandbox-fail' }),
		kind: 'failed',
		words: /^taskFailed: .*No credits were used.*Retry/,
	},
	{
		what: 'a clip on a rig that only its id is known of',
		request: async (steps) => {
			const { state } = await steps.rig({ model: 'v2.5-20260210', rig_type: 'quadruped' });
			return {
				operation: 'retarget',
				source: { kind: 'task', id: state.task.id },
				options: { animation: 'preset:walk' },
			};
		},
		kind: 'failed',
		words: /^taskFailed: .*preset:walk cannot be put on.*No credits were used/,
	},
	{
		what: 'a task that nobody knows',
		request: async () => ({ operation: 'rig', source: { kind: 'task', id: nobody }, options: {} }),
		kind: 'failed',
		words: /^sourceGone: .*No credits were used/,
	},
	{
		what: 'a picture’s task that nobody knows',
		request: async () => ({
			operation: 'imageToMultiview',
			source: { kind: 'task', id: nobody },
			options: {},
		}),
		kind: 'failed',
		words: /^sourceGone: .*No credits were used/,
		unsent: true,
	},
	{
		what: 'a task that made no picture',
		request: async (steps) => {
			const { state } = await steps.knight();
			return { operation: 'imageToMultiview', source: { kind: 'task', id: state.task.id }, options: {} };
		},
		kind: 'failed',
		words: /^requestInvalid: .*the picture of task .*: the task made none.*No credits were used/,
		unsent: true,
	},
	{
		what: 'a task of another kind',
		request: async (steps) => {
			const { state } = await steps.concept();
			return { operation: 'rig', source: { kind: 'task', id: state.task.id }, options: {} };
		},
		kind: 'failed',
		words: /^requestInvalid: .*text_to_image.*No credits were used/,
	},
	{
		what: 'a rig model that is gone',
		request: (steps) => steps.onKnight('rig', { model: 'v2.0-20250506' }),
		kind: 'failed',
		words: /^(modelRetired|requestInvalid): .*No credits were used/,
	},
	{
		what: 'a file that is not what its name says',
		request: async (steps) => ({
			operation: 'import',
			source: { kind: 'file', path: await put(steps, 'fake.fbx', 'neither binary nor text of an FBX') },
			options: {},
		}),
		kind: 'failed',
		words: /^modelUnreadable: The model file is damaged.*No credits were used/,
		unsent: true,
	},
	{
		what: 'a GLB that was cut',
		request: async (steps) => ({
			operation: 'rigCheck',
			source: { kind: 'file', path: await put(steps, 'cut.glb', glbWithJson({ asset: {} }).subarray(0, 30)) },
			options: {},
		}),
		kind: 'failed',
		words: /^modelUnreadable: .*its header says/,
		unsent: true,
	},
	{
		what: 'a file that is gone',
		request: async (steps) => ({
			operation: 'convert',
			source: { kind: 'file', path: join(steps.harness.root, 'gone.glb') },
			options: { format: 'FBX' },
		}),
		kind: 'blocked',
		words: /^modelMissing: .*No credits were used/,
		unsent: true,
	},
];

async function put(steps: TripoSteps, name: string, bytes: string | Uint8Array): Promise<string> {
	const path = join(steps.harness.root, name);
	await writeFile(path, bytes);
	return path;
}

describe('Tripo’s operations, when something is wrong', () => {
	let steps: TripoSteps;
	before(async () => {
		steps = await TripoSteps.open();
	});
	after(() => steps.close());

	const bill = () => steps.harness.sandbox.bill();
	const said = ({ state }: JobRecord): string => {
		const error = errorOf(state);
		return error ? `${error.code}: ${describeError(error)}` : 'no error';
	};

	for (const { what, request, kind, words, unsent } of troubles)
		it(`${what}: ${kind}`, async () => {
			const asked = await request(steps);
			const before = { bill: await bill(), posts: (await steps.harness.sandbox.posts()).length };
			const job = await steps.end(asked);
			assert.equal(job.state.kind, kind, said(job));
			assert.match(said(job), words);
			assert.equal((await bill()).charged, before.bill.charged);
			const posts = (await steps.harness.sandbox.posts()).length - before.posts;
			assert.equal(posts, unsent ? 0 : 1, 'never sent again unchanged');
		});

	it('a source that was refused: the step says so, and goes on when the source is there after all', async () => {
		const { harness, run } = steps;
		await harness.sandbox.control('/tasks/next', { status: 'failed' });
		const [first = '', second = ''] = await harness.makeNamed(
			run,
			'chain',
			{ operation: 'textToModel', prompt: 'wizard', options: {} },
			{ operation: 'rigCheck', source: { kind: 'step', index: 0 }, options: {} },
		);
		await harness.until(run, first, 'failed');
		assert.match(said(await harness.until(run, second, 'blocked')), /^sourceNotReady/);
		await run.engine.call('retry', first, noLimits);
		const done = await harness.until(run, second, 'done');
		assert.equal(done.state.kind === 'done' && done.state.findings?.riggable, true);
	});

	it('credits that run out before a rig: it waits, and goes on when there are some', async () => {
		const { harness } = steps;
		const request = await steps.onKnight('rig', { spec: 'mixamo' });
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, balance: 24 });
		const id = await steps.start(request);
		assert.match(said(await harness.until(steps.run, id, 'blocked')), /^creditsExhausted/);
		await harness.sandbox.control('/accounts', { key, balance: 100_000 });
		await harness.until(steps.run, id, 'done');
	});

	describe('an archive that is cut though its length is right', () => {
		/** An archive that comes so often in half. */
		async function cutArchive(times: number): Promise<JobRecord> {
			const request = await steps.onKnight('convert', { format: 'OBJ' });
			await steps.harness.sandbox.control('/faults', [
				{ origin: 'files', path: '^/.*\\.zip$', times, action: { type: 'truncate', bytes: 5000 } },
			]);
			return steps.end(request);
		}
		const hidden = async (): Promise<string[]> =>
			(await readdir(steps.harness.output)).filter((name) => name.startsWith('.'));

		it('is fetched again, and nothing of it stays', async () => {
			const { state } = await cutArchive(1);
			assert.ok(state.kind === 'done' && state.files[0]?.path.endsWith('.obj'), JSON.stringify(state));
			assert.deepEqual(await hidden(), []);
		});

		it('that comes twice alike is kept as it is by the user’s word, or fetched again', async () => {
			const { harness, run } = steps;
			const before = (await bill()).charged;
			const [first, second] = [await cutArchive(2), await cutArchive(2)];
			for (const job of [first, second])
				assert.match(said(job), /^fileInvalid: .*result is kept by the service/);
			await run.engine.call('keep', first.id);
			const kept = (await harness.until(run, first.id, 'done', 'blocked', 'failed')).state;
			assert.ok(kept.kind === 'done' && kept.files.length === 1, JSON.stringify(kept));
			assert.match(kept.files[0]?.path ?? '', /\.unchecked\.zip$/);
			assert.equal(kept.files[0]?.bytes, 5000);
			await run.engine.call('retry', second.id, noLimits);
			const { state } = await harness.until(run, second.id, 'done', 'blocked', 'failed');
			assert.ok(state.kind === 'done' && state.files[0]?.path.endsWith('.obj'), JSON.stringify(state));
			assert.deepEqual(await hidden(), []);
			assert.equal((await bill()).charged - before, 10, 'paid once each');
		});
	});

	it('views that come beside everything else', async () => {
		const { harness } = steps;
		await harness.sandbox.control('/variants', { views: 'topLevel' });
		const image = fileOf(await steps.concept());
		const { state } = await steps.make({ operation: 'imageToMultiview', images: [image], options: {} });
		assert.deepEqual(
			state.files.map(({ part }) => part),
			['front', 'left', 'back', 'right'],
		);
	});
});
