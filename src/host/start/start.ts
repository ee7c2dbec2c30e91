import * as vscode from 'vscode';
import type { PropsmithApi } from '../api';
import { commandIds, viewIds } from '../contributions';
import type { Shell, Trees } from '../product';
import { LateApi } from './lateApi';
import { LateProduct } from './lateProduct';
import { LateTree } from './lateTree';
import { Lifetime } from './lifetime';
import { standBy } from './standBy';
import { makeStatusItem } from './statusItem';

/**
 * What every window pays for at its start: the commands, the views, the counter and the API are there. Everything behind
 * them is loaded when somebody uses one of them or when a job may be unfinished. Only this folder and a few plain names
 * are in the bundle of the start; a test holds that.
 */
export function start(context: vscode.ExtensionContext): PropsmithApi {
	const lifetime = new Lifetime(context.subscriptions);
	const { own } = lifetime;

	const view = <Name extends keyof Trees>(name: Name, options: { showCollapseAll?: boolean } = {}) => {
		const rows = new LateTree(
			async () => (await product.load()).trees[name] as vscode.TreeDataProvider<unknown>,
		);
		const treeView = vscode.window.createTreeView(viewIds[name], { ...options, treeDataProvider: own(rows) });
		return own(treeView) as Shell[Name];
	};
	const shell: Shell = {
		statusItem: own(makeStatusItem()),
		jobs: view('jobs'),
		assets: view('assets', { showCollapseAll: true }),
		spending: view('spending'),
	};
	const { fsPath: storageFolder } = context.globalStorageUri;
	const lateApi = own(new LateApi(() => product, storageFolder));
	const product = new LateProduct(context, lifetime, shell, (loaded) => lateApi.follow(loaded));

	for (const id of Object.values(commandIds)) {
		const run = async (...args: unknown[]): Promise<unknown> => (await product.load()).run(id, args);
		own(vscode.commands.registerCommand(id, run));
	}

	const begin = (): void => void own(standBy(storageFolder, () => void product.load()));
	// After the activation, which has to look at nothing.
	if (vscode.workspace.isTrusted) setImmediate(begin);
	else own(vscode.workspace.onDidGrantWorkspaceTrust(begin));
	return lateApi.api;
}
