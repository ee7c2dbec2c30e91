/** A file of a task, as its path names it. */
export interface StoredFile {
	taskId: string;
	name: string;
	/** `undefined` when the task is gone or has no such file. */
	bytes: Promise<Buffer | undefined>;
}
