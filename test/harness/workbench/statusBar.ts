import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';
import { shownText } from './shownText';

/** The status bar. Items are found by the beginning of their id or of the name that screen readers say. */
export class StatusBar {
	private readonly bar: Locator;

	constructor(page: Page) {
		this.bar = page.locator('.part.statusbar');
	}

	item(idOrName: string): Locator {
		const quoted = JSON.stringify(idOrName);
		return this.bar.locator(`.statusbar-item[id^=${quoted}], .statusbar-item[aria-label^=${quoted}]`).first();
	}

	/** The text that the item shows, icons left out. */
	text(idOrName: string): Promise<string> {
		return shownText(this.item(idOrName));
	}

	async waitForText(idOrName: string, text: string, limitMs?: number): Promise<void> {
		const shown = async () => (await this.text(idOrName)).includes(text);
		await eventually(`the status bar item ${idOrName} to show "${text}"`, shown, limitMs);
	}

	async press(idOrName: string): Promise<void> {
		await this.item(idOrName).getByRole('button').first().click();
	}
}
