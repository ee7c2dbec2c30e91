import * as vscode from 'vscode';
import { outputFolderIn } from '../core/assets/outputFolder';
import { PropsmithError } from '../core/model/errors';
import type { Settings } from './settings';

/**
 * The folder that assets of this resource go to: the output folder inside its workspace folder. Undefined when no
 * folder is open. Rejects a setting that leads out of the workspace folder (law 5).
 */
export function outputFolder(settings: Settings, resource: vscode.Uri | undefined): string | undefined {
	const root = workspaceFolderOf(resource);
	if (!root) return undefined;
	if (root.uri.scheme !== 'file')
		throw new PropsmithError('folderUnwritable', {
			detail: `${root.name} is on a virtual file system`,
			charge: 'none',
		});
	const setting = settings.outputFolder(root.uri);
	const found = outputFolderIn(root.uri.fsPath, setting);
	if ('folder' in found) return found.folder;
	throw new PropsmithError('folderSettingWrong', { detail: `“${setting}” ${found.refused}` });
}

function workspaceFolderOf(resource: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
	const near = resource ?? vscode.window.activeTextEditor?.document.uri;
	return (near && vscode.workspace.getWorkspaceFolder(near)) ?? vscode.workspace.workspaceFolders?.[0];
}

/** Asks for a place; undefined when the user gives none. Only where no folder is open. */
export async function askForFolder(): Promise<string | undefined> {
	const [folder] =
		(await vscode.window.showOpenDialog({
			canSelectFiles: false,
			canSelectFolders: true,
			canSelectMany: false,
			openLabel: 'Save Assets Here',
			title: 'Propsmith: Select a folder for the asset',
		})) ?? [];
	return folder?.fsPath;
}
