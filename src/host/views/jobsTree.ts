import * as vscode from 'vscode';
import type { JobChange } from '../../core/jobs/journal';
import type { JobQueue } from '../../core/jobs/queue';
import type { JobRecord } from '../../core/jobs/record';
import { Burst } from './burst';
import {
	groupLabels,
	groupOf,
	type JobGroup,
	jobContextValue,
	jobGroups,
	jobIcon,
	jobStatus,
	jobTitle,
	jobTooltip,
} from './jobLook';

/** A row of the Jobs view. Job rows hand their id to the commands of their menu. */
export type JobsRow =
	| { readonly kind: 'group'; readonly group: JobGroup }
	| { readonly kind: 'job'; readonly jobId: string };

/** The Jobs view: the records, grouped by what they wait for. A change of one job redraws its row alone. */
export class JobsTree implements vscode.TreeDataProvider<JobsRow>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<JobsRow[] | undefined>();
	readonly onDidChangeTreeData = this.changed.event;
	/** The same object for the same row, so that VS Code can tell which row changed. */
	private readonly rows = new Map<string, JobsRow>();
	private readonly shownIn = new Map<string, JobGroup>();
	/** Rows to redraw with the next refresh; `all` when a row comes, goes or changes its group. */
	private dirty: Set<JobsRow> | 'all' = new Set();
	private readonly refresh = new Burst(() => this.redraw());
	private readonly subscription: vscode.Disposable;

	constructor(private readonly queue: JobQueue) {
		this.subscription = queue.onDidChange((change) => this.take(change));
		for (const { id, state } of queue.list()) this.shownIn.set(id, groupOf(state));
	}

	getChildren(row?: JobsRow): JobsRow[] {
		if (!row)
			return jobGroups.filter((group) => this.jobsIn(group).length > 0).map((group) => this.groupRow(group));
		if (row.kind === 'job') return [];
		const jobs = this.jobsIn(row.group);
		// What came last is what one looks for; what waits is in the order of its turn.
		return (row.group === 'waiting' ? jobs : jobs.reverse()).map(({ id }) => this.jobRow(id));
	}

	getParent(row: JobsRow): JobsRow | undefined {
		if (row.kind === 'group') return undefined;
		const job = this.queue.find(row.jobId);
		return job && this.groupRow(groupOf(job.state));
	}

	getTreeItem(row: JobsRow): vscode.TreeItem {
		return row.kind === 'group' ? this.groupItem(row.group) : this.jobItem(row.jobId);
	}

	/** Tooltips are made when they are looked at. */
	resolveTreeItem(item: vscode.TreeItem, row: JobsRow): vscode.TreeItem {
		const job = row.kind === 'job' ? this.queue.find(row.jobId) : undefined;
		if (job) item.tooltip = jobTooltip(job);
		return item;
	}

	dispose(): void {
		this.refresh.dispose();
		this.subscription.dispose();
		this.changed.dispose();
	}

	private take({ job, removed }: JobChange): void {
		const group = groupOf(job.state);
		const moved = removed || this.shownIn.get(job.id) !== group;
		if (removed) {
			this.shownIn.delete(job.id);
			this.rows.delete(job.id);
		} else this.shownIn.set(job.id, group);
		if (moved) this.dirty = 'all';
		else if (this.dirty !== 'all') this.dirty.add(this.jobRow(job.id));
		this.refresh.soon();
	}

	private redraw(): void {
		const { dirty } = this;
		this.dirty = new Set();
		this.changed.fire(dirty === 'all' ? undefined : [...dirty]);
	}

	private jobsIn(group: JobGroup): JobRecord[] {
		return this.queue.list().filter(({ state }) => groupOf(state) === group);
	}

	private groupItem(group: JobGroup): vscode.TreeItem {
		const item = new vscode.TreeItem(groupLabels[group], vscode.TreeItemCollapsibleState.Expanded);
		item.id = `group:${group}`;
		item.description = String(this.jobsIn(group).length);
		item.contextValue = 'group';
		return item;
	}

	private jobItem(jobId: string): vscode.TreeItem {
		const job = this.queue.find(jobId);
		if (!job) return new vscode.TreeItem('');
		const title = jobTitle(job);
		const item = new vscode.TreeItem(title);
		item.id = jobId;
		item.iconPath = jobIcon(job.state);
		item.description = jobStatus(job);
		item.contextValue = jobContextValue(job);
		item.accessibilityInformation = { label: `${title}, ${job.state.kind}, ${item.description}` };
		return item;
	}

	private groupRow(group: JobGroup): JobsRow {
		return this.row(`group:${group}`, () => ({ kind: 'group', group }));
	}

	private jobRow(jobId: string): JobsRow {
		return this.row(jobId, () => ({ kind: 'job', jobId }));
	}

	private row(key: string, make: () => JobsRow): JobsRow {
		let row = this.rows.get(key);
		if (!row) {
			row = make();
			this.rows.set(key, row);
		}
		return row;
	}
}
