import { join, sep } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';
import { shownText } from './shownText';

/** The box at the top of the window: palette, picks and input steps. */
export class QuickInput {
	readonly widget: Locator;
	private readonly input: Locator;

	constructor(private readonly page: Page) {
		this.widget = page.locator('.quick-input-widget');
		this.input = this.widget.locator('.quick-input-box input');
	}

	/** The title above the box, step count included, once a step with a title is shown. */
	title(): Promise<string> {
		return shownText(this.widget.locator('.quick-input-title'));
	}

	/** The text below the box: what the step asks for, or what is wrong with the answer. */
	message(): Promise<string> {
		return shownText(this.widget.locator('.quick-input-message'));
	}

	placeholder(): Promise<string> {
		return this.input.getAttribute('placeholder').then((text) => text ?? '');
	}

	value(): Promise<string> {
		return this.input.inputValue();
	}

	/** Waits until the box is shown with that in it; a hidden box keeps what last stood there. */
	async waitForValue(value: string): Promise<void> {
		const holds = async () => (await this.input.isVisible()) && (await this.value()) === value;
		await eventually(`quick input with "${value}"`, holds);
	}

	/** Waits for the step whose title, question or placeholder holds the text. */
	async waitForStep(text: string): Promise<void> {
		await eventually(`a quick input step that says "${text}"`, async () =>
			[await shownText(this.widget), await this.placeholder()].some((shown) => shown.includes(text)),
		);
	}

	/** Replaces what stands in the box. */
	async type(text: string): Promise<void> {
		await this.input.fill(text);
	}

	/** Types an answer and accepts it. */
	async answer(text: string): Promise<void> {
		await this.type(text);
		await this.accept();
	}

	async accept(): Promise<void> {
		await this.input.press('Enter');
	}

	/** The picks that are shown: the label, then the description. A line of detail below them is left out. */
	async picks(): Promise<string[]> {
		const rows = await this.rows().all();
		return Promise.all(
			rows.map(async (row) => {
				const parts = await row
					.locator('.quick-input-list-row:first-child')
					.locator('.label-name, .label-description')
					.allInnerTexts();
				return parts.join(' ').replace(/\s+/g, ' ').trim();
			}),
		);
	}

	/** Whether the pick with exactly that label comes up within the time. */
	async offers(label: string, limitMs: number): Promise<boolean> {
		return this.row(label)
			.waitFor({ timeout: limitMs })
			.then(
				() => true,
				() => false,
			);
	}

	/** Chooses the pick with exactly that label; waits for it, since picks may come late. */
	async pick(label: string): Promise<void> {
		await this.row(label).click();
	}

	/** Waits for a pick that is shown, such as “Barrel 3 files”: a long list is drawn anew while it comes. */
	async waitForPick(text: string): Promise<void> {
		await eventually(`the pick "${text}"`, async () => (await this.picks()).includes(text));
	}

	/** In VS Code's own file dialog, which begins in the workspace folder: goes to a folder of it and takes a file. */
	async chooseFile(workspace: string, folder: string, file: string): Promise<void> {
		await this.waitForValue(join(workspace, sep));
		await this.type(join(workspace, folder, sep));
		// The dialog reads the folder; an Enter before it has would be lost.
		await this.pick(file);
		await this.widget.getByText('Choose', { exact: true }).waitFor({ state: 'hidden' });
	}

	/** Goes back a step, by the button that multi-step inputs have. */
	async back(): Promise<void> {
		await this.widget.getByRole('button', { name: 'Back' }).click();
	}

	async escape(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.waitUntilClosed();
	}

	async waitUntilClosed(): Promise<void> {
		await this.widget.waitFor({ state: 'hidden' });
	}

	private row(label: string): Locator {
		const name = this.page.locator('.label-name').getByText(label, { exact: true });
		return this.rows().filter({ has: name }).first();
	}

	private rows(): Locator {
		return this.widget.locator('.quick-input-list .monaco-list-row');
	}
}
