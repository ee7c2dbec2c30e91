import { basename } from 'node:path';
import * as vscode from 'vscode';
import { isSystemError } from '../core/files/disk';
import { PropsmithError } from '../core/model/errors';

/** Longest file that is read as a list of prompts, in bytes; each line of it becomes a paid job. */
const longestFile = 4 * 1024 * 1024;

/**
 * The text of a file as VS Code reads it: by `files.encoding`, `files.autoGuessEncoding` and byte order marks, and by
 * what an editor shows of it, saved or not. Rejects with `requestInvalid` for what is no text.
 */
export async function textOfFile(file: vscode.Uri): Promise<string> {
	const name = basename(file.fsPath);
	const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
	if (open && (open.isDirty || isShown(file))) return open.getText();
	const found = await vscode.workspace.fs.stat(file).then(
		(stat) => stat,
		() => undefined,
	);
	if (!found) throw unusable(`“${name}” is not there`);
	if ((found.type & vscode.FileType.Directory) !== 0) throw unusable(`“${name}” is a folder`);
	if (found.size > longestFile) throw unusable(`“${name}” is larger than 4 MB`);
	try {
		return (await vscode.workspace.openTextDocument(unread(file, found.mtime))).getText();
	} catch (error) {
		const text = await utf16Text(file);
		if (text !== undefined) return text;
		if (isSystemError(error, 'ENOENT')) throw unusable(`“${name}” is not there`);
		throw unusable(`VS Code cannot read “${name}” as text; is it another kind of file?`, error);
	}
}

/**
 * VS Code takes UTF-16 without a byte order mark for binary as soon as it is not all Latin, whatever `files.encoding`
 * says; undefined where that says something else.
 */
async function utf16Text(file: vscode.Uri): Promise<string | undefined> {
	const encoding = vscode.workspace.getConfiguration('files', file).get('encoding');
	if (encoding !== 'utf16le' && encoding !== 'utf16be') return undefined;
	const bytes = await vscode.workspace.fs.readFile(file);
	return new TextDecoder(encoding === 'utf16le' ? 'utf-16le' : 'utf-16be').decode(bytes);
}

/**
 * VS Code keeps documents for some minutes that no editor shows, and learns late that their file has changed. The query
 * is no part of the path, but makes it another document, which is read anew.
 */
function unread(file: vscode.Uri, changedAt: number): vscode.Uri {
	return file.with({ query: `propsmith=${changedAt}-${Date.now()}` });
}

function isShown(file: vscode.Uri): boolean {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.some(
		({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === file.toString(),
	);
}

function unusable(detail: string, cause?: unknown): PropsmithError {
	return new PropsmithError('requestInvalid', { detail, cause });
}
