import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';

const toastLimitMs = 4000;

/** The notifications in the corner of the window. */
export class Notifications {
	private readonly toasts: Locator;
	private readonly list: Locator;
	private readonly bell: Locator;

	constructor(private readonly page: Page) {
		this.toasts = page.locator('.notification-toast');
		this.list = page.locator('.notifications-center.visible');
		this.bell = page.locator('[id="status.notifications"]').getByRole('button');
	}

	/** The texts of those that are shown, newest first. */
	async texts(): Promise<string[]> {
		const texts = await this.toasts.or(this.list).locator('.notification-list-item-message').allInnerTexts();
		return texts.map((text) => text.trim());
	}

	/** Waits for one that holds the text and returns all it says. */
	async waitFor(text: string, limitMs?: number): Promise<string> {
		const started = Date.now();
		const find = async () => {
			// Several at once are kept from popping up; the list behind the bell has them all.
			if (Date.now() - started > toastLimitMs && !(await this.list.isVisible())) {
				await this.bell.click();
			}
			return (await this.texts()).find((shown) => shown.includes(text));
		};
		const found = await eventually(`a notification that says "${text}"`, find, limitMs);
		if (await this.list.isVisible()) {
			await this.page.keyboard.press('Escape');
		}
		return found;
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
