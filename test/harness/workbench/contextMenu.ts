import type { Locator, Page } from 'playwright-core';

/** The menu that a right-click opens. */
export class ContextMenu {
	readonly menu: Locator;

	constructor(private readonly page: Page) {
		this.menu = page.locator('.context-view').getByRole('menu');
	}

	/** The items from top to bottom. */
	async items(): Promise<string[]> {
		const labels = await this.menu.getByRole('menuitem').locator('.action-label').allInnerTexts();
		return labels.filter(Boolean);
	}

	/** A menu that has just opened ignores the mouse for a moment, so the item is taken with the keyboard. */
	async choose(item: string): Promise<void> {
		const entry = this.menu.getByRole('menuitem', { name: item });
		await entry.hover();
		await entry.press('Enter');
		await this.menu.waitFor({ state: 'hidden' });
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.menu.waitFor({ state: 'hidden' });
	}
}
