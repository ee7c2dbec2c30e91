import * as vscode from 'vscode';
import { commandIds } from '../contributions';
import type { Forms } from '../inputs/forms';
import type { Command } from './command';
import { promptBatch } from './promptBatch';

/** A model of each line that is selected in the editor. */
export function generateFromSelection(forms: Forms): Command {
	return {
		id: commandIds.generateFromSelection,
		run: async () => {
			const editor = vscode.window.activeTextEditor;
			const text = editor?.selections.map((selection) => editor.document.getText(selection)).join('\n') ?? '';
			if (!editor || text.trim() === '') {
				await vscode.window.showInformationMessage('Select lines in an editor first: each is a prompt.');
				return undefined;
			}
			const source = { name: 'the selection', resource: editor.document.uri };
			return promptBatch(forms, 'Generate from Selection', text, source);
		},
	};
}
