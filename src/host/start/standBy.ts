import { type FSWatcher, mkdirSync, readdir, watch } from 'node:fs';
import { basename } from 'node:path';
import type * as vscode from 'vscode';
import { jobsFolderName, mayHaveUnfinishedJobs } from '../../core/jobs/records/unfinishedLook';

/**
 * Calls `join` as soon as a job may be unfinished: one that a former window left, or that another one begins. Costs one
 * look at the names in the storage folder; from then on the system tells when they change, and nobody polls. Where the
 * folder cannot be watched or looked at, it joins at once: too early does no harm, too late may lose what was paid.
 */
export function standBy(storageFolder: string, join: () => void): vscode.Disposable {
	let watcher: FSWatcher | undefined;
	let ended = false;
	const end = (): void => {
		ended = true;
		watcher?.close();
	};
	const joinNow = (): void => {
		if (ended) return;
		end();
		join();
	};
	const look = (): void => {
		readdir(storageFolder, (error, names) => {
			if (error || mayHaveUnfinishedJobs(names)) joinNow();
		});
	};
	try {
		// Before the look, so that nothing happens unseen in between.
		watcher = watchFolder(storageFolder, (name) => {
			// Of the folder itself, the news is that it goes.
			if (name === null || name.startsWith(jobsFolderName) || name === basename(storageFolder)) look();
		});
		watcher.on('error', joinNow);
		look();
	} catch {
		joinNow();
	}
	return { dispose: end };
}

/** VS Code names an extension's storage folder and leaves it to the extension to make it. */
function watchFolder(folder: string, changed: (name: string | null) => void): FSWatcher {
	const open = (): FSWatcher => watch(folder, { persistent: false }, (_, name) => changed(name));
	try {
		return open();
	} catch {
		mkdirSync(folder, { recursive: true });
		return open();
	}
}
