import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Emitter } from '../../../../../src/core/base/events';
import { flushedBlock } from '../../../../../src/core/downloads/partFile';
import { systemDisk } from '../../../../../src/core/files/disk';
import { Journal } from '../../../../../src/core/jobs/records/journal';
import { JobStore } from '../../../../../src/core/jobs/records/store';
import type { JobContext } from '../../../../../src/core/jobs/steps/context';
import { deliverResult } from '../../../../../src/core/jobs/steps/deliver';
import type { ProviderId } from '../../../../../src/core/model/account';
import type { Provider } from '../../../../../src/core/providers/provider';
import { neverOn } from '../../../../../src/core/spending/limits';
import { glbWithJson } from '../../support/glb';
import { InstantClock } from '../../support/instantClock';
import { RecordingLog } from '../../support/recordingLog';
import { jobIn, task } from '../../support/states';
import { tempFolders } from '../../support/tempFolders';

/** All of GLB but its JSON chunk's text. */
const framing = 20;

describe('deliverJob', () => {
	const newFolder = tempFolders();

	it('finishes a part file that was whole, to the last block, when its process died', async () => {
		const [records, folder, log, clock] = [
			await newFolder(),
			await newFolder(),
			new RecordingLog(),
			new InstantClock(),
		];
		const journal = new Journal(new JobStore(systemDisk, records, log), clock, log);
		const object = { etag: '"1"', bytes: flushedBlock };
		const job = { ...jobIn({ kind: 'downloading', task, object }), destination: { folder, name: 'box' } };
		await journal.add(job);
		const json = JSON.stringify({ asset: { version: '2.0' } }).padEnd(flushedBlock - framing);
		await writeFile(join(folder, `.${job.id}.part`), glbWithJson(json));
		const model = {
			part: 'model',
			kind: 'model',
			extension: 'glb',
			url: 'http://127.0.0.1/box.glb',
		} as const;
		const provider: Pick<Provider, 'task'> = {
			task: async () => ({ taskId: task.id, status: 'success', artifacts: [model] }),
		};
		const connect = async () => ({ provider: provider as Provider, account: task.account });
		const context: JobContext = {
			journal,
			clock,
			log,
			disk: systemDisk,
			random: Math.random,
			userAgent: 'test',
			http: () => Promise.reject(new Error('nothing is left to fetch')),
			lane: () => assert.fail('no slot is needed'),
			poller: () => assert.fail('nothing is followed'),
			uploaded: new Map(),
			spendNothing: neverOn,
			connectBriefly: connect,
			accounts: {
				connect,
				tier: () => ({ concurrentTasks: 1, classes: {}, budgets: [] }),
				onDidChange: new Emitter<ProviderId>().event,
			},
		};
		await deliverResult(context, job.id, new AbortController().signal);
		assert.equal(journal.get(job.id).state.kind, 'done');
		assert.deepEqual((await readdir(folder)).sort(), ['box.glb', 'box.propsmith.json']);
	});
});
