import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';
import type { ContextMenu } from './contextMenu';
import { shownText } from './shownText';
import { treeRows } from './treeRows';

/** One tree of an extension in an open view container. */
export class TreeView {
	readonly tree: Locator;
	private readonly header: Locator;
	private readonly pane: Locator;

	constructor(
		page: Page,
		readonly title: string,
		private readonly contextMenu: ContextMenu,
	) {
		this.header = page.getByRole('button', { name: `${title} Section` });
		this.pane = page.locator('.pane').filter({ has: this.header });
		this.tree = this.pane.getByRole('tree');
	}

	/** Opens the view where it is closed. */
	async expand(): Promise<void> {
		await this.setExpanded(true);
		await this.tree.waitFor();
	}

	/** Closes the view, which makes room for the others: rows that do not fit are not drawn. */
	async collapse(): Promise<void> {
		await this.setExpanded(false);
	}

	/** All rows on the screen as text, indented by level. */
	rows(): Promise<string[]> {
		return treeRows(this.tree);
	}

	/** Waits for a row that holds the text and returns the whole row's text. */
	waitForRow(text: string, limitMs?: number): Promise<string> {
		const find = async () => (await this.rows()).find((row) => row.includes(text));
		return eventually(`a row with "${text}" in the tree ${this.title}`, find, limitMs);
	}

	row(text: string): Locator {
		return this.tree.getByRole('treeitem').filter({ hasText: text }).first();
	}

	/** Presses one of the buttons that a row shows when the mouse is over it. */
	async pressInlineAction(row: string, action: string): Promise<void> {
		await this.row(row).hover();
		await this.row(row).getByRole('button', { name: action }).click();
	}

	async chooseInContextMenu(row: string, item: string): Promise<void> {
		await this.row(row).click({ button: 'right' });
		await this.contextMenu.choose(item);
	}

	/** The welcome text and its buttons, which a view shows while it has no rows. */
	welcome(): Promise<string> {
		return shownText(this.pane.locator('.welcome-view-content'));
	}

	/** Presses a button in the title of the view. */
	async pressTitleAction(action: string): Promise<void> {
		await this.pane.hover();
		await this.pane.locator('.pane-header').getByRole('button', { name: action, exact: true }).click();
	}

	private async setExpanded(wanted: boolean): Promise<void> {
		if ((await this.header.getAttribute('aria-expanded')) !== String(wanted)) await this.header.click();
	}
}
