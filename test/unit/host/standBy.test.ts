import assert from 'node:assert/strict';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemDisk } from '../../../src/core/files/disk';
import { JobStore } from '../../../src/core/jobs/records/store';
import { standBy } from '../../../src/host/start/standBy';
import { eventually } from '../../harness/eventually';
import { RecordingLog } from '../core/support/recordingLog';
import { jobIn, sampleStates } from '../core/support/states';
import { tempFolders } from '../core/support/tempFolders';

describe('A window that stands by', () => {
	const newFolder = tempFolders();
	const open: { dispose(): void }[] = [];
	afterEach(() => {
		for (const one of open.splice(0)) one.dispose();
	});

	/** Counts how often it would join. */
	function standingBy(storage: string): { joined: number } {
		const counter = { joined: 0 };
		open.push(standBy(storage, () => counter.joined++));
		return counter;
	}

	async function storeIn(storage: string): Promise<JobStore> {
		const store = new JobStore(systemDisk, join(storage, 'jobs'), new RecordingLog());
		await store.load();
		return store;
	}

	/** Resolves when the system has told of everything that happened in the folder, and a look at it was over. */
	async function told(storage: string): Promise<void> {
		const watcher = watch(storage);
		const heard = once(watcher, 'change');
		await writeFile(join(storage, 'jobs.sentinel'), '');
		await heard;
		watcher.close();
		for (let look = 0; look < 3; look++) await readdir(storage);
		await pause(20);
	}

	it('joins for what a former window left', async () => {
		const storage = await newFolder();
		await (await storeIn(storage)).save(jobIn(sampleStates.running));
		const window = standingBy(storage);
		await eventually('it to join', () => window.joined === 1);
	});

	it('stays idle when all is done, and makes its folder where there is none', async () => {
		const storage = join(await newFolder(), 'new', 'storage');
		const first = standingBy(storage);
		await told(storage);
		assert.equal(first.joined, 0);
		await (await storeIn(storage)).save(jobIn(sampleStates.done));
		const later = standingBy(storage);
		await told(storage);
		assert.equal(later.joined, 0);
	});

	it('joins, once, when another window begins a job: the first of all, or after others were done', async () => {
		const storage = await newFolder();
		const first = standingBy(storage);
		const store = await storeIn(storage);
		await store.add([jobIn(sampleStates.waiting)]);
		await eventually('the first to join', () => first.joined === 1);
		await store.save(jobIn(sampleStates.done));

		const second = standingBy(storage);
		await told(storage);
		assert.equal(second.joined, 0);
		await store.add([jobIn(sampleStates.waiting, 'job-2')]);
		await eventually('the second to join', () => second.joined === 1);
		await store.add([jobIn(sampleStates.waiting, 'job-3')]);
		await told(storage);
		assert.deepEqual([first.joined, second.joined], [1, 1]);
	});

	it('joins when its folder goes, or cannot be looked at', async () => {
		const storage = join(await newFolder(), 'storage');
		await mkdir(storage);
		const window = standingBy(storage);
		await told(storage);
		await rm(storage, { recursive: true });
		await eventually('it to join', () => window.joined === 1);

		const file = join(await newFolder(), 'a-file');
		await writeFile(file, '');
		const other = standingBy(join(file, 'storage'));
		assert.equal(other.joined, 1);
	});

	it('does nothing more once it is ended', async () => {
		const storage = await newFolder();
		const window = standingBy(storage);
		for (const one of open.splice(0)) one.dispose();
		await (await storeIn(storage)).save(jobIn(sampleStates.running));
		await told(storage);
		assert.equal(window.joined, 0);
	});
});
