import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disk } from '../../../src/core/files/disk';
import { chargeOf } from '../../../src/core/model/errors';
import { errorOf, type StateKind, taskOf } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { faultyDisk, systemError } from '../../unit/core/support/faultyDisk';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';
import { LeapingClock } from './leapingClock';
import { tightDisk } from './tightDisk';

const always = Number.POSITIVE_INFINITY;
type Place = 'part' | 'sidecar' | 'record' | 'probe';

/**
 * A system call that the disk refuses, where, how often, from which state of the job on, and what the job says. While
 * records cannot be written a job goes on in memory; a process that starts later finds its task again, and may
 * fetch a second copy of the file, for nothing.
 */
const refusals: readonly [
	call: string,
	place: Place,
	errno: string,
	times: number,
	from: StateKind,
	rest: string,
	posts: number,
	downloads: number,
	copies?: 2,
][] = [
	['rename', 'record', 'EPERM', 3, 'waiting', 'done', 1, 1],
	['rename', 'record', 'EBUSY', 3, 'running', 'done', 1, 1],
	['rename', 'record', 'EPERM', always, 'uploading', 'blocked recordUnwritable none', 0, 0],
	['rename', 'record', 'EPERM', always, 'submitting', 'done', 1, 1, 2],
	['rename', 'record', 'EPERM', always, 'downloading', 'done', 1, 1, 2],
	['rename', 'sidecar', 'EPERM', 3, 'waiting', 'done', 1, 1],
	['rename', 'sidecar', 'EPERM', always, 'waiting', 'blocked folderUnwritable made', 1, 1],
	['link', 'part', 'EPERM', always, 'waiting', 'done', 1, 1],
	['link', 'part', 'EXDEV', always, 'waiting', 'done', 1, 1],
	['link rename', 'part', 'EPERM', 4, 'waiting', 'done', 1, 1],
	['link rename', 'part', 'EPERM', always, 'waiting', 'blocked folderUnwritable made', 1, 1],
	['link rename', 'part', 'EXDEV', always, 'waiting', 'blocked internal made', 1, 1],
	['open', 'probe', 'EROFS', always, 'waiting', 'blocked folderUnwritable none', 0, 0],
	['open', 'part', 'EROFS', always, 'waiting', 'blocked folderUnwritable made', 1, 0],
	// Too many open files pass.
	['open', 'part', 'EMFILE', 6, 'waiting', 'done', 1, 1],
	['sync', 'part', 'EIO', always, 'waiting', 'blocked internal made', 1, 1],
	['unlink', 'part', 'EPERM', always, 'waiting', 'blocked folderUnwritable made', 1, 1],
];

describe('Disk faults: nothing is lost, nothing is bought or fetched twice', () => {
	let harness: EngineHarness;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		await harness.sandbox.control('/tasks/next', { durationSeconds: 2 });
	});
	afterEach(() => harness.close());

	const start = (disk: Disk): Promise<Run> => harness.start({ disk, clock: new LeapingClock(true) });
	async function restOf(run: Run, id: string): Promise<string> {
		const { state } = await harness.until(run, id, 'done', 'blocked', 'failed');
		const error = errorOf(state);
		return error ? `${state.kind} ${error.code} ${chargeOf(error)}` : state.kind;
	}
	async function endsWell(run: Run, id: string, copies = 1): Promise<void> {
		if (run.journal.get(id).state.kind !== 'done') await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		assert.equal((await harness.files()).length, 2 * copies, 'models and their sidecars');
	}
	const placeOf = (path: string): Place | undefined => {
		if (path.startsWith(harness.records)) return 'record';
		if (path.endsWith('.part')) return 'part';
		return path.includes('.propsmith.json') ? 'sidecar' : path.includes('.propsmith-') ? 'probe' : undefined;
	};

	for (const [calls, place, errno, times, from, rest, posts, downloads, copies] of refusals)
		it(`${calls} of the ${place}: ${errno}, ${times === always ? 'always' : `${times} times`}, when ${from}: ${rest}`, async () => {
			let struck = 0;
			let refusing = from === 'waiting';
			let mended = false;
			const disk = faultyDisk((call, path) => {
				const meant = calls.split(' ').includes(call) && placeOf(path) === place;
				if (!meant || !refusing || mended || struck >= times) return;
				struck++;
				throw systemError(errno);
			});
			const run = await start(disk);
			run.engine.onDidChange(({ job }) => {
				refusing ||= job.state.kind === from;
			});
			const [id = ''] = await harness.make(run, text('crate'));
			assert.equal(await restOf(run, id), rest);
			const [sent, fetched] = [await harness.sandbox.posts(), await harness.sandbox.downloads()];
			assert.deepEqual([sent.length, fetched.length], [posts, downloads]);
			assert.ok(times === always ? struck > 0 : struck === times, `it struck ${struck} times`);
			mended = true;
			// Whatever the records say by now, a new process makes of them what the old one would have.
			const again = await harness.reload(run);
			await harness.until(again, id, 'done', 'blocked');
			await endsWell(again, id, copies);
		});

	for (const byte of [0, 1, 12, 63, 64, 1000, 5000])
		it(`ENOSPC at byte ${byte} of the model: kept for when there is room`, async () => {
			let room = byte;
			const run = await start(
				tightDisk(
					(path) => path.endsWith('.part'),
					() => room,
				),
			);
			const [id = ''] = await harness.make(run, text('crate'));
			assert.equal(await restOf(run, id), 'blocked diskFull made');
			assert.deepEqual(await harness.files(), []);
			room = always;
			await endsWell(run, id);
		});

	it('a record cut in half is set aside and told of; the others go on, and its task can be adopted', async () => {
		await harness.sandbox.control('/clock', { speed: 0 });
		let run = await harness.start();
		const ids = await harness.make(run, text('crate'), text('barrel'));
		const [torn = '', whole = ''] = ids;
		for (const id of ids) await harness.until(run, id, 'running');
		const taskId = taskOf(run.journal.get(torn).state)?.id ?? '';
		run.kill();
		const path = join(harness.records, `${torn}.json`);
		const record = await readFile(path);
		await writeFile(path, record.subarray(0, record.length / 2));
		run = await harness.start();
		await harness.sandbox.control('/clock', { speed: 400 });
		await checkAsset(await harness.until(run, whole, 'done', 'failed', 'blocked'));
		assert.equal(run.journal.find(torn), undefined);
		assert.match(harness.log.text, /cannot be read; it was set aside/);
		assert.deepEqual(await readFile(`${path}.unreadable`), record.subarray(0, record.length / 2));
		const { id } = await run.engine.call('adopt', { provider: 'tripo', taskId, folder: harness.output });
		await checkAsset(await harness.until(run, id, 'done', 'failed', 'blocked'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 40, tasks: 2 });
	});
});
