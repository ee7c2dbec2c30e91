import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import { PropsmithError } from '../../core/model/errors';
import { jobArgument } from './jobArgument';

/**
 * The file that a command is about: that of a row of the Assets view, or the first of a job. Undefined when the user
 * leaves; rejects for a job without files.
 */
export async function assetArgument(
	queue: JobQueue,
	argument: unknown,
	verb: string,
): Promise<vscode.Uri | undefined> {
	const file = fileIn(argument);
	if (file) return file;
	const job = await jobArgument(
		queue,
		argument,
		({ state }) => state.kind === 'done' && state.files.length > 0,
		verb,
	);
	if (!job) return undefined;
	const path = job.state.kind === 'done' ? job.state.files[0]?.path : undefined;
	if (path === undefined) throw new PropsmithError('actionNotPossible', { detail: 'it has no file yet' });
	return vscode.Uri.file(path);
}

/** A file of the explorer, or of a row of the Assets view, which may be any of its job's. */
export function fileIn(argument: unknown): vscode.Uri | undefined {
	if (argument instanceof vscode.Uri) return argument;
	if (typeof argument !== 'object' || argument === null || !('file' in argument)) return undefined;
	const { file } = argument;
	const isAsset = typeof file === 'object' && file !== null && 'path' in file;
	return isAsset ? vscode.Uri.file(String(file.path)) : undefined;
}
