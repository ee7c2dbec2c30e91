import assert from 'node:assert/strict';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Law 9: the output folder moves while a file comes', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		const slowly = { type: 'drip', bytesPerTick: 1500, ms: 40 };
		await harness.sandbox.control('/faults', [{ origin: 'files', times: 1, action: slowly }]);
	});
	afterEach(() => harness.close());

	/** A job whose first download is under way. */
	async function begun(): Promise<{ run: Run; id: string }> {
		const run = await harness.start();
		const [id = ''] = await harness.make(run, text('oak barrel'));
		await eventually('the part file', async () => (await harness.files()).includes(`.${id}.part`));
		return { run, id };
	}
	async function arrives(run: Run, id: string): Promise<void> {
		await checkAsset(await harness.until(run, id, 'done', 'blocked', 'failed'));
		assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		assert.equal((await harness.sandbox.downloads()).length, 2);
	}

	it('is fetched again into the folder that was asked for when that was renamed; nothing stays behind', async () => {
		const { run, id } = await begun();
		const moved = join(harness.root, 'renamed');
		await rename(harness.output, moved);
		await arrives(run, id);
		assert.deepEqual(await readdir(moved), []);
	});

	it('is found and removed wherever the folder went', async function () {
		// Only Linux tells where an open file is by now.
		if (process.platform !== 'linux') return this.skip();
		const { run, id } = await begun();
		const moved = join(harness.root, 'far', 'away', 'assets');
		await mkdir(dirname(moved), { recursive: true });
		await rename(harness.output, moved);
		await arrives(run, id);
		assert.deepEqual(await readdir(moved), []);
	});

	it('is fetched again when the folder was deleted', async () => {
		const { run, id } = await begun();
		await rm(harness.output, { recursive: true });
		await arrives(run, id);
	});

	it('is fetched again when the part file was deleted', async () => {
		const { run, id } = await begun();
		await rm(join(harness.output, `.${id}.part`));
		await arrives(run, id);
	});

	it('leaves nothing in a folder that was renamed while no process ran', async () => {
		const { run, id } = await begun();
		run.kill();
		const moved = join(harness.root, 'renamed');
		await rename(harness.output, moved);
		const again = await harness.start();
		await arrives(again, id);
		assert.deepEqual(await readdir(moved), []);
	});

	it('asks nobody about permissions', async () => {
		const { run, id } = await begun();
		const seen: string[] = [];
		run.engine.onDidChange(({ job }) => seen.push(job.state.kind));
		await rename(harness.output, join(harness.root, 'renamed'));
		await arrives(run, id);
		assert.ok(!seen.includes('blocked'), seen.join(' '));
		assert.match(harness.log.text, /was moved or deleted/);
	});
});
