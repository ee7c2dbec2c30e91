import type * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { Trees } from '../product';
import { AssetsTree } from './assetsTree';
import { Burst } from './burst';
import { needsUser } from './jobPresentation';
import { JobsTree } from './jobsTree';

/** The rows of two of the views, and the number of jobs that need the user on the container's icon. */
export function showTrees(
	queue: JobQueue,
	view: Pick<vscode.TreeView<unknown>, 'badge'>,
	own: <T extends vscode.Disposable>(disposable: T) => T,
): Pick<Trees, 'jobs' | 'assets'> {
	const trees = { jobs: own(new JobsTree(queue)), assets: own(new AssetsTree(queue)) };

	const count = (): void => {
		const attention = queue.list().filter(needsUser).length;
		if ((view.badge?.value ?? 0) === attention) return;
		const tooltip = `${attention} job${attention === 1 ? ' needs' : 's need'} your attention`;
		view.badge = attention > 0 ? { value: attention, tooltip } : undefined;
	};
	const burst = own(new Burst(count));
	own(queue.onDidChange(() => burst.soon()));
	count();
	return trees;
}
