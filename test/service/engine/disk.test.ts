import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Disk } from '../../../src/core/files/disk';
import { chargeOf, describeError } from '../../../src/core/model/errors';
import { errorOf, type JobRecord } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { faultyDisk, systemError } from '../../unit/core/support/faultyDisk';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Engine: disks that refuse', () => {
	let harness: EngineHarness;
	/** Set to what fails; undefined while all is well. */
	let broken: ((operation: string, path: string) => boolean) | undefined;
	let errno = 'ENOSPC';
	const disk: Disk = faultyDisk((operation, path) => {
		if (broken?.(operation, path)) throw systemError(errno);
	});
	beforeEach(async () => {
		[broken, errno] = [undefined, 'ENOSPC'];
		harness = await EngineHarness.open();
	});
	afterEach(() => harness.close());

	const words = ({ state }: JobRecord): string => {
		const error = errorOf(state);
		return error ? `${error.code}, ${chargeOf(error)}: ${describeError(error)}` : state.kind;
	};
	/** A retry ends in one asset, with one charge in all. */
	async function mended(run: Run, id: string): Promise<void> {
		broken = undefined;
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
	}

	it('sends nothing when the output disk is full from the start', async () => {
		broken = (operation, path) => operation === 'writeFile' && path.startsWith(harness.output);
		const run = await harness.start({ disk });
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.match(
			words(await harness.until(run, id, 'blocked', 'failed')),
			/^diskFull, none: .*Free some space/,
		);
		assert.equal((await harness.sandbox.posts()).length, 0);
		await mended(run, id);
	});

	it('keeps the paid result when the disk fills up in the download', async () => {
		const run = await harness.start({ disk });
		broken = (operation, path) => operation === 'write' && path.endsWith('.part');
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.match(
			words(await harness.until(run, id, 'blocked', 'failed')),
			/^diskFull, made: .*again is free/s,
		);
		assert.deepEqual(await harness.files(), []);
		await mended(run, id);
	});

	it('finishes what is in place when only the sidecar did not fit', async () => {
		const run = await harness.start({ disk });
		broken = (operation, path) => operation === 'writeFile' && path.includes('.propsmith.json');
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.match(words(await harness.until(run, id, 'blocked', 'failed')), /^diskFull, made/);
		await mended(run, id);
		assert.equal((await harness.sandbox.downloads()).length, 1, 'nothing is fetched twice');
	});

	it('fetches again when even the disk’s own fault has no name', async () => {
		errno = 'EIO';
		const run = await harness.start({ disk });
		broken = (operation, path) => operation === 'sync' && path.endsWith('.part');
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.match(words(await harness.until(run, id, 'blocked', 'failed')), /^internal, made/);
		await mended(run, id);
	});

	it('Law 1: sends nothing when the record cannot be written', async () => {
		const run = await harness.start({ disk });
		const [id = ''] = await harness.make(run, text('barrel'));
		run.engine.onDidChange(({ job }) => {
			if (job.state.kind === 'uploading')
				broken = (operation, path) => operation === 'writeFile' && path.startsWith(harness.records);
		});
		assert.match(words(await harness.until(run, id, 'blocked', 'failed')), /^recordUnwritable, none/);
		assert.equal((await harness.sandbox.posts()).length, 0);
	});

	it('makes none of several jobs when not all of them can be written down', async () => {
		const run = await harness.start({ disk });
		const records = new Set<string>();
		broken = (operation, path) => {
			if (operation === 'writeFile' && path.startsWith(harness.records)) records.add(path);
			return operation === 'writeFile' && records.size === 3;
		};
		await assert.rejects(harness.make(run, text('a'), text('b'), text('c')), { code: 'recordUnwritable' });
		assert.deepEqual(run.engine.list(), []);
		const again = await harness.reload(run);
		assert.deepEqual(again.engine.list(), []);
		assert.equal((await harness.sandbox.posts()).length, 0);
	});

	it('sends nothing when a file stands where the folder should be, and goes on when it is gone', async () => {
		await mkdir(dirname(harness.output), { recursive: true });
		await writeFile(harness.output, 'not a folder');
		const run = await harness.start();
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.match(
			words(await harness.until(run, id, 'blocked', 'failed')),
			/^folderUnwritable, none: .*propsmith\.outputFolder/,
		);
		assert.equal((await harness.sandbox.posts()).length, 0);
		await rm(harness.output);
		await mended(run, id);
	});

	describe('a file system of its own', () => {
		/** Mounts over the output folder; false with a printed reason where that is not allowed. */
		async function mount(options: string): Promise<boolean> {
			await mkdir(harness.output, { recursive: true });
			const { status, stderr, error } = spawnSync('mount', [
				'-t',
				'tmpfs',
				'-o',
				options,
				'tmpfs',
				harness.output,
			]);
			if (status !== 0) console.log(`      skipped: ${error?.message ?? String(stderr).trim()}`);
			return status === 0;
		}
		afterEach(() => {
			spawnSync('umount', [harness.output]);
		});

		it('that is really full keeps the paid result, and takes it when there is room', async function () {
			if (process.platform !== 'linux' || !(await mount('size=64k'))) return this.skip();
			const { bsize } = await statfs(harness.output);
			const run = await harness.start();
			const [id = ''] = await harness.make(run, text('barrel'));
			await harness.until(run, id, 'running', 'downloading');
			// Room for the probe and one page of the model, which is larger.
			const ballast = join(harness.output, 'ballast');
			await writeFile(ballast, Buffer.alloc(64 * 1024 - bsize));
			assert.match(words(await harness.until(run, id, 'blocked', 'failed', 'done')), /^diskFull, made/);
			assert.deepEqual(await harness.files(), ['ballast']);
			await rm(ballast);
			spawnSync('mount', ['-o', 'remount,size=4m', harness.output]);
			await mended(run, id);
		});

		it('that is read-only sends nothing', async function () {
			if (process.platform !== 'linux' || !(await mount('size=64k,ro'))) return this.skip();
			const run = await harness.start();
			const [id = ''] = await harness.make(run, text('barrel'));
			assert.match(
				words(await harness.until(run, id, 'blocked', 'failed')),
				/^folderUnwritable, none: .*permissions/,
			);
			assert.equal((await harness.sandbox.posts()).length, 0);
		});
	});
});
