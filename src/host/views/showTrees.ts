import type * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { Trees } from '../product';
import type { Formatter } from '../text/formatter';
import { formatAttention, needsUser } from '../text/sections';
import { AssetsTree } from './assetsTree';
import { Burst } from './burst';
import { JobsTree } from './jobsTree';

/** The rows of two of the views, and the number of jobs that need the user on the container's icon. */
export function showTrees(
	queue: JobQueue,
	formatter: Formatter,
	view: Pick<vscode.TreeView<unknown>, 'badge'>,
	own: <T extends vscode.Disposable>(disposable: T) => T,
): Pick<Trees, 'jobs' | 'assets'> {
	const trees = { jobs: own(new JobsTree(queue, formatter)), assets: own(new AssetsTree(queue, formatter)) };

	const count = (): void => {
		const attention = queue.list().filter(needsUser).length;
		if ((view.badge?.value ?? 0) === attention) return;
		view.badge = attention > 0 ? { value: attention, tooltip: formatAttention(attention) } : undefined;
	};
	const burst = own(new Burst(count));
	own(queue.onDidChange(() => burst.soon()));
	count();
	return trees;
}
