import * as vscode from 'vscode';
import { errorOfSeveral } from '../../core/jobs/drafts/severalFaults';
import { PropsmithError } from '../../core/model/errors';
import { textProblem } from '../../core/model/promptText';
import type { ListedPrompt } from '../../core/presets/promptList';
import type { JobHandle } from '../api';
import type { Forms } from '../forms/forms';

/** What makes a model of each line of a text. */
export const lineOperation = 'textToModel';

/** More are a list that was chosen by mistake; see `mostVariants` for the same of one prompt. */
const mostPrompts = 1000;

/** Asks how the prompts of a text are to be made, and starts them as one batch. */
export async function promptBatch(
	forms: Forms,
	title: string,
	prompts: readonly ListedPrompt[],
	source: { name: string; resource: vscode.Uri },
): Promise<JobHandle | undefined> {
	if (prompts.length === 0) {
		await vscode.window.showInformationMessage(`${noPrompts(source.name)}.`);
		return undefined;
	}
	refuseUnreadable(source.name, prompts);
	return forms.run({
		title: `${title} (${prompts.length} ${prompts.length === 1 ? 'prompt' : 'prompts'})`,
		operation: lineOperation,
		inputs: prompts.map(({ prompt, line }) => ({ prompt, label: `line ${line}` })),
		resource: source.resource,
		groupTitle: source.name,
		alwaysConfirm: true,
	});
}

export function noPrompts(name: string): string {
	return `${name === theSelection ? 'The selection' : `“${name}”`} has no prompts: write one per line. Blank lines, and lines that begin with #, are skipped`;
}

export const theSelection = 'the selection';

/**
 * Refuses a list before anything is asked or paid: with the line of each prompt that must not be sent, which in most
 * cases comes from a file in another encoding than VS Code was told.
 */
export function refuseUnreadable(name: string, prompts: readonly ListedPrompt[]): void {
	if (prompts.length > mostPrompts)
		throw new PropsmithError('requestInvalid', {
			detail: `“${name}” has ${prompts.length} prompts, ${mostPrompts} are allowed`,
		});
	const faults = prompts.flatMap(({ prompt, line }) => {
		const problem = textProblem(prompt);
		if (problem === undefined) return [];
		return [{ of: `line ${line}`, error: { code: 'textUnreadable', detail: `it ${problem}` } as const }];
	});
	if (faults.length > 0) throw errorOfSeveral(faults);
}
