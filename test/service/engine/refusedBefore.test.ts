import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError } from '../../../src/core/model/errors';
import { errorOf, type JobRecord } from '../../../src/core/model/jobRecord';
import type { JobRequest } from '../../../src/core/model/request';
import { noLimits } from '../../../src/core/spending/limits';
import { EngineHarness, type Run, text } from '../engineHarness';

const fixture = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art', 'barrel.png');
const refusedBefore = { code: 'refusedBefore' };

describe('Law 8: what a content check refused is never sent again unchanged', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	async function ended(request: JobRequest): Promise<JobRecord> {
		const [id = ''] = await harness.make(run, request);
		return harness.until(run, id, 'done', 'refused', 'failed', 'blocked');
	}
	const sent = async (): Promise<number> => (await harness.sandbox.posts()).length;
	/** A picture of its own that the content check refuses by its name. */
	async function picture(folder: string): Promise<string> {
		await mkdir(join(harness.root, folder), { recursive: true });
		const path = join(harness.root, folder, 'sandbox-refuse.png');
		await copyFile(fixture, path);
		return path;
	}
	const ofPicture = (path: string): JobRequest => ({
		operation: 'imageToModel',
		images: [path],
		options: {},
	});

	it('by Retry, neither one nor several', async () => {
		const { id } = await ended(text('sandbox-refuse'));
		await assert.rejects(
			run.engine.call('retry', id, noLimits),
			(error: { code: string; message: string }) => {
				assert.equal(error.code, 'refusedBefore');
				assert.match(error.message, /Edit and Generate Again/);
				return true;
			},
		);
		assert.equal(await sent(), 1);
	});

	for (const words of ['sandbox-refuse', 'sandbox-ban'])
		it(`by asking for the same once more, over restarts (${words})`, async () => {
			await ended(text(words));
			run = await harness.reload(run);
			await assert.rejects(harness.make(run, text('crate'), text(`${words} `)), refusedBefore);
			assert.equal(run.journal.all().length, 1, 'and then none of them exists');
			assert.equal(await sent(), 1);
		});

	it('by a job that waited meanwhile', async () => {
		harness.accounts.tier = { concurrentTasks: 1, classes: {}, budgets: [] };
		harness.accounts.setKey(harness.accounts.key);
		const ids = await harness.make(run, text('sandbox-ban'), text('sandbox-ban'), text('barrel'));
		const [, second] = await Promise.all(
			ids.map((id) => harness.until(run, id, 'refused', 'done', 'failed')),
		);
		const error = second && errorOf(second.state);
		assert.match(error ? describeError(error) : '', /was refused before, so it was not sent/);
		assert.equal(await sent(), 2);
	});

	it('by the same picture, wherever it lies', async () => {
		assert.equal((await ended(ofPicture(await picture('art')))).state.kind, 'refused');
		await assert.rejects(harness.make(run, ofPicture(await picture('elsewhere'))), refusedBefore);
		assert.equal(await sent(), 1);
	});

	it('but another prompt, another option or an edited picture is another request', async () => {
		await ended(text('sandbox-refuse'));
		await ended(text('sandbox-refuse', { model_seed: 5 }));
		const path = await picture('art');
		await ended(ofPicture(path));
		const before = await sent();
		// What follows the end of a PNG changes nothing but its bytes.
		await writeFile(path, Buffer.concat([await readFile(path), Buffer.from('edited')]));
		await ended(ofPicture(path));
		await ended(text('sandbox-refuse, please'));
		assert.equal(await sent(), before + 2);
	});
});
