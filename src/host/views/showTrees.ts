import * as vscode from 'vscode';
import type { Engine } from '../../core/jobs/engine';
import { viewIds } from '../contributions';
import { AssetsTree } from './assetsTree';
import { groupOf } from './jobLook';
import { JobsTree } from './jobsTree';

/** Puts the two trees into their views, and the number of jobs that need the user onto the container's icon. */
export function showTrees(engine: Engine, own: <T extends vscode.Disposable>(disposable: T) => T): void {
	const jobs = own(
		vscode.window.createTreeView(viewIds.jobs, { treeDataProvider: own(new JobsTree(engine)) }),
	);
	own(
		vscode.window.createTreeView(viewIds.assets, {
			treeDataProvider: own(new AssetsTree(engine)),
			showCollapseAll: true,
		}),
	);

	const count = (): void => {
		const attention = engine.list().filter(({ state }) => groupOf(state) === 'needsAttention').length;
		if ((jobs.badge?.value ?? 0) === attention) return;
		const tooltip = `${attention} job${attention === 1 ? ' needs' : 's need'} your attention`;
		jobs.badge = attention > 0 ? { value: attention, tooltip } : undefined;
	};
	own(engine.onDidChange(count));
	count();
}
