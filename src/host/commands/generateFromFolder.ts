import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import { folderViewSteps } from '../forms/pictureSteps';
import type { Command } from './command';
import { pictureName } from './requestArgument';

/** A model of each picture in a folder, or of each set of views in it. */
export function generateFromFolder(forms: Forms): Command {
	return {
		id: commandIds.generateFromFolder,
		run: async (argument) => {
			const folder = argument instanceof vscode.Uri ? argument : await askForFolder();
			if (!folder) return undefined;
			const paths = await picturesInFolder(folder.fsPath);
			const name = basename(folder.fsPath);
			if (paths.length === 0) {
				await vscode.window.showInformationMessage(`There are no PNG, JPEG or WebP pictures in “${name}”.`);
				return undefined;
			}
			return forms.run({
				title: 'Generate from Folder',
				operation: 'imageToModel',
				inputs: paths.map((path) => ({ images: [path] })),
				initialSteps: (form) => folderViewSteps(form, paths),
				resource: folder,
				groupTitle: name,
				alwaysConfirm: true,
			});
		},
	};
}

/** Those right in it, by name. */
async function picturesInFolder(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && pictureName.test(entry.name))
		.map(({ name }) => join(folder, name))
		.sort();
}

async function askForFolder(): Promise<vscode.Uri | undefined> {
	const [folder] =
		(await vscode.window.showOpenDialog({
			canSelectFiles: false,
			canSelectFolders: true,
			openLabel: 'Choose',
			title: 'Propsmith: a folder of pictures to make models of',
		})) ?? [];
	return folder;
}
