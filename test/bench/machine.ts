import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Clock } from '../../src/core/clock';
import { systemClock } from '../../src/core/clock';
import { systemDisk } from '../../src/core/disk';
import { Emitter } from '../../src/core/events';
import { draftJob } from '../../src/core/jobs/draft';
import { Engine } from '../../src/core/jobs/engine';
import { Journal } from '../../src/core/jobs/journal';
import { Pauses } from '../../src/core/jobs/pauses';
import { taskOf } from '../../src/core/jobs/record';
import { JobStore } from '../../src/core/jobs/store';
import type { Tier } from '../../src/core/limits/tiers';
import type { Log } from '../../src/core/log';
import { undiciHttp } from '../../src/core/net/undici';
import type { ProviderId } from '../../src/core/providers/provider';
import { TripoClient } from '../../src/core/providers/tripo/client';
import { Ledger } from '../../src/core/spending/ledger';
import { LedgerFile } from '../../src/core/spending/ledgerFile';

/** Simulated seconds per real second, at the sandbox and for every wait of the engine. */
export const speed = 60;

/** Time that passes as fast as the sandbox's. */
export function fastClock(): Clock {
	const began = Date.now();
	return {
		now: () => began + (Date.now() - began) * speed,
		sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
	};
}

const silent: Log = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** One machine with Propsmith: an engine with a store of its own. */
export interface Machine {
	/** Makes as many jobs at once, of the mixed kinds of the trace, and resolves when all are over. */
	run(jobs: number, name: string): Promise<void>;
	/** Real ms at which this machine noticed that a task was over, by task. */
	readonly noticed: ReadonlyMap<string, number>;
	readonly states: () => Record<string, number>;
	close(): Promise<void>;
}

export async function openMachine(baseUrl: string, key: string, tier: Tier): Promise<Machine> {
	const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-bench-'));
	const clock = fastClock();
	const http = undiciHttp();
	const parts = { http, clock, random: Math.random, log: silent, userAgent: 'bench' };
	const provider = new TripoClient({ ...parts, baseUrl, key });
	const journal = new Journal(new JobStore(systemDisk, path.join(folder, 'jobs'), silent), clock, silent);
	const engine = new Engine({
		...parts,
		journal,
		disk: systemDisk,
		ledger: await Ledger.open(new LedgerFile(systemDisk, path.join(folder, 'ledger.jsonl'), silent), silent),
		pauses: new Pauses(systemDisk, path.join(folder, 'paused.json')),
		accounts: {
			connect: async () => ({ provider, account: 'bench' }),
			tier: () => tier,
			onDidChange: new Emitter<ProviderId>().event,
		},
	});
	const noticed = new Map<string, number>();
	engine.onDidChange(({ job }) => {
		const task = taskOf(job.state);
		if (task && job.state.kind === 'downloading' && !noticed.has(task.id)) noticed.set(task.id, Date.now());
	});
	await engine.start();
	return {
		noticed,
		run: async (jobs, name) => {
			const drafts = Array.from({ length: jobs }, (_, index) =>
				draftJob({
					provider: 'tripo',
					// Bare meshes take half as long as textured ones, and the sandbox varies both.
					request: {
						operation: 'textToModel',
						prompt: `crate ${name} ${index}`,
						options: index % 3 === 0 ? { texture: false, pbr: false } : {},
					},
					destination: { folder: path.join(folder, 'out'), name: `crate-${index}` },
				}),
			);
			const records = await engine.add(drafts);
			await Promise.all(records.map(({ id }) => engine.settled(id)));
		},
		states: () =>
			engine.list().reduce<Record<string, number>>((counts, { state }) => {
				counts[state.kind] = (counts[state.kind] ?? 0) + 1;
				return counts;
			}, {}),
		close: async () => {
			engine.dispose();
			http.close();
			await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}
