import * as vscode from 'vscode';
import { type Answer, type Position, pickStep, textStep } from '../forms/steps';

export function titleStep(position: Position, value: string): Promise<Answer<string>> {
	return textStep(position, {
		prompt: 'What shall the preset be called? One of the same name is replaced.',
		placeholder: 'Village prop',
		value,
		problem: (text) => (text.trim() === '' ? 'Type a name.' : undefined),
	});
}

/** Whether a preset goes into the workspace's settings or the user's. */
export function targetStep(position: Position): Promise<Answer<vscode.ConfigurationTarget>> {
	return pickStep(
		position,
		[
			{
				label: '$(folder) This Workspace',
				detail: 'In its settings file, shared with everybody who works on it.',
				value: vscode.ConfigurationTarget.Workspace,
			},
			{
				label: '$(account) Me',
				detail: 'In your own settings, for all workspaces.',
				value: vscode.ConfigurationTarget.Global,
			},
		],
		{ placeholder: 'Whom is it for?' },
	);
}
