import assert from 'node:assert/strict';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, systemDisk } from '../../../../src/core/files/disk';
import type { JobRecord } from '../../../../src/core/model/jobRecord';
import { netOf } from '../../../../src/core/spending/entry';
import { Ledger } from '../../../../src/core/spending/ledger';
import { LedgerFile } from '../../../../src/core/spending/ledgerFile';
import { entry } from '../support/entries';
import { faultyDisk, systemError } from '../support/faultyDisk';
import { RecordingLog } from '../support/recordingLog';
import { jobIn, sampleStates } from '../support/states';
import { tempFolders } from '../support/tempFolders';

describe('Ledger', () => {
	const newFolder = tempFolders();
	let path: string;
	let log: RecordingLog;
	beforeEach(async () => {
		path = join(await newFolder(), 'storage', 'ledger.jsonl');
		log = new RecordingLog();
	});

	const open = (disk: Disk = systemDisk): Promise<Ledger> =>
		Ledger.open(new LedgerFile(disk, path, log), log);
	const lines = async (): Promise<string[]> => (await readFile(path, 'utf8')).split('\n').filter(Boolean);
	/** A job of its own task. */
	const job = (number: number, state: 'running' | 'downloading' | 'done'): JobRecord => ({
		...jobIn({ ...sampleStates[state], task: { ...sampleStates.running.task, id: `task-${number}` } }),
		id: `job-${number}`,
	});

	it('is the same after a restart', async () => {
		const ledger = await open();
		ledger.note(job(1, 'running'), job(2, 'done'));
		ledger.note(job(1, 'downloading'));
		await ledger.flushed();
		assert.deepEqual((await open()).entries(), [entry(), entry({ taskId: 'task-2', jobId: 'job-2' })]);
		assert.deepEqual(log.lines, []);
	});

	it('writes nothing that it has already', async () => {
		const ledger = await open();
		ledger.note(job(1, 'done'));
		await ledger.flushed();
		for (let again = 0; again < 3; again++) ledger.note(job(1, 'done'));
		await ledger.flushed();
		assert.equal((await lines()).length, 1);
	});

	it('tells only of what changed', async () => {
		const ledger = await open();
		const told: string[] = [];
		ledger.onDidChange((entries) => told.push(entries.map(({ taskId }) => taskId).join()));
		ledger.note(job(1, 'running'), job(2, 'done'));
		ledger.note(job(1, 'done'), job(2, 'done'));
		ledger.note(job(1, 'done'));
		assert.deepEqual(told, ['task-1,task-2', 'task-1']);
	});

	it('learns from the records what a process that died did not write any more, once', async () => {
		const jobs = Array.from({ length: 1200 }, (_, number) => job(number, 'done'));
		const first = await open();
		first.note(...jobs.slice(0, 700));
		await first.flushed();
		const second = await open();
		await second.catchUp(jobs);
		await second.flushed();
		assert.equal((await lines()).length, 1200);
		assert.equal((await open()).entries().length, 1200);
	});

	it('takes a refund of a task whose job is gone', async () => {
		const ledger = await open();
		ledger.note(job(1, 'done'));
		ledger.tell('task-1', 0);
		ledger.tell('nobody-knows', 0);
		await ledger.flushed();
		assert.deepEqual((await open()).entries().map(netOf), [0]);
	});

	for (const end of ['', '\n'])
		it(`loses a torn line and nothing else (${end ? 'the line ends' : 'it does not'})`, async () => {
			const ledger = await open();
			ledger.note(job(1, 'done'), job(2, 'done'));
			await ledger.flushed();
			await truncate(path, (await readFile(path)).length - 30);
			if (end) await appendFile(path, '\0\0\0\n');
			const after = await open();
			assert.deepEqual(
				after.entries().map(({ taskId }) => taskId),
				['task-1'],
			);
			assert.match(log.text, /1 lines cannot be read/);
			after.note(job(3, 'done'));
			await after.catchUp([job(2, 'done')]);
			await after.flushed();
			const last = await open();
			assert.deepEqual(
				last.entries().map(({ taskId }) => taskId),
				['task-1', 'task-3', 'task-2'],
			);
			assert.equal((await lines()).length, 3, 'the torn line is gone');
		});

	it('begins a new line after one that the disk took only half of', async () => {
		let full = false;
		const disk = faultyDisk((operation) => {
			if (operation === 'sync' && full) throw systemError('EIO');
		});
		const half: Disk = new Proxy(disk, {
			get: (target, name) =>
				name !== 'open'
					? Reflect.get(target, name)
					: async (file: string, flags: string) => {
							const handle = await disk.open(file, flags);
							if (!full) return handle;
							const writeFile = async (text: string): Promise<void> => {
								await handle.appendFile(text.slice(0, 25));
								throw systemError('ENOSPC');
							};
							return { writeFile, sync: () => handle.sync(), close: () => handle.close() };
						},
		});
		const ledger = await open(half);
		ledger.note(job(1, 'done'));
		await ledger.flushed();
		full = true;
		ledger.note(job(2, 'done'));
		await assert.rejects(ledger.flushed(), { code: 'recordUnwritable' });
		assert.match(log.text, /not written/);
		full = false;
		await ledger.flushed();
		assert.deepEqual(
			(await open()).entries().map(({ taskId }) => taskId),
			['task-1', 'task-2'],
		);
	});

	it('is written anew when most of it no longer counts, and says the same then', async () => {
		const ledger = await open();
		ledger.note(job(1, 'done'), job(2, 'done'));
		for (let credits = 1; credits <= 1200; credits++) {
			ledger.tell('task-1', credits);
			await ledger.flushed();
		}
		const before = ledger.entries();
		assert.ok((await lines()).length > 1000);
		assert.deepEqual((await open()).entries(), before);
		assert.equal((await lines()).length, 2);
	});

	it('goes on when it cannot be written anew', async () => {
		await (await open()).flushed();
		const ledger = await open();
		ledger.note(job(1, 'done'));
		await ledger.flushed();
		await appendFile(path, 'torn');
		const stubborn = await open(
			faultyDisk((operation, file) => {
				if (operation === 'open' && file.endsWith('.tmp')) throw systemError('ENOSPC');
			}),
		);
		stubborn.note(job(2, 'done'));
		await stubborn.flushed();
		assert.equal((await open()).entries().length, 2);
	});

	it('leaves alone what a later version wrote', async () => {
		const ledger = await open();
		ledger.note(job(1, 'done'));
		await ledger.flushed();
		const foreign = JSON.stringify({ v: 2, ...entry({ taskId: 'task-9' }), currency: 'EUR' });
		await writeFile(path, `${foreign}\nrubbish\n`, { flag: 'a' });
		assert.equal((await open()).entries().length, 1);
		assert.ok((await lines()).includes(foreign));
	});

	it('does not open without a ledger that is there: limits would hold nothing', async () => {
		const denied = faultyDisk((operation) => {
			if (operation === 'readFile') throw systemError('EACCES');
		});
		await assert.rejects(open(denied), { code: 'EACCES' });
	});
});
