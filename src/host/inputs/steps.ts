import * as vscode from 'vscode';

/** What a step answers when the user goes back, instead of a value. */
export const back = Symbol('back');

/** Where a step stands: shown as "2/3", with a way back from the second on. */
export interface Position {
	readonly title: string;
	readonly step: number;
	readonly totalSteps: number;
}

/** A value, `back`, or undefined when the user left with Esc: then nothing at all happens. */
export type Answer<T> = T | typeof back | undefined;

export interface PickItem<T> extends vscode.QuickPickItem {
	readonly value: T;
}

/** One choice out of a list. */
export function pickStep<T>(
	position: Position,
	items: readonly (PickItem<T> | vscode.QuickPickItem)[],
	options: { placeholder: string; active?: T },
): Promise<Answer<T>> {
	const input = vscode.window.createQuickPick<PickItem<T> | vscode.QuickPickItem>();
	place(input, position);
	input.items = items;
	input.placeholder = options.placeholder;
	input.matchOnDescription = true;
	input.activeItems = items.filter((item) => 'value' in item && item.value === options.active);
	return ask(input, () => {
		const [item] = input.selectedItems;
		return item && 'value' in item ? item.value : undefined;
	});
}

/** A line of text. `problem` says why a text cannot be taken, as the user types. */
export function textStep(
	position: Position,
	options: {
		prompt: string;
		placeholder?: string;
		value?: string;
		password?: boolean;
		problem: (text: string) => string | undefined;
	},
): Promise<Answer<string>> {
	const input = vscode.window.createInputBox();
	place(input, position);
	input.prompt = options.prompt;
	input.placeholder = options.placeholder;
	input.value = options.value ?? '';
	input.password = options.password ?? false;
	input.onDidChangeValue((text) => {
		input.validationMessage = text === '' ? undefined : options.problem(text);
	});
	return ask(input, () => {
		input.validationMessage = options.problem(input.value);
		return input.validationMessage === undefined ? input.value : undefined;
	});
}

function place(input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox, position: Position): void {
	input.title = position.title;
	input.step = position.step;
	input.totalSteps = position.totalSteps;
	input.buttons = position.step > 1 ? [vscode.QuickInputButtons.Back] : [];
	// Looking something up in another window must not lose what was typed.
	input.ignoreFocusOut = true;
}

function ask<T>(
	input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
	accepted: () => T | undefined,
): Promise<Answer<T>> {
	return new Promise((resolve) => {
		input.onDidAccept(() => {
			const value = accepted();
			if (value !== undefined) resolve(value);
		});
		input.onDidTriggerButton(() => resolve(back));
		input.onDidHide(() => resolve(undefined));
		input.show();
	}).finally(() => input.dispose()) as Promise<Answer<T>>;
}

/** What a step answers that has nothing to ask this time. */
export const skip = Symbol('skip');

/**
 * Runs steps in order. Each puts its answer where later ones find it; `back` returns to the one before, past those
 * that skip, and undefined ends everything: resolves to false.
 */
export async function runSteps(steps: readonly (() => Promise<Answer<unknown>>)[]): Promise<boolean> {
	let direction = 1;
	for (let index = 0; index < steps.length; index += direction) {
		const answer = await steps[index]?.();
		if (answer === undefined) return false;
		if (answer !== skip) direction = answer === back ? -1 : 1;
	}
	return true;
}
