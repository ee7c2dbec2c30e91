import * as vscode from 'vscode';

/** What a step answers when the user goes back, instead of a value. */
export const back = Symbol('back');

/** Where a step stands: shown as "2/3", with a way back from the second on. */
export interface Position {
	readonly title: string;
	/** What the answers so far come to, told behind the title. */
	readonly note?: string;
	readonly step: number;
	readonly totalSteps: number;
	/** A way back from the first step, too: to the step that it belongs to. */
	readonly nested?: true;
}

/** A value, `back`, or undefined when the user left with Esc: then nothing at all happens. */
export type Answer<T> = T | typeof back | undefined;

export function isAnswered<T>(answer: Answer<T>): answer is T {
	return answer !== undefined && answer !== back;
}

export interface PickItem<T> extends vscode.QuickPickItem {
	readonly value: T;
}

/** A heading between the rows of a list. */
export function heading(label: string): vscode.QuickPickItem {
	return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** One choice out of a list. */
export function pickStep<T>(
	position: Position,
	items: readonly (PickItem<T> | vscode.QuickPickItem)[],
	options: { placeholder: string; active?: T | undefined },
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

/**
 * Several choices out of a list. The title tells what a selection comes to (`note`), or why it cannot be taken
 * (`problem`); until then it is not.
 */
export function manyStep<T>(
	position: Position,
	items: readonly (PickItem<T> | vscode.QuickPickItem)[],
	options: {
		placeholder: string;
		note: (values: readonly T[]) => string;
		problem: (values: readonly T[]) => string | undefined;
	},
): Promise<Answer<readonly T[]>> {
	const input = vscode.window.createQuickPick<PickItem<T> | vscode.QuickPickItem>();
	const values = (): T[] => input.selectedItems.flatMap((item) => ('value' in item ? [item.value] : []));
	const tell = (): void => {
		const note = options.problem(values()) ?? options.note(values());
		input.title = titleOf({ ...position, note });
	};
	place(input, position);
	input.canSelectMany = true;
	input.items = items;
	input.selectedItems = items.filter(({ picked }) => picked);
	input.placeholder = options.placeholder;
	input.matchOnDescription = true;
	input.onDidChangeSelection(tell);
	tell();
	return ask(input, () => (options.problem(values()) === undefined ? values() : undefined));
}

/** Shows that something is being fetched, and gives it when it is there; rejects when the promise does. */
export async function waitStep<T>(
	position: Position,
	fetched: Promise<T>,
	placeholder: string,
): Promise<Answer<T>> {
	const input = vscode.window.createQuickPick();
	place(input, position);
	input.busy = true;
	input.placeholder = placeholder;
	const left: Promise<Answer<T>> = ask(input, () => undefined);
	return Promise.race([fetched, left]).finally(() => input.hide());
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
	input.title = titleOf(position);
	input.step = position.step;
	input.totalSteps = position.totalSteps;
	input.buttons = position.step > 1 || position.nested ? [vscode.QuickInputButtons.Back] : [];
	// Looking something up in another window must not lose what was typed.
	input.ignoreFocusOut = true;
}

function titleOf({ title, note }: Position): string {
	return note === undefined ? title : `${title} · ${note}`;
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

/** One question of a form. */
export interface FormStep {
	/** False: nothing to ask this time. Always asked when absent. */
	readonly applies?: () => boolean;
	/** Puts the answer where later steps find it. */
	ask(position: Position): Promise<Answer<unknown>>;
}

/**
 * Runs the steps that apply, in order: `back` returns to the one before, and undefined ends everything, which resolves
 * to false. What applies is looked at again after each answer, because answers open and close later steps.
 */
export async function runSteps(title: () => string, steps: readonly FormStep[]): Promise<boolean> {
	const asked: FormStep[] = [];
	for (;;) {
		const left = steps
			.slice(asked.length === 0 ? 0 : steps.indexOf(asked.at(-1) as FormStep) + 1)
			.filter(applies);
		const [step] = left;
		if (!step) return true;
		const position = {
			title: title(),
			step: asked.length + 1,
			totalSteps: asked.length + left.length,
		};
		const answer = await step.ask(position);
		if (answer === undefined) return false;
		if (answer === back) asked.pop();
		else asked.push(step);
	}
}

function applies(step: FormStep): boolean {
	return step.applies?.() ?? true;
}
