import type { Locator, Page } from 'playwright-core';
import { eventually } from '../eventually';
import type { ContextMenu } from './contextMenu';
import { treeRows } from './treeRows';

/** So many looks with the same rows, a twentieth of a second apart, are taken for rest. */
const readsAtRest = 6;

/** The file explorer. Files are named by their path in the folder, such as `art/barrel.png`. */
export class Explorer {
	readonly tree: Locator;

	constructor(
		private readonly page: Page,
		private readonly contextMenu: ContextMenu,
	) {
		this.tree = page.getByRole('tree', { name: 'Files Explorer' });
	}

	/** All rows on the screen as text, indented by level. */
	rows(): Promise<string[]> {
		return treeRows(this.tree);
	}

	/**
	 * Selects files together, opening the folders they lie in; pictures open as a preview on the way.
	 * A preview that opens late may take the selection with it, so what came of the clicks is looked at.
	 */
	async select(...files: string[]): Promise<void> {
		for (const file of files) {
			await this.reveal(file);
		}
		await eventually(`${files.join(', ')} to be selected together`, async () => {
			for (const [index, file] of files.entries()) {
				await this.row(file).click(index === 0 ? {} : { modifiers: ['ControlOrMeta'] });
			}
			const selected = await this.tree.locator('[role="treeitem"][aria-selected="true"]').count();
			return selected === files.length;
		});
	}

	/** Opens the context menu for what is selected, on its last file. */
	async openContextMenu(...files: string[]): Promise<void> {
		await this.select(...files);
		await this.settled();
		await this.row(files.at(-1) ?? '').click({ button: 'right' });
		await this.contextMenu.menu.waitFor();
	}

	/** Waits until rows no longer move: files that have just come may push them from under the mouse. */
	private async settled(): Promise<void> {
		let before = '';
		let same = 0;
		await eventually('the explorer to stand still', async () => {
			const now = (await this.rows()).join('\n');
			same = now === before ? same + 1 : 0;
			before = now;
			return same >= readsAtRest;
		});
	}

	/**
	 * Selects files and chooses an item of their context menu. A menu shows what was known when it opened, so it is opened
	 * again until the item can be chosen: a window that has just come up does not yet know that it is trusted.
	 */
	async chooseInContextMenu(files: string[], item: string): Promise<void> {
		await eventually(`"${item}" to be offered for ${files.join(', ')}`, async () => {
			await this.openContextMenu(...files);
			const offered = await this.contextMenu.offers(item);
			await (offered ? this.contextMenu.choose(item) : this.contextMenu.close());
			return offered;
		});
	}

	/** Opens the folders down to a file and waits for its row. */
	async reveal(file: string): Promise<void> {
		const folders = file.split('/').slice(0, -1);
		for (const depth of folders.keys()) {
			const row = this.row(folders.slice(0, depth + 1).join('/'));
			if ((await row.getAttribute('aria-expanded')) === 'false') {
				await row.click();
				// The list reuses its elements, so the row is looked up again each time.
				const expanded = async () => (await row.getAttribute('aria-expanded')) === 'true';
				await eventually(`${folders.join('/')} to open in the explorer`, expanded);
			}
		}
		await this.row(file).waitFor();
	}

	/** A row is found by its last name: names in the sample folder are unique. */
	private row(file: string): Locator {
		const name = file.split('/').at(-1) ?? file;
		const label = this.page.locator('.label-name').getByText(name, { exact: true });
		return this.tree.getByRole('treeitem').filter({ has: label }).first();
	}
}
