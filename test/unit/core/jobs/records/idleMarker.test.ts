import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemDisk } from '../../../../../src/core/files/disk';
import { isHistory } from '../../../../../src/core/jobs/records/actions';
import { JobStore } from '../../../../../src/core/jobs/records/store';
import { idleMarkerOf, mayHaveUnfinishedJobs } from '../../../../../src/core/jobs/records/unfinishedLook';
import type { JobRecord } from '../../../../../src/core/model/jobRecord';
import { faultyDisk, systemError } from '../../support/faultyDisk';
import { RecordingLog } from '../../support/recordingLog';
import { jobIn, sampleStates } from '../../support/states';
import { tempFolders } from '../../support/tempFolders';

const { running, done } = sampleStates;

describe('The idle marker', () => {
	const newFolder = tempFolders();
	const look = async (storage: string): Promise<boolean> => mayHaveUnfinishedJobs(await readdir(storage));

	async function open(storage: string, disk = systemDisk): Promise<JobStore> {
		const store = new JobStore(disk, join(storage, 'jobs'), new RecordingLog());
		await store.load();
		return store;
	}

	/** Whether the look would miss a job: the marker stands, and a record beside it is unfinished. */
	function misses(storage: string): boolean {
		const jobs = join(storage, 'jobs');
		if (!existsSync(idleMarkerOf(jobs))) return false;
		return readdirSync(jobs)
			.filter((name) => name.endsWith('.json'))
			.some((name) => !isHistory(JSON.parse(readFileSync(join(jobs, name), 'utf8')) as JobRecord));
	}

	it('lets a window without any jobs be idle', async () => {
		const storage = await newFolder();
		assert.equal(await look(storage), false);
		await open(storage);
		assert.equal(await look(storage), false);
	});

	it('goes before an unfinished record comes, and comes when the last one is done or gone', async () => {
		const storage = await newFolder();
		const store = await open(storage);
		await store.add([jobIn(running, 'a'), jobIn(running, 'b')]);
		assert.equal(await look(storage), true);
		await store.save(jobIn(done, 'a'));
		assert.equal(await look(storage), true);
		await store.remove('b');
		assert.equal(await look(storage), false);
		await store.save(jobIn(sampleStates.waiting, 'a'));
		assert.equal(await look(storage), true);
		await store.save(jobIn(sampleStates.failed, 'a'));
		assert.equal(await look(storage), false);
	});

	for (const [name, state] of Object.entries(sampleStates))
		it(`holds a job that is ${name} for ${isHistory({ state }) ? 'over' : 'unfinished'}`, async () => {
			const storage = await newFolder();
			await (await open(storage)).save(jobIn(state));
			assert.equal(await look(storage), !isHistory({ state }));
		});

	it('counts the records of a version that kept none until they were looked through', async () => {
		const storage = await newFolder();
		await (await open(storage)).save(jobIn(done));
		await rm(idleMarkerOf(join(storage, 'jobs')));
		assert.equal(await look(storage), true);
		await open(storage);
		assert.equal(await look(storage), false);
	});

	it('counts a record of a later version, and one that cannot be opened', async () => {
		const storage = await newFolder();
		await (await open(storage)).save(jobIn(done));
		await rm(idleMarkerOf(join(storage, 'jobs')));
		await writeFile(
			join(storage, 'jobs', 'later.json'),
			JSON.stringify({ ...jobIn(done, 'later'), schema: 3 }),
		);
		const store = await open(storage);
		await store.save(jobIn(running));
		await store.save(jobIn(done));
		assert.equal(await look(storage), true);
	});

	it('does not come for an end that is only in memory', async () => {
		const storage = await newFolder();
		const store = await open(storage);
		await store.save(jobIn(running));
		store.saveInMemory(jobIn(done));
		await store.save(jobIn(done, 'job-2'));
		assert.equal(await look(storage), true);
	});

	it('lets nothing be written when it cannot be taken away', async () => {
		const storage = await newFolder();
		await (await open(storage)).save(jobIn(done));
		const disk = faultyDisk((operation) => {
			if (operation === 'unlink') throw systemError('EACCES');
		});
		const store = await open(storage, disk);
		await assert.rejects(store.add([jobIn(running, 'new')]), { code: 'recordUnwritable' });
		assert.deepEqual(await readdir(join(storage, 'jobs')), ['job-1.json']);
	});

	for (const [what, faultEvery] of [
		['', Number.POSITIVE_INFINITY],
		[', failing ones included', 25],
	] as const)
		it(`never stands beside an unfinished record, at any operation of the disk${what}`, async () => {
			const storage = await newFolder();
			const dice = diceOf(7);
			const wrong: string[] = [];
			let comings = 0;
			const disk = faultyDisk((operation, path) => {
				if (misses(storage)) wrong.push(`before ${operation} of ${path}`);
				if (operation === 'open' && path.endsWith('.idle')) comings++;
				if (dice(faultEvery) === 0) throw systemError('EIO');
			});
			const store = new JobStore(disk, join(storage, 'jobs'), new RecordingLog());
			// Two that change their own jobs at the same time.
			const act = (name: string): Promise<unknown> => {
				const ids = [`${name}-1`, `${name}-2`];
				const acts = [
					() => store.add(ids.map((id) => jobIn(running, id))),
					() => Promise.all(ids.map((id) => store.save(jobIn(done, id)))),
					() => Promise.all(ids.map((id) => store.remove(id))),
				];
				return acts[dice(3)]?.() ?? Promise.resolve();
			};
			for (let round = 0; round < 200; round++) {
				await Promise.allSettled([act('one'), act('other')]);
				if (misses(storage)) wrong.push(`after round ${round}`);
			}
			assert.deepEqual(wrong, []);
			assert.ok(comings > 10, `it came ${comings} times`);
		});
});

/** Whole numbers below `sides`, the same for the same seed; never 0 for endless sides. */
function diceOf(seed: number): (sides: number) => number {
	let random = seed;
	return (sides) => {
		random = (random * 48271) % 2147483647;
		return random % sides;
	};
}
