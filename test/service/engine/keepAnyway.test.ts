import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refusedFileOf } from '../../../src/core/jobs/records/actions';
import type { JobRecord } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

/** The header's length of the whole is another one. */
const corrupt = { type: 'corrupt', at: 8 };

describe('Keep Anyway: no paid byte is thrown away', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	const faults = (...actions: { times: number | 'always'; action: unknown }[]): Promise<void> =>
		harness.sandbox.control(
			'/faults',
			actions.map((step) => ({ origin: 'files', ...step })),
		);
	const lift = (): Promise<void> => harness.sandbox.control('/faults', {}, 'DELETE');
	const fetches = async (): Promise<number> => (await harness.sandbox.downloads()).length;
	/** A job whose file came twice alike, and damaged. */
	async function refused(): Promise<{ run: Run; job: JobRecord; id: string; damaged: Buffer }> {
		await faults({ times: 'always', action: corrupt });
		const run = await harness.start();
		const [id = ''] = await harness.make(run, text('oak barrel'));
		const job = await harness.until(run, id, 'done', 'blocked', 'failed');
		assert.equal(job.state.kind === 'blocked' && job.state.error.code, 'fileInvalid');
		assert.equal(await fetches(), 2);
		const damaged = await readFile(refusedFileOf(job.state)?.partPath ?? '');
		return { run, job, id, damaged };
	}
	/** It is there under a name that says so, with what the check found in the record and in the sidecar. */
	async function isKept(run: Run, id: string, damaged: Buffer, name = 'thing.unchecked'): Promise<void> {
		const { state } = await harness.until(run, id, 'done', 'blocked', 'failed');
		assert.ok(state.kind === 'done', JSON.stringify(state));
		const [file] = state.files;
		assert.equal(file?.path, join(harness.output, `${name}.glb`));
		assert.match(file?.unchecked ?? '', /header says|bytes/);
		assert.deepEqual(await readFile(file?.path ?? ''), damaged);
		const sidecar = JSON.parse(await readFile(join(harness.output, `${name}.propsmith.json`), 'utf8'));
		const sha256 = createHash('sha256').update(damaged).digest('hex');
		assert.deepEqual([sidecar.unchecked, sidecar.sha256], [file?.unchecked, sha256]);
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		assert.equal((await harness.files()).filter((each) => each.startsWith('.')).length, 0);
	}

	it('keeps the bytes until the user decides, and saves them without another download', async () => {
		const { run, id, damaged } = await refused();
		assert.deepEqual(await harness.files(), [`.${id}.part`]);
		await run.engine.call('keep', id);
		await isKept(run, id, damaged);
		assert.equal(await fetches(), 2);
	});

	it('saves them after a restart, though neither service nor file host can be reached', async () => {
		const { run, id, damaged } = await refused();
		await harness.sandbox.control('/faults', [{ times: 'always', action: 'reset' }]);
		const again = await harness.reload(run);
		await again.engine.call('keep', id);
		await isKept(again, id, damaged);
	});

	it('takes another name when somebody has this one', async () => {
		const { run, id, damaged } = await refused();
		await writeFile(join(harness.output, 'thing.unchecked.glb'), 'mine');
		await run.engine.call('keep', id);
		await isKept(run, id, damaged, 'thing.unchecked-2');
		assert.equal(await readFile(join(harness.output, 'thing.unchecked.glb'), 'utf8'), 'mine');
	});

	it('fetches them once more when they were deleted meanwhile', async () => {
		const { run, id, damaged } = await refused();
		await rm(harness.output, { recursive: true });
		await run.engine.call('keep', id);
		await isKept(run, id, damaged);
		assert.equal(await fetches(), 3);
	});

	it('retries, and has the whole file when the host has it by then', async () => {
		const { run, id } = await refused();
		await lift();
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'blocked', 'failed'));
		assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
	});

	it('asks again after a retry that brings the same bytes, with one download', async () => {
		const { run, id, damaged } = await refused();
		await run.engine.call('retry', id, noLimits);
		const { state } = await harness.until(run, id, 'done', 'blocked', 'failed');
		assert.equal(state.kind, 'blocked');
		assert.equal(await fetches(), 3);
		await run.engine.call('keep', id);
		await isKept(run, id, damaged);
	});

	it('leaves nothing when the job is cancelled', async () => {
		const { run, id } = await refused();
		await run.engine.call('cancel', id);
		assert.deepEqual(await harness.files(), []);
	});

	it('is not offered for a job that has no such file', async () => {
		const run = await harness.start();
		const [id = ''] = await harness.make(run, text('crate'));
		await assert.rejects(run.engine.call('keep', id), { code: 'actionNotPossible' });
	});

	for (const [what, ...steps] of [
		['damaged on its way once', { times: 1, action: corrupt }],
		['cut, of no announced length', { times: 1, action: { type: 'noLength', bytes: 5000 } }],
		[
			'cut now here, now there, of no announced length',
			...[5000, 6000, 7000, 20].map((bytes) => ({ times: 1, action: { type: 'noLength', bytes } })),
		],
		['damaged in another way each time', { times: 5, action: { type: 'corrupt', at: 8, vary: true } }],
	] as const)
		it(`fetches a file again that came ${what}, and asks nobody`, async () => {
			await faults(...steps);
			const run = await harness.start();
			const [id = ''] = await harness.make(run, text('oak barrel'));
			await checkAsset(await harness.until(run, id, 'done', 'blocked', 'failed'));
			assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
			assert.ok((await fetches()) > steps.length);
		});
});
