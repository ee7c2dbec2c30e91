import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorOf } from '../../../src/core/model/jobRecord';
import type { JobRequest } from '../../../src/core/model/request';
import { noLimits } from '../../../src/core/spending/limits';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run } from '../engineHarness';

const barrel = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art', 'barrel.png');

describe('Engine: pictures', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	const from = (image: string): JobRequest => ({ operation: 'imageToModel', images: [image], options: {} });
	async function errorFor(content: Buffer | string): Promise<string | undefined> {
		const image = join(harness.root, 'picture.png');
		await writeFile(image, content);
		const [id = ''] = await harness.make(run, from(image));
		return errorOf((await harness.until(run, id, 'failed', 'blocked', 'refused', 'done')).state)?.code;
	}

	it('that are none are not even uploaded', async () => {
		assert.equal(await errorFor('a text'), 'imageUnreadable');
		assert.equal(await errorFor(''), 'imageUnreadable');
		assert.deepEqual(await harness.sandbox.requests(), []);
	});

	it('that are too large are not even uploaded', async () => {
		const large = Buffer.concat([Buffer.from('\x89PNG', 'latin1'), Buffer.alloc(20 * 1024 * 1024)]);
		assert.equal(await errorFor(large), 'imageTooLarge');
		assert.deepEqual(await harness.sandbox.requests(), []);
	});

	it('that went missing are waited for', async () => {
		const image = join(harness.root, 'later.png');
		const [id = ''] = await harness.make(run, from(image));
		const { state } = await harness.until(run, id, 'blocked', 'failed');
		assert.equal(errorOf(state)?.code, 'imageMissing');
		await copyFile(barrel, image);
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
	});

	it('are refused for their name as the service refuses them', async () => {
		const image = join(harness.root, 'sandbox-refuse.png');
		await copyFile(barrel, image);
		const [id = ''] = await harness.make(run, from(image));
		assert.equal((await harness.until(run, id, 'refused', 'failed', 'done')).state.kind, 'refused');
	});

	it('are uploaded again after a stumble; the paid POST is sent once', async () => {
		await harness.sandbox.control('/faults', [
			{ path: '/files', action: 'reset' },
			{ path: '/files', action: { type: 'status', status: 500 } },
		]);
		const [id = ''] = await harness.make(run, from(barrel));
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.equal((await harness.sandbox.posts()).length, 1);
		assert.deepEqual(await harness.sandbox.bill(), { charged: 30, tasks: 1 });
	});
});
