import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pauses } from '../../src/core/accounts/pauses';
import { Emitter } from '../../src/core/base/events';
import type { Log } from '../../src/core/base/log';
import { systemDisk } from '../../src/core/files/disk';
import { draftJob } from '../../src/core/jobs/drafts/draft';
import { Journal } from '../../src/core/jobs/records/journal';
import { JobStore } from '../../src/core/jobs/records/store';
import { Engine } from '../../src/core/jobs/runner/engine';
import type { ProviderId } from '../../src/core/model/account';
import type { JobDraft } from '../../src/core/model/jobDraft';
import type { StateKind } from '../../src/core/model/jobRecord';
import { nodeHttp } from '../../src/core/network/nodeHttp';
import { type Tier, tripoTier } from '../../src/core/providers/tiers';
import { TripoClient } from '../../src/core/providers/tripo/client';
import { Ledger } from '../../src/core/spending/ledger';
import { LedgerFile } from '../../src/core/spending/ledgerFile';
import { noLimits } from '../../src/core/spending/limits';
import type { Noticed } from './rivals';
import { key, type Service } from './service';
import { options, prompt } from './work';

const silent: Log = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** One machine with Propsmith: an engine with a store of its own. */
export interface Machine {
	/** Makes so many jobs that are asked for at once, and resolves when all are over. */
	run(jobs: number): Promise<void>;
	readonly noticed: Noticed;
	count(kind: StateKind): number;
	close(): Promise<void>;
}

/** `prepare` may fill the folder of the records before they are loaded. */
export async function openMachine(
	service: Service,
	prepare: (recordsFolder: string) => Promise<void> = async () => {},
): Promise<Machine> {
	const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-bench-'));
	const records = path.join(folder, 'jobs');
	await prepare(records);
	const http = nodeHttp();
	const clock = service.pace.clock();
	const parts = { http, clock, random: Math.random, log: silent, userAgent: 'bench' };
	const provider = new TripoClient({ ...parts, baseUrl: service.tripo, key });
	const store = new JobStore(systemDisk, records, silent);
	await store.load();
	const engine = new Engine({
		...parts,
		journal: new Journal(store, clock, silent),
		disk: systemDisk,
		ledger: await Ledger.open(new LedgerFile(systemDisk, path.join(folder, 'ledger.jsonl'), silent), silent),
		pauses: new Pauses(systemDisk, path.join(folder, 'paused.json')),
		accounts: {
			connect: async () => ({ provider, account: 'bench' }),
			tier: () => tierOf(service),
			onDidChange: new Emitter<ProviderId>().event,
		},
	});
	const noticed = new Map<string, number>();
	engine.onDidChange(({ job: { state } }) => {
		if (state.kind === 'downloading' && !noticed.has(state.task.id)) noticed.set(state.task.id, Date.now());
	});
	await engine.start();
	return {
		noticed,
		run: async (jobs) => {
			const drafts = Array.from({ length: jobs }, (_, index) => draftOf(index, path.join(folder, 'out')));
			const made = await engine.call('add', drafts, noLimits);
			await Promise.all(made.map(({ id }) => engine.settled(id)));
		},
		count: (kind) => engine.list().filter(({ state }) => state.kind === kind).length,
		close: async () => {
			engine.dispose();
			http.close();
			await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/** The clock is the sandbox's, whose minutes are short; budgets are in the time of that clock. */
function tierOf({ slots }: Service): Tier {
	return slots === 10 ? tripoTier('default', 0) : tripoTier('enterprise', slots);
}

function draftOf(index: number, folder: string): JobDraft {
	return draftJob({
		provider: 'tripo',
		request: { operation: 'textToModel', prompt, options },
		destination: { folder, name: `crate-${index}` },
	});
}
