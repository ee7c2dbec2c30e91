import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, systemDisk } from '../../../../../src/core/files/disk';
import { JobStore, newJobId } from '../../../../../src/core/jobs/records/store';
import { faultyDisk, systemError } from '../../support/faultyDisk';
import { RecordingLog } from '../../support/recordingLog';
import { jobIn, sampleStates } from '../../support/states';
import { tempFolders } from '../../support/tempFolders';

describe('Job store', () => {
	const newFolder = tempFolders();
	async function open(folder: string, disk: Disk = systemDisk) {
		const log = new RecordingLog();
		const store = new JobStore(disk, folder, log);
		await store.load();
		return { store, log };
	}

	it('gives back every state as it was written', async () => {
		const folder = join(await newFolder(), 'jobs');
		const { store } = await open(folder);
		const jobs = Object.values(sampleStates).map((state, index) =>
			jobIn(state, `job-${String(index).padStart(2, '0')}`),
		);
		for (const job of jobs) await store.save(job);
		const again = await open(folder);
		assert.deepEqual(again.store.all(), jobs);
		assert.deepEqual(again.log.lines, []);
	});

	it('keeps the order of writes of one job', async () => {
		const folder = await newFolder();
		const { store } = await open(folder);
		const states = Object.values(sampleStates);
		await Promise.all(states.map((state) => store.save(jobIn(state))));
		assert.deepEqual(store.get('job-1')?.state, states.at(-1));
		assert.deepEqual((await open(folder)).store.get('job-1')?.state, states.at(-1));
		assert.deepEqual(await readdir(folder), ['job-1.json']);
	});

	it('shows a record only once it is on disk', async () => {
		const { store } = await open(await newFolder());
		const saved = store.save(jobIn(sampleStates.waiting));
		assert.equal(store.get('job-1'), undefined);
		await saved;
		assert.ok(store.get('job-1'));
	});

	it('sets aside what it cannot read, says so, and deletes nothing', async () => {
		const folder = await newFolder();
		const good = jobIn(sampleStates.running);
		const files: Record<string, string> = {
			'job-1.json': JSON.stringify(good),
			'cut.json': JSON.stringify(good).slice(0, 40),
			'empty.json': '',
			'null.json': 'null',
			'other-name.json': JSON.stringify({ ...good, id: 'elsewhere' }),
			'newer.json': JSON.stringify({ ...good, id: 'newer', schema: 3 }),
			'stateless.json': JSON.stringify({ ...good, id: 'stateless', state: {} }),
			'homeless.json': JSON.stringify({ ...good, id: 'homeless', destination: {} }),
		};
		for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
		const { store, log } = await open(folder);
		assert.deepEqual(store.all(), [good]);
		assert.equal(store.setAsideFiles.length, 6);
		assert.equal(log.lines.length, 7);
		for (const [name, text] of Object.entries(files))
			assert.equal(
				// What a later version wrote is not unreadable: that version will want it.
				await readFile(
					join(folder, ['job-1.json', 'newer.json'].includes(name) ? name : `${name}.unreadable`),
					'utf8',
				),
				text,
			);
		const [again, ...more] = (await open(folder)).log.lines;
		assert.match(again ?? '', /newer\.json was written by a later version/);
		assert.deepEqual(more, [], 'once is enough');
	});

	it('removes what a killed process left half-written, and nothing of a living one', async () => {
		const folder = await newFolder();
		const dead = spawnSync(process.execPath, ['--version']).pid;
		await writeFile(join(folder, `job-1.json.${dead}.tmp`), '{"half":');
		await writeFile(join(folder, `job-2.json.${process.pid}.tmp`), '{"half":');
		await writeFile(join(folder, 'notes.tmp'), 'not ours');
		const { store, log } = await open(folder);
		assert.deepEqual(store.all(), []);
		assert.deepEqual(log.lines, []);
		assert.deepEqual((await readdir(folder)).sort(), [`job-2.json.${process.pid}.tmp`, 'notes.tmp']);
		await store.save(jobIn(sampleStates.waiting));
		assert.ok((await open(folder)).store.get('job-1'));
	});

	it('loads the others when one cannot be opened at all', async () => {
		const folder = await newFolder();
		await mkdir(join(folder, 'a-folder.json'));
		await writeFile(join(folder, 'job-1.json'), JSON.stringify(jobIn(sampleStates.running)));
		const { store, log } = await open(folder);
		assert.ok(store.get('job-1'));
		assert.match(log.text, /a-folder\.json/);
	});

	it('forgets a job, also one that was never written', async () => {
		const folder = await newFolder();
		const { store } = await open(folder);
		await store.save(jobIn(sampleStates.done));
		await store.remove('job-1');
		await store.remove('never');
		assert.equal(store.get('job-1'), undefined);
		assert.deepEqual(await readdir(folder), []);
	});

	it('makes its folder again when somebody removed it', async () => {
		const folder = join(await newFolder(), 'gone');
		const { store } = await open(folder);
		await store.save(jobIn(sampleStates.waiting));
		assert.deepEqual(await readdir(folder), ['job-1.json']);
	});

	for (const failing of ['open', 'writeFile', 'sync', 'rename'] as const)
		it(`keeps the old record when ${failing} fails, and leaves nothing half-written`, async () => {
			const folder = await newFolder();
			let broken = false;
			const disk = faultyDisk((operation, path) => {
				if (broken && operation === failing && path !== folder) throw systemError('ENOSPC');
			});
			const { store } = await open(folder, disk);
			const before = jobIn(sampleStates.waiting);
			await store.save(before);
			broken = true;
			await assert.rejects(store.save(jobIn(sampleStates.uploading)), { code: 'recordUnwritable' });
			assert.deepEqual(store.get('job-1'), before);
			assert.deepEqual((await open(folder)).store.get('job-1'), before);
			assert.deepEqual(await readdir(folder), ['job-1.json']);
			broken = false;
			await store.save(jobIn(sampleStates.uploading));
		});
});

describe('Job ids', () => {
	it('sort by time, over years', () => {
		const times = [0, 1, 1_795_000_000_000, 1_795_000_000_001, 4_000_000_000_000];
		const ids = times.map(newJobId);
		assert.deepEqual([...ids].sort(), ids);
	});

	it('differ within one millisecond', () => {
		assert.equal(new Set(Array.from({ length: 1000 }, () => newJobId(5))).size, 1000);
	});
});
