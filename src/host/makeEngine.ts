import * as vscode from 'vscode';
import type { AccountAccess } from '../core/accounts/accountAccess';
import { Pauses } from '../core/accounts/pauses';
import { systemClock } from '../core/base/clock';
import type { Log } from '../core/base/log';
import { systemDisk } from '../core/files/disk';
import { Journal } from '../core/jobs/records/journal';
import { JobStore } from '../core/jobs/records/store';
import { jobsFolderName } from '../core/jobs/records/unfinishedLook';
import { Engine } from '../core/jobs/runner/engine';
import type { Http } from '../core/network/http';
import { Ledger } from '../core/spending/ledger';
import { LedgerFile } from '../core/spending/ledgerFile';
import type { Settings } from './settings';
import { notifySetAside } from './views/messages';

export interface EngineParts {
	readonly storage: vscode.Uri;
	readonly http: Http;
	readonly accounts: AccountAccess;
	readonly settings: Settings;
	readonly log: Log;
	readonly userAgent: string;
}

/** Reads the records and makes the engine on them. Loaded in the one window that leads. */
export async function makeEngine({ storage, ...parts }: EngineParts): Promise<Engine> {
	const { settings, log } = parts;
	const pathOf = (name: string): string => vscode.Uri.joinPath(storage, name).fsPath;
	const store = new JobStore(systemDisk, pathOf(jobsFolderName), log);
	await store.load();
	void notifySetAside(store.setAsideFiles);
	const pauses = new Pauses(systemDisk, pathOf('paused.json'));
	await pauses.load();
	return new Engine({
		...parts,
		...{ disk: systemDisk, clock: systemClock, random: Math.random, pauses },
		journal: new Journal(store, systemClock, log),
		ledger: await Ledger.open(new LedgerFile(systemDisk, pathOf('ledger.jsonl'), log), log),
		spendNothing: { isOn: () => settings.spendNothing, onDidChange: settings.onDidChangeSpending },
		historyLimit: () => settings.historyLimit,
	});
}
