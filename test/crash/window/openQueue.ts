import { join } from 'node:path';
import { Pauses } from '../../../src/core/accounts/pauses';
import { systemClock } from '../../../src/core/base/clock';
import { Emitter } from '../../../src/core/base/events';
import type { Log } from '../../../src/core/base/log';
import { Journal } from '../../../src/core/jobs/records/journal';
import { JobStore } from '../../../src/core/jobs/records/store';
import type { EngineOptions } from '../../../src/core/jobs/runner/engine';
import type { ProviderId } from '../../../src/core/model/account';
import { nodeHttp } from '../../../src/core/network/nodeHttp';
import { TripoClient } from '../../../src/core/providers/tripo/client';
import { SpendingGuard } from '../../../src/core/spending/guard';
import { Ledger } from '../../../src/core/spending/ledger';
import { LedgerFile } from '../../../src/core/spending/ledgerFile';
import { SharedQueue } from '../../../src/core/windows/sharedQueue';
import { askNothing } from '../../harness/askNothing';
import { Dice } from '../plan/dice';
import { foldersIn } from '../run/folders';
import type { Diary } from './diary';
import { DiskPoints } from './diskPoints';
import { fastClock } from './fastClock';
import { LawWatch } from './lawWatch';
import { LossyDisk } from './lossyDisk';
import { Mishaps } from './mishaps';
import { mortalDisk } from './mortalDisk';
import { mortalHttp } from './mortalHttp';
import { Reaper } from './reaper';
import type { WindowSetup } from './setup';
import { WatchedEngine } from './watchedEngine';

export interface OpenQueue {
	readonly queue: SharedQueue;
	/** Whether this window's engine runs the queue. */
	leads(): boolean;
	close(): Promise<void>;
}

/** The product's own queue and engine, with ports that can end the process. */
export function openQueue(setup: WindowSetup, diary: Diary, log: Log, onLead: () => void): OpenQueue {
	const folders = foldersIn(setup.folder);
	const dice = new Dice(`window ${setup.seed} ${setup.name}`);
	const loss = new LossyDisk(folders.attic, setup.name, dice);
	const reaper = new Reaper(setup.death, diary, loss, folders.records);
	let engine: WatchedEngine | undefined;
	let leading = false;
	const points = new DiskPoints(
		reaper,
		folders.records,
		folders.ledger,
		folders.output,
		() => engine?.inCall === true,
	);
	const disk = mortalDisk(reaper, loss, points);
	const socket = nodeHttp();
	const http = mortalHttp({
		http: socket,
		tripo: setup.tripo,
		reaper,
		watch: new LawWatch(diary, folders.records),
		mishaps: new Mishaps(setup.mishaps, diary),
		diary,
	});
	const parts = { http, clock: fastClock, random: () => dice.fraction(), log, userAgent: 'propsmith-crash' };
	const provider = new TripoClient({ ...parts, baseUrl: setup.tripo, key: setup.key });
	const accounts: EngineOptions['accounts'] = {
		connect: async () => ({ provider, account: 'crash' }),
		tier: () => ({ concurrentTasks: setup.concurrentTasks, classes: {}, budgets: [] }),
		onDidChange: new Emitter<ProviderId>().event,
	};
	const queue = new SharedQueue({
		storageFolder: folders.storage,
		// In real time: how long a window waits for another is not sped up.
		clock: systemClock,
		log,
		guard: new SpendingGuard(askNothing),
		makeEngine: async () => {
			points.takesOver(true);
			const store = new JobStore(disk, folders.records, log);
			await store.load();
			const journal = new Journal(store, fastClock, log);
			const pauses = new Pauses(disk, join(folders.storage, 'paused.json'));
			const ledger = await Ledger.open(new LedgerFile(disk, folders.ledger, log), log);
			engine = new WatchedEngine({ ...parts, journal, disk, accounts, pauses, ledger }, () => {
				points.takesOver(false);
				leading = true;
				diary.write({ what: 'leads' });
				onLead();
			});
			return engine;
		},
	});
	return {
		queue,
		leads: () => leading,
		close: async () => {
			await queue.dispose();
			socket.close();
		},
	};
}
