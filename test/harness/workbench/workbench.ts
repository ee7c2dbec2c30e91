import path from 'node:path';
import type { Page } from 'playwright-core';
import { eventually } from '../eventually';
import { ContextMenu } from './contextMenu';
import { Explorer } from './explorer';
import { ModalDialog } from './modalDialog';
import { Notifications } from './notifications';
import { QuickInput } from './quickInput';
import { StatusBar } from './statusBar';
import { TreeView } from './treeView';

const readyLimitMs = 180_000;
/** For the palette to find a command, at first; a machine that is busy gets longer each time. */
const paletteLimitMs = 2000;

/** The VS Code workbench as a person uses it. What it offers stands in its parts, one for each piece of the screen. */
export class Workbench {
	readonly quickInput: QuickInput;
	readonly explorer: Explorer;
	readonly contextMenu: ContextMenu;
	readonly statusBar: StatusBar;
	readonly notifications: Notifications;
	readonly dialog: ModalDialog;

	constructor(
		readonly page: Page,
		private readonly pictures: string,
	) {
		this.quickInput = new QuickInput(page);
		this.contextMenu = new ContextMenu(page);
		this.explorer = new Explorer(page, this.contextMenu);
		this.statusBar = new StatusBar(page);
		this.notifications = new Notifications(page);
		this.dialog = new ModalDialog(page);
	}

	/** Waits until the workbench is drawn, with the files of its folder. */
	async ready(): Promise<void> {
		await this.page.locator('.monaco-workbench').waitFor({ timeout: readyLimitMs });
		await this.explorer.tree.waitFor({ timeout: readyLimitMs });
	}

	/** The workbench comes back with the view container that was open. */
	async reload(): Promise<void> {
		await this.page.reload();
		await this.page.locator('.monaco-workbench').waitFor({ timeout: readyLimitMs });
	}

	async openPalette(): Promise<void> {
		await this.page.keyboard.press('F1');
		await this.quickInput.waitForValue('>');
	}

	/**
	 * Runs a command by the title that the palette shows, category included.
	 * A palette lists what was known when it opened, so it is opened again until the extension is there.
	 */
	async runCommand(title: string): Promise<void> {
		let limitMs = 0;
		await eventually(`the command "${title}" in the palette`, async () => {
			await this.openPalette();
			await this.quickInput.type(`>${title}`);
			limitMs += paletteLimitMs;
			const offered = await this.quickInput.offers(title, limitMs);
			await (offered ? this.quickInput.pick(title) : this.quickInput.escape());
			return offered;
		});
	}

	/** Shows the view container of that title, unless it is shown already. */
	async openViewContainer(title: string): Promise<void> {
		const tab = this.page.getByRole('tab', { name: new RegExp(`^${escapeForRegExp(title)}( |$)`) }).first();
		if ((await tab.getAttribute('aria-selected')) !== 'true') {
			await tab.click();
		}
		await this.page.locator('.part.sidebar .composite.title', { hasText: title }).waitFor();
	}

	/** A tree in a view container that is open. */
	treeView(title: string): TreeView {
		return new TreeView(this.page, title, this.contextMenu);
	}

	/** Changes the colour theme through its picker, as a person would. */
	async useTheme(name: string): Promise<void> {
		await this.runCommand('Preferences: Color Theme');
		await this.quickInput.type(name);
		await this.quickInput.pick(name);
	}

	/** Writes a picture of the whole window and returns its path. */
	async screenshot(name: string): Promise<string> {
		const file = path.join(this.pictures, `${name}.png`);
		await this.page.screenshot({ path: file, animations: 'disabled' });
		return file;
	}
}

function escapeForRegExp(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
