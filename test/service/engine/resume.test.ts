import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { flushedBlock } from '../../../src/core/downloads/partFile';
import type { JobRequest } from '../../../src/core/model/request';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run } from '../engineHarness';

/** Noise does not compress: the model that carries this picture has more than three megabytes. */
function largePicture(): Uint8Array {
	return encode({
		width: 1024,
		height: 1024,
		channels: 3,
		data: new Uint8Array(randomBytes(1024 * 1024 * 3)),
	});
}

describe('Engine: a download that a restart interrupts', () => {
	let harness: EngineHarness;
	let run: Run;
	let id: string;

	/** An engine that is two blocks into a large file, which goes on coming slowly. */
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
		const image = join(harness.root, 'noise.png');
		await writeFile(image, largePicture());
		const request: JobRequest = { operation: 'imageToModel', images: [image], options: {} };
		await harness.sandbox.control('/faults', [
			{ origin: 'files', action: { type: 'drip', bytesPerTick: 256 * 1024, ms: 100 } },
		]);
		[id = ''] = await harness.make(run, request);
		const part = join(harness.output, `.${id}.part`);
		await eventually('two blocks', async () => (await stat(part)).size > 2 * flushedBlock);
		run.kill();
	});
	afterEach(() => harness.close());

	const ranges = async (): Promise<(string | null)[]> =>
		(await harness.sandbox.downloads()).map(({ range }) => range);

	it('goes on by Range where the last flushed block ended, when the object is the same', async () => {
		run = await harness.start();
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.deepEqual(await ranges(), [null, `bytes=${2 * flushedBlock}-`]);
		assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
		assert.deepEqual(await harness.sandbox.bill(), { charged: 30, tasks: 1 });
	});

	it('starts over when the object is another one by now', async () => {
		await harness.sandbox.control('/faults', [{ origin: 'files', times: 'always', action: 'otherETag' }]);
		run = await harness.start();
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.equal((await ranges()).length, 2);
	});

	it('starts over when the part file is gone, or was cut short', async () => {
		await writeFile(join(harness.output, `.${id}.part`), 'cut');
		run = await harness.start();
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.deepEqual(await ranges(), [null, null]);
	});

	it('leaves no part file when the job is cancelled', async () => {
		await harness.sandbox.control('/faults', [
			{ origin: 'files', action: { type: 'drip', bytesPerTick: 1024, ms: 100 } },
		]);
		run = await harness.start();
		await eventually('the second download', async () => (await ranges()).length === 2);
		await run.engine.call('cancel', id);
		await eventually('an empty folder', async () => (await harness.files()).length === 0);
		const { state } = run.journal.get(id);
		assert.deepEqual([state.kind, 'outcome' in state && state.outcome], ['cancelled', 'charged']);
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 30, tasks: 1 });
	});
});
