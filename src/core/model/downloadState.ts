import type { AssetFile, Blocked, Downloading, RemoteObject, StagedFile } from './jobRecord';

// What becomes of a download, for `transition`.

/** The download began; without an object, what came of it cannot be continued. */
export function opened(state: Downloading, object: RemoteObject | undefined): Downloading {
	const { object: _, ...rest } = state;
	return object ? { ...rest, object } : rest;
}

/** One file more is in the workspace; the next one begins from nothing. */
export function landed(state: Downloading, files: readonly AssetFile[]): Downloading {
	const { object: _, staged: __, refused: ___, fruitless: ____, ...rest } = withoutWait(state);
	return { ...rest, landed: [...(state.landed ?? []), ...files] };
}

export function withoutWait(state: Downloading): Downloading {
	const { wait: _, ...rest } = state;
	return rest;
}

/** What was begun or staged is of no more use: those bytes are not to be taken for a beginning of the file. */
export function doubted(state: Downloading, file: StagedFile, again: boolean): Downloading {
	const { object: _, staged: __, ...rest } = state;
	return { ...rest, refused: { file, ...(again ? { again } : {}) } };
}

/** A retry fetches anew what the check refused. */
export function resumed(resume: Blocked['resume']): Blocked['resume'] {
	if (resume.kind !== 'downloading' || !resume.refused) return resume;
	return { ...resume, refused: { file: resume.refused.file } };
}

/** The refused file is staged as it is; undefined where there is none that came twice. */
export function kept(resume: Blocked['resume'], path: string): Downloading | undefined {
	if (resume.kind !== 'downloading' || !resume.refused?.again) return undefined;
	const file = { ...resume.refused.file, path };
	return { ...resume, staged: file, refused: { file, keep: true } };
}
