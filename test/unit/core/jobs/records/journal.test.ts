import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, systemDisk } from '../../../../../src/core/files/disk';
import { Journal } from '../../../../../src/core/jobs/records/journal';
import { JobStore } from '../../../../../src/core/jobs/records/store';
import { IllegalTransition } from '../../../../../src/core/model/transition';
import { DrivenClock } from '../../support/drivenClock';
import { faultyDisk, systemError } from '../../support/faultyDisk';
import { RecordingLog } from '../../support/recordingLog';
import { jobIn, sampleEvents, sampleStates } from '../../support/states';
import { tempFolders } from '../../support/tempFolders';

describe('Journal', () => {
	const newFolder = tempFolders();
	async function open(disk: Disk = systemDisk) {
		const [folder, log] = [await newFolder(), new RecordingLog()];
		const journal = new Journal(new JobStore(disk, folder, log), new DrivenClock(7000), log);
		const onDisk = async (id = 'job-1'): Promise<string> =>
			JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')).state.kind;
		return { journal, log, onDisk };
	}

	it('lets changes of one job follow each other', async () => {
		const { journal } = await open();
		await journal.add(jobIn(sampleStates.waiting));
		const all = [sampleEvents.started, sampleEvents.sending, sampleEvents.accepted, sampleEvents.succeeded];
		await Promise.all(all.map((event) => journal.apply('job-1', event)));
		assert.equal(journal.get('job-1').state.kind, 'downloading');
	});

	it('judges each change by the state that the one before left', async () => {
		const { journal } = await open();
		await journal.add(jobIn(sampleStates.waiting));
		const [cancelled, started] = [
			journal.apply('job-1', sampleEvents.cancelled),
			journal.apply('job-1', sampleEvents.started),
		];
		await cancelled;
		await assert.rejects(started, IllegalTransition);
		assert.equal(journal.get('job-1').state.kind, 'cancelled');
	});

	it('goes on after a change that was refused', async () => {
		const { journal } = await open();
		await journal.add(jobIn(sampleStates.waiting));
		const refused = journal.apply('job-1', sampleEvents.accepted);
		const next = journal.apply('job-1', sampleEvents.started);
		await assert.rejects(refused, IllegalTransition);
		assert.equal((await next).state.kind, 'uploading');
	});

	it('tells everybody of every change, in order, when it is on disk', async () => {
		const { journal, onDisk } = await open();
		const heard: string[] = [];
		const disk: Promise<string>[] = [];
		journal.onDidChange(({ job, removed }) => {
			heard.push(`${job.state.kind}${removed ? ' removed' : ''}`);
			if (!removed) disk.push(onDisk());
		});
		await journal.add(jobIn(sampleStates.waiting));
		for (const event of [sampleEvents.started, sampleEvents.failed]) {
			await journal.apply('job-1', event);
			await disk.at(-1);
		}
		await journal.remove('job-1');
		assert.deepEqual(heard, ['waiting', 'uploading', 'failed', 'failed removed']);
		assert.deepEqual(await Promise.all(disk), ['waiting', 'uploading', 'failed']);
	});

	it('keeps progress in memory alone', async () => {
		const { journal, onDisk } = await open();
		await journal.add(jobIn(sampleStates.submitting));
		await journal.apply('job-1', sampleEvents.progressed).catch(() => {});
		await journal.apply('job-1', sampleEvents.accepted);
		let told = 0;
		journal.onDidChange(() => told++);
		const { state } = await journal.apply('job-1', sampleEvents.progressed);
		assert.equal(state.kind === 'running' && state.progress, 60);
		assert.equal(told, 1);
		assert.equal(await onDisk(), 'running');
	});

	it('stamps the time of the change', async () => {
		const { journal } = await open();
		await journal.add(jobIn(sampleStates.waiting));
		assert.equal((await journal.apply('job-1', sampleEvents.started)).changedAt, 7000);
	});

	it('says that a job is not known', async () => {
		const { journal } = await open();
		assert.throws(() => journal.get('nobody'), { code: 'jobUnknown' });
		await assert.rejects(journal.apply('nobody', sampleEvents.started), { code: 'jobUnknown' });
	});

	describe('waiting for a state', () => {
		it('ends when it comes', async () => {
			const { journal } = await open();
			await journal.add(jobIn(sampleStates.waiting));
			const waiting = journal.until('job-1', ({ kind }) => kind === 'submitting');
			await journal.apply('job-1', sampleEvents.started);
			await journal.apply('job-1', sampleEvents.sending);
			assert.equal((await waiting).state.kind, 'submitting');
		});

		it('ends at once when it is there', async () => {
			const { journal } = await open();
			await journal.add(jobIn(sampleStates.done));
			assert.equal((await journal.until('job-1', () => true)).id, 'job-1');
		});

		it('rejects when the job is removed, and when it is stopped', async () => {
			const { journal } = await open();
			await journal.add(jobIn(sampleStates.waiting));
			const stop = new AbortController();
			const stopped = journal.until('job-1', () => false, stop.signal);
			stop.abort(new Error('enough'));
			await assert.rejects(stopped, /enough/);
			const removed = journal.until('job-1', () => false);
			await journal.remove('job-1');
			await assert.rejects(removed, { code: 'jobUnknown' });
		});
	});

	describe('Law 1: written before sent, on a disk that refuses', () => {
		async function onFullDisk(state: keyof typeof sampleStates) {
			let full = false;
			const opened = await open(
				faultyDisk((operation) => {
					if (full && operation === 'writeFile') throw systemError('ENOSPC');
				}),
			);
			await opened.journal.add(jobIn(sampleStates[state]));
			full = true;
			return opened;
		}

		it('refuses to send what is not written', async () => {
			const { journal, onDisk } = await onFullDisk('uploading');
			let told = 0;
			journal.onDidChange(() => told++);
			await assert.rejects(journal.apply('job-1', sampleEvents.sending), { code: 'recordUnwritable' });
			assert.equal(journal.get('job-1').state.kind, 'uploading');
			assert.equal(await onDisk(), 'uploading');
			assert.equal(told, 0);
		});

		it('keeps in memory, tells and logs what has happened all the same', async () => {
			const { journal, onDisk, log } = await onFullDisk('submitting');
			let told = 0;
			journal.onDidChange(() => told++);
			await journal.apply('job-1', sampleEvents.accepted);
			assert.equal(journal.get('job-1').state.kind, 'running');
			assert.equal(await onDisk(), 'submitting', 'which a restart takes for uncertain and looks up');
			assert.equal(told, 1);
			assert.match(log.text, /error: .*task-1/, 'the id can be found in the log');
		});
	});
});
