import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';
import { shownText } from './shownText';

/** The status bar. Items are found by the beginning of their id, such as `propsmith.propsmith`, or by their text. */
export class StatusBar {
	private readonly bar: Locator;

	constructor(page: Page) {
		this.bar = page.locator('.part.statusbar');
	}

	item(idOrText: string): Locator {
		const items = this.bar.locator('.statusbar-item');
		const byId = this.bar.locator(`.statusbar-item[id^=${JSON.stringify(idOrText)}]`);
		return byId.or(items.filter({ hasText: idOrText })).first();
	}

	/** The text that the item shows, icons left out. */
	text(idOrText: string): Promise<string> {
		return shownText(this.item(idOrText));
	}

	/** What a screen reader says of the item. */
	async label(idOrText: string): Promise<string> {
		return (await this.item(idOrText).getByRole('button').first().getAttribute('aria-label')) ?? '';
	}

	async waitForText(idOrText: string, text: string, limitMs?: number): Promise<void> {
		const shown = async () => (await this.text(idOrText)).includes(text);
		await eventually(`the status bar item ${idOrText} to show "${text}"`, shown, limitMs);
	}

	async press(idOrText: string): Promise<void> {
		await this.item(idOrText).getByRole('button').first().click();
	}
}
