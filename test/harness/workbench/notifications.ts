import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';

/** The notifications in the corner of the window. */
export class Notifications {
	private readonly toasts: Locator;

	constructor(page: Page) {
		this.toasts = page.locator('.notification-toast');
	}

	/** The texts of those that are shown, newest first. */
	async texts(): Promise<string[]> {
		const texts = await this.toasts.locator('.notification-list-item-message').allInnerTexts();
		return texts.map((text) => text.trim());
	}

	/** Waits for one that holds the text and returns all it says. */
	waitFor(text: string, limitMs?: number): Promise<string> {
		const find = async () => (await this.texts()).find((shown) => shown.includes(text));
		return eventually(`a notification that says "${text}"`, find, limitMs);
	}

	/** The labels of the buttons of one notification. */
	async buttons(text: string): Promise<string[]> {
		const labels = await this.toast(text)
			.locator('.notification-list-item-buttons-container .monaco-button')
			.allInnerTexts();
		return labels.map((label) => label.trim()).filter(Boolean);
	}

	async press(text: string, button: string): Promise<void> {
		await this.toast(text).getByRole('button', { name: button, exact: true }).click();
	}

	private toast(text: string): Locator {
		return this.toasts.filter({ hasText: text }).first();
	}
}
