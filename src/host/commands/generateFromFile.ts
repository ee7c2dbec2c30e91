import { basename } from 'node:path';
import * as vscode from 'vscode';
import { PropsmithError } from '../../core/model/errors';
import { promptsOf } from '../../core/presets/promptList';
import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import type { GenerateService } from '../generateService';
import { textOfFile } from '../promptFile';
import type { Command } from './command';
import { lineOperation, noPrompts, promptBatch, refuseUnreadable } from './promptBatch';
import type { RequestArgument } from './requestArgument';

/** A request for each prompt of a file; the prompt itself is left out. */
type FileRequest = Omit<RequestArgument, 'prompt'> & { readonly file: vscode.Uri };

/** A model of each line of a text file. With a request object it asks nothing but what the spending guard asks. */
export function generateFromFile(generateService: GenerateService, forms: Forms): Command {
	return {
		id: commandIds.generateFromFile,
		run: async (argument) => {
			if (isFileRequest(argument)) {
				const { file, ...request } = argument;
				const name = basename(file.fsPath);
				const prompts = promptsOf(await textOfFile(file));
				if (prompts.length === 0) throw new PropsmithError('requestInvalid', { detail: noPrompts(name) });
				refuseUnreadable(name, prompts);
				const requests = prompts.map(({ prompt, line }) => ({
					...{ operation: lineOperation, ...request, prompt },
					label: `line ${line}`,
				}));
				return generateService.startApi(requests, name);
			}
			const file = argument instanceof vscode.Uri ? argument : await askForFile();
			if (!file) return undefined;
			const source = { name: basename(file.fsPath), resource: file };
			return promptBatch(forms, 'Generate from File', promptsOf(await textOfFile(file)), source);
		},
	};
}

function isFileRequest(argument: unknown): argument is FileRequest {
	return (
		typeof argument === 'object' &&
		argument !== null &&
		'file' in argument &&
		argument.file instanceof vscode.Uri
	);
}

async function askForFile(): Promise<vscode.Uri | undefined> {
	const [file] =
		(await vscode.window.showOpenDialog({
			openLabel: 'Generate',
			title: 'Propsmith: Select a text file with one prompt per line',
		})) ?? [];
	return file;
}
