/** Below the storage folder: the job records. */
export const jobsFolderName = 'jobs';

/**
 * Beside the folder of the records: stands while no record is unfinished. It goes before the first unfinished record
 * is written and comes after the last one is done, so a crash may leave it missing wrongly, never standing wrongly.
 */
export function idleMarkerOf(jobsFolder: string): string {
	return `${jobsFolder}.idle`;
}

/**
 * The one look of a window with nothing to do: what the names in the storage folder tell without a file being read.
 * Records without the marker may be unfinished; those of a version that kept no marker count as such once.
 */
export function mayHaveUnfinishedJobs(namesInStorage: readonly string[]): boolean {
	return namesInStorage.includes(jobsFolderName) && !namesInStorage.includes(idleMarkerOf(jobsFolderName));
}
