import * as vscode from 'vscode';
import { promptsOf } from '../../core/presets/promptList';
import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import type { Command } from './command';
import { promptBatch, theSelection } from './promptBatch';

/** A model of each line that is selected in the editor. */
export function generateFromSelection(forms: Forms): Command {
	return {
		id: commandIds.generateFromSelection,
		run: async () => {
			const editor = vscode.window.activeTextEditor;
			const selected = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
			if (!editor || selected.length === 0) {
				await vscode.window.showInformationMessage('Select lines in an editor first: each is a prompt.');
				return undefined;
			}
			const { document } = editor;
			const prompts = selected
				.toSorted((a, b) => a.start.compareTo(b.start))
				.flatMap((selection) => promptsOf(document.getText(selection), selection.start.line + 1));
			const source = { name: theSelection, resource: document.uri };
			return promptBatch(forms, 'Generate from Selection', prompts, source);
		},
	};
}
