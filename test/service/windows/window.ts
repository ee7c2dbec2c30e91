import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pauses } from '../../../src/core/accounts/pauses';
import { systemClock } from '../../../src/core/base/clock';
import { Emitter, type Event } from '../../../src/core/base/events';
import type { Log } from '../../../src/core/base/log';
import { type Disk, systemDisk } from '../../../src/core/files/disk';
import { Journal } from '../../../src/core/jobs/records/journal';
import { JobStore } from '../../../src/core/jobs/records/store';
import { Engine } from '../../../src/core/jobs/runner/engine';
import type { ProviderId } from '../../../src/core/model/account';
import type { GenerateRequest } from '../../../src/core/model/generateRequest';
import { nodeHttp } from '../../../src/core/network/nodeHttp';
import { MeshyClient } from '../../../src/core/providers/meshy/client';
import { TripoClient } from '../../../src/core/providers/tripo/client';
import { SpendingGuard, type SpendingPolicy } from '../../../src/core/spending/guard';
import { Ledger } from '../../../src/core/spending/ledger';
import { LedgerFile } from '../../../src/core/spending/ledgerFile';
import { SharedQueue } from '../../../src/core/windows/sharedQueue';
import type { Sandbox } from '../../../src/sandbox/sandbox';
import { askNothing } from '../../harness/askNothing';

/** One VS Code window as far as the queue is concerned. */
export interface Window {
	readonly queue: SharedQueue;
	/** True when this window's engine was made, which only a leading window does. */
	leads(): boolean;
	close(): Promise<void>;
}

export const quiet: Log = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** A folder that several windows share. */
export function sharedFolder(): Promise<string> {
	return mkdtemp(path.join(tmpdir(), 'propsmith-windows-'));
}

export async function openWindow(...parts: Parameters<typeof makeWindow>): Promise<Window> {
	const window = makeWindow(...parts);
	await window.queue.start();
	return window;
}

/** A window whose queue is not started yet. */
export function makeWindow(
	storageFolder: string,
	sandbox: Pick<Sandbox, 'tripo' | 'meshy'>,
	policy: Partial<SpendingPolicy> = {},
	disk: Disk = systemDisk,
	/** Outlives the window. */
	onDidChangeAccount: Event<ProviderId> = new Emitter<ProviderId>().event,
): Window {
	const http = nodeHttp();
	const parts = { http, clock: systemClock, random: Math.random, log: quiet, userAgent: 'test' };
	const clients = {
		tripo: new TripoClient({ ...parts, baseUrl: sandbox.tripo, key: 'tsk_windows_0001' }),
		meshy: new MeshyClient({ ...parts, baseUrl: sandbox.meshy, key: 'msy_windows_0001' }),
	};
	let made = false;
	const queue = new SharedQueue({
		storageFolder,
		clock: systemClock,
		log: quiet,
		guard: new SpendingGuard({ ...askNothing, ...policy }),
		makeEngine: async () => {
			made = true;
			const store = new JobStore(disk, path.join(storageFolder, 'jobs'), quiet);
			await store.load();
			return new Engine({
				...parts,
				journal: new Journal(store, systemClock, quiet),
				disk,
				ledger: await Ledger.open(
					new LedgerFile(disk, path.join(storageFolder, 'ledger.jsonl'), quiet),
					quiet,
				),
				pauses: new Pauses(disk, path.join(storageFolder, 'paused.json')),
				accounts: {
					connect: async (id) => ({ provider: clients[id === 'meshy' ? id : 'tripo'], account: 'test' }),
					tier: () => ({ concurrentTasks: 10, classes: {}, budgets: [] }),
					onDidChange: onDidChangeAccount,
				},
			});
		},
	});
	return {
		queue,
		leads: () => made,
		close: async () => {
			await queue.dispose();
			http.close();
		},
	};
}

export function barrel(folder: string): GenerateRequest {
	return {
		provider: 'tripo',
		...{ operation: 'textToModel', prompt: 'barrel', options: { model: 'P1-20260311' } },
		...{ folder, name: 'barrel' },
	};
}
