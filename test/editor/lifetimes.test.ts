import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { compose } from '../../src/host/compose';
import { viewIds } from '../../src/host/contributions';
import {
	manyStep,
	type PickItem,
	type Position,
	pickStep,
	textStep,
	waitStep,
} from '../../src/host/forms/steps';
import type { Product, Shell } from '../../src/host/product';
import { LateTree } from '../../src/host/start/lateTree';
import { Lifetime } from '../../src/host/start/lifetime';
import { CountedEvent, leavesNothing } from '../harness/leaks';
import { propsmith, withSetting } from './support/propsmith';

const position: Position = { title: 'Lifetimes', step: 1, totalSteps: 1 };

/** Leaves an open question as Esc does, as soon as it is shown. */
async function leave<T>(asked: Promise<T>): Promise<T> {
	let isOver = false;
	const end = asked.finally(() => {
		isOver = true;
	});
	while (!isOver) {
		await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
		await delay(5);
	}
	return end;
}

/** What one window of VS Code gives the extension, on a storage folder of its own. */
class TestWindow {
	readonly secrets = new CountedEvent<vscode.SecretStorageChangeEvent>();
	readonly visibility = new CountedEvent<vscode.TreeViewVisibilityChangeEvent>();
	private readonly statusItem = vscode.window.createStatusBarItem('propsmith.lifetimes');

	constructor(private readonly storage: string) {}

	/** Loads everything behind the start; `end` is what VS Code does when the extension stops. */
	open(): { product: Promise<Product>; end: () => Promise<void> } {
		const subscriptions: vscode.Disposable[] = [];
		const memento = { get: () => undefined, update: async () => {}, keys: () => [] };
		const context = {
			secrets: { get: async () => undefined, onDidChange: this.secrets.event },
			...{ globalState: memento, workspaceState: memento },
			globalStorageUri: vscode.Uri.file(this.storage),
			extensionUri: vscode.Uri.file(this.storage),
			extension: { packageJSON: { version: '0.0.0' } },
		} as unknown as vscode.ExtensionContext;
		const view = { visible: false, onDidChangeVisibility: this.visibility.event };
		const shell = { statusItem: this.statusItem, jobs: view, assets: view, spending: view };
		const product = compose(context, new Lifetime(subscriptions), shell as unknown as Shell);
		const end = async (): Promise<void> => {
			await Promise.all(subscriptions.map((one) => one.dispose()));
		};
		return { product, end };
	}

	dispose(): void {
		this.statusItem.dispose();
	}
}

describe('what is opened and closed a hundred times leaves nothing behind', function () {
	this.timeout(300_000);
	let storage: string;
	let window: TestWindow;

	before(async () => {
		await propsmith();
		storage = await mkdtemp(path.join(tmpdir(), 'propsmith-lifetimes-'));
		window = new TestWindow(storage);
	});
	after(async () => {
		window.dispose();
		await rm(storage, { recursive: true, force: true });
	});

	it('the whole of Propsmith: queue, views, counter, messages', async () => {
		await leavesNothing(async () => {
			const { product, end } = window.open();
			const made = await product;
			assert.deepEqual(made.list(), []);
			await end();
			return [made, ...Object.values(made.trees)];
		});
		assert.deepEqual([window.secrets.count, window.visibility.count], [0, 0]);
	});

	it('Propsmith that is stopped while it is still being loaded', async () => {
		await leavesNothing(async () => {
			const { product, end } = window.open();
			const stopped = assert.rejects(product, /stopped meanwhile/);
			await end();
			await stopped;
			return [product];
		});
		assert.deepEqual([window.secrets.count, window.visibility.count], [0, 0]);
	});

	it('a view that is closed while its rows are being loaded', async () => {
		const changed = new CountedEvent<string>();
		await leavesNothing(async () => {
			const rows = {
				getChildren: () => ['row'],
				getTreeItem: () => ({}),
				onDidChangeTreeData: changed.event,
			};
			const view = new LateTree(async () => rows);
			const children = view.getChildren();
			view.dispose();
			assert.deepEqual(await children, []);
			return [view];
		});
		assert.equal(changed.count, 0);
	});

	it('the views, in the workbench', async () => {
		await leavesNothing(async () => {
			for (const id of [viewIds.jobs, viewIds.assets, viewIds.spending])
				await vscode.commands.executeCommand(`${id}.focus`);
			await vscode.commands.executeCommand('workbench.action.closeSidebar');
			return [];
		});
	});

	it('the questions of forms', async () => {
		await leavesNothing(async () => {
			const items = [{ label: 'One', value: 1 }];
			const pick = (): PickItem<number>[] => items.map((item) => ({ ...item }));
			const [one, several] = [pick(), pick()];
			const unknown = (): undefined => undefined;
			await leave(pickStep(position, one, { placeholder: 'one' }));
			await leave(manyStep(position, several, { placeholder: 'some', note: String, problem: unknown }));
			await leave(textStep(position, { prompt: 'text', problem: unknown }));
			assert.equal(await waitStep(position, delay(1, 'there'), 'wait'), 'there');
			return [one, several];
		});
	});

	it('a form of the extension itself', async () => {
		const restore = await withSetting('account', 'sandbox');
		await leavesNothing(async () => {
			await leave(Promise.resolve(vscode.commands.executeCommand('propsmith.generateFromPrompt')));
			return [];
		});
		await restore();
	});
});
