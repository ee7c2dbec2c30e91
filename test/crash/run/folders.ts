import path from 'node:path';

/** What lies where in the folder of a run. */
export interface RunFolders {
	/** Shared by all windows, as VS Code's global storage is. */
	readonly storage: string;
	readonly records: string;
	readonly ledger: string;
	/** As the assets' folder of a workspace. */
	readonly output: string;
	/** What a power cut may bring back. */
	readonly attic: string;
	readonly diary: string;
}

export function foldersIn(folder: string): RunFolders {
	const storage = path.join(folder, 'storage');
	return {
		storage,
		records: path.join(storage, 'jobs'),
		ledger: path.join(storage, 'ledger.jsonl'),
		output: path.join(folder, 'assets'),
		attic: path.join(folder, 'attic'),
		diary: path.join(folder, 'diary.jsonl'),
	};
}
