import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/queue';
import { viewIds } from '../contributions';
import { AssetsTree } from './assetsTree';
import { Burst } from './burst';
import { needsUser } from './jobLook';
import { JobsTree } from './jobsTree';

/** Puts the two trees into their views, and the number of jobs that need the user onto the container's icon. */
export function showTrees(queue: JobQueue, own: <T extends vscode.Disposable>(disposable: T) => T): void {
	const jobs = own(
		vscode.window.createTreeView(viewIds.jobs, { treeDataProvider: own(new JobsTree(queue)) }),
	);
	own(
		vscode.window.createTreeView(viewIds.assets, {
			treeDataProvider: own(new AssetsTree(queue)),
			showCollapseAll: true,
		}),
	);

	const count = (): void => {
		const attention = queue.list().filter(needsUser).length;
		if ((jobs.badge?.value ?? 0) === attention) return;
		const tooltip = `${attention} job${attention === 1 ? ' needs' : 's need'} your attention`;
		jobs.badge = attention > 0 ? { value: attention, tooltip } : undefined;
	};
	const burst = own(new Burst(count));
	own(queue.onDidChange(() => burst.soon()));
	count();
}
