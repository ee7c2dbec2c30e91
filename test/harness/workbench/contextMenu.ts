import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';

const closingLimitMs = 1000;

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

	/** Whether the item is there, and not greyed out. */
	offers(item: string): Promise<boolean> {
		return this.menu.getByRole('menuitem', { name: item, disabled: false }).isVisible();
	}

	/**
	 * A menu that has just opened ignores the mouse for a moment, so the item is taken with the keyboard; and as a menu
	 * that is still being drawn may miss the key, it is pressed again for as long as the menu stands there.
	 */
	async choose(item: string): Promise<void> {
		const entry = this.menu.getByRole('menuitem', { name: item });
		await entry.hover();
		await eventually(`the menu to close on "${item}"`, async () => {
			if (await this.menu.isVisible()) await entry.press('Enter', { timeout: closingLimitMs });
			await this.menu.waitFor({ state: 'hidden', timeout: closingLimitMs });
			return true;
		});
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.menu.waitFor({ state: 'hidden' });
	}
}
