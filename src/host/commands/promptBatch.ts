import * as vscode from 'vscode';
import { promptsOf } from '../../core/recipes/promptList';
import type { JobHandle } from '../api';
import type { Forms } from '../inputs/forms';

/** What makes a model of each line of a text. */
export const lineOperation = 'textToModel';

/** Asks how the prompts of a text are to be made, and starts them as one batch. */
export async function promptBatch(
	forms: Forms,
	title: string,
	text: string,
	source: { name: string; resource: vscode.Uri },
): Promise<JobHandle | undefined> {
	const prompts = promptsOf(text);
	if (prompts.length === 0) {
		const message = `“${source.name}” has no prompts: write one a line; blank lines and lines that begin with # are skipped.`;
		await vscode.window.showInformationMessage(message);
		return undefined;
	}
	return forms.run({
		title: `${title} (${prompts.length} ${prompts.length === 1 ? 'prompt' : 'prompts'})`,
		operation: lineOperation,
		things: prompts.map((prompt) => ({ prompt })),
		resource: source.resource,
		groupTitle: source.name,
		alwaysConfirm: true,
	});
}
