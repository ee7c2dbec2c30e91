import type { Locator, Page } from 'playwright-core';
import { shownText } from './shownText';

/** The dialog that stops everything else. */
export class ModalDialog {
	readonly box: Locator;

	constructor(page: Page) {
		this.box = page.locator('.monaco-dialog-box');
	}

	/** Waits for the dialog and returns its message and, on the next line, its detail. */
	text(): Promise<string> {
		return shownText(this.box.locator('.dialog-message-container'));
	}

	async buttons(): Promise<string[]> {
		const labels = await this.box.locator('.dialog-buttons .monaco-button').allInnerTexts();
		return labels.map((label) => label.trim()).filter(Boolean);
	}

	async press(button: string): Promise<void> {
		await this.box.getByRole('button', { name: button, exact: true }).click();
		await this.box.waitFor({ state: 'hidden' });
	}
}
