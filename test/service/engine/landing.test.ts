import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultyDisk, systemError } from '../../unit/core/support/faultyDisk';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Law 5: a process that dies while a file gets its name', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	/** Runs a job until its process dies at this point; answers the job's id. */
	async function dieAt(dies: (operation: string, path: string) => boolean): Promise<string> {
		let run: Run | undefined;
		let killed: () => void = () => {};
		const death = new Promise<void>((resolve) => {
			killed = resolve;
		});
		const disk = faultyDisk((operation, path) => {
			if (!run || !dies(operation, path)) return;
			run.kill();
			killed();
			throw systemError('EIO');
		});
		run = await harness.start({ disk });
		const [id = ''] = await harness.make(run, text('barrel'));
		await death;
		return id;
	}

	const inOutput = (path: string): boolean => path.startsWith(harness.output);
	const points: readonly [
		what: string,
		dies: (operation: string, path: string) => boolean,
		downloads: number,
	][] = [
		['before a byte is written', (operation, path) => operation === 'write' && path.endsWith('.part'), 2],
		['before the flush', (operation, path) => operation === 'sync' && path.endsWith('.part'), 2],
		['before the name is taken', (operation) => operation === 'link', 1],
		[
			'between the name and the end of the part file',
			(operation, path) => operation === 'unlink' && path.endsWith('.part'),
			1,
		],
		[
			'before the sidecar',
			(operation, path) => operation === 'open' && inOutput(path) && path.includes('.propsmith.json'),
			1,
		],
		['before the sidecar gets its name', (operation, path) => operation === 'rename' && inOutput(path), 1],
	];
	for (const [what, dies, downloads] of points)
		it(`has one whole asset in the end when it dies ${what}`, async () => {
			const id = await dieAt(dies);
			const run = await harness.start();
			await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
			const files = (await harness.files()).filter((name) => !name.endsWith('.tmp'));
			assert.deepEqual(files, ['thing.glb', 'thing.propsmith.json']);
			assert.equal((await harness.sandbox.downloads()).length, downloads);
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});

	it('takes another name when its own was taken while it was dead', async () => {
		const id = await dieAt((operation) => operation === 'link');
		await writeFile(join(harness.output, 'thing.glb'), 'somebody else’s');
		const run = await harness.start();
		const job = await harness.until(run, id, 'done', 'failed', 'blocked');
		await checkAsset(job);
		assert.deepEqual(await harness.files(), ['thing-2.glb', 'thing-2.propsmith.json', 'thing.glb']);
	});

	it('fetches again what was staged and then removed or changed', async () => {
		const id = await dieAt((operation) => operation === 'link');
		await writeFile(join(harness.output, `.${id}.part`), 'changed');
		const run = await harness.start();
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
	});

	it('never overwrites a file of that name, whoever made it', async () => {
		await mkdir(harness.output, { recursive: true });
		await writeFile(join(harness.output, 'THING.glb'), 'mine');
		await writeFile(join(harness.output, 'thing-2.propsmith.json'), 'mine too');
		const run = await harness.start();
		const [id = ''] = await harness.make(run, text('barrel'));
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.ok((await harness.files()).includes('thing-3.glb'));
	});
});
