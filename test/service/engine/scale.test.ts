import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Pauses } from '../../../src/core/accounts/pauses';
import { systemClock } from '../../../src/core/base/clock';
import { systemDisk } from '../../../src/core/files/disk';
import { Journal } from '../../../src/core/jobs/records/journal';
import { JobStore, newJobId } from '../../../src/core/jobs/records/store';
import { Engine } from '../../../src/core/jobs/runner/engine';
import type { JobRecord } from '../../../src/core/model/jobRecord';
import { nodeHttp } from '../../../src/core/network/nodeHttp';
import { Ledger } from '../../../src/core/spending/ledger';
import { LedgerFile } from '../../../src/core/spending/ledgerFile';
import { eventually } from '../../harness/eventually';
import { recordFigure } from '../../harness/testReport';
import { jobIn, sampleStates } from '../../unit/core/support/states';
import { EngineHarness } from '../engineHarness';

const ended = 10_000;
const live = 1_000;

describe('Engine: a long history', () => {
	let harness: EngineHarness;

	before(async () => {
		harness = await EngineHarness.open();
		await mkdir(harness.records);
		for (let first = 0; first < ended + live; first += 500)
			await Promise.all(
				Array.from({ length: 500 }, async (_, index) => {
					const number = first + index;
					const id = newJobId(1_700_000_000_000 + number);
					const sample = number < ended ? sampleStates.done : sampleStates.running;
					const state = { ...sample, task: { ...sample.task, id: `task-${number}` } };
					const record: JobRecord = {
						...jobIn(state, id),
						destination: { folder: harness.output, name: 'x' },
					};
					await writeFile(join(harness.records, `${id}.json`), JSON.stringify(record));
				}),
			);
	});
	after(() => harness.close());

	it(`of ${ended} ended and ${live} live jobs loads and starts, without holding up the extension host`, async () => {
		const delay = monitorEventLoopDelay({ resolution: 5 });
		delay.enable();
		const started = performance.now();
		const store = new JobStore(systemDisk, harness.records, harness.log);
		await store.load();
		recordFigure('load11000JobsMs', performance.now() - started);
		const http = nodeHttp();
		const parts = { http, clock: systemClock, random: Math.random, log: harness.log, userAgent: 'test' };
		const journal = new Journal(store, systemClock, harness.log);
		const accounts = harness.accounts.with(parts);
		const pauses = new Pauses(systemDisk, join(harness.root, 'paused.json'));
		const engine = new Engine({
			...parts,
			journal,
			pauses,
			ledger: await Ledger.open(new LedgerFile(systemDisk, harness.ledger, harness.log), harness.log),
			disk: systemDisk,
			accounts,
			historyLimit: () => 1_000,
		});
		await engine.start();
		await eventually(
			'the history to be pruned',
			async () => (await readdir(harness.records)).length === 1_000 + live,
		);
		delay.disable();
		recordFigure('longestBlock11000JobsMs', delay.max / 1e6);
		assert.equal(engine.entries().length, ended + live, 'the ledger keeps what the list forgets');
		assert.equal(engine.list().filter(({ state }) => state.kind === 'running').length, live);
		// The oldest went, and what is not over was left alone.
		assert.equal(
			engine.list()[0]?.id.startsWith(newJobId(1_700_000_000_000 + ended - 1_000).split('-')[0] ?? ''),
			true,
		);
		engine.dispose();
		http.close();
	});
});
