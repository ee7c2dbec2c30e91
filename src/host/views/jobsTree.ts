import * as vscode from 'vscode';
import { neededIds } from '../../core/jobs/runner/chains';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { JobChange } from '../../core/model/jobRecord';
import { type JobRecord, resultOf } from '../../core/model/jobRecord';
import type { Formatter } from '../text/formatter';
import { groupTooltipText } from '../text/groupText';
import { jobTooltipText } from '../text/jobTooltip';
import { groupRowText, jobRowText } from '../text/rows';
import { groupSection, type JobSection, jobSections, sectionLabels, sectionOf } from '../text/sections';
import { Burst } from './burst';
import { groupContextValue, jobContextValue } from './contextValues';
import { Countdown } from './countdown';
import { groupIcon, jobIcon } from './icons';
import { JobGroups } from './jobGroups';
import { markdownTooltip, treeItem } from './treeItem';

/** A row of the Jobs view. Rows of jobs and groups hand their ids to the commands of their menus. */
export type JobsRow =
	| { readonly kind: 'section'; readonly section: JobSection }
	/** Jobs that were asked for together. */
	| { readonly kind: 'group'; readonly groupId: string }
	| { readonly kind: 'job'; readonly jobId: string };

/** The Jobs view: the records, in sections by what they wait for. A change of one job redraws its row and its group's. */
export class JobsTree implements vscode.TreeDataProvider<JobsRow>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<JobsRow[] | undefined>();
	readonly onDidChangeTreeData = this.changed.event;
	/** The same object for the same row, so that VS Code can tell which row changed. */
	private readonly rows = new Map<string, JobsRow>();
	/** Of jobs that stand alone, and of groups, by their ids. */
	private readonly shownIn = new Map<string, JobSection>();
	private readonly groups: JobGroups;
	/** Rows to redraw with the next refresh; `all` when a row comes, goes or changes its section. */
	private dirty: Set<JobsRow> | 'all' = new Set();
	private readonly refresh = new Burst(() => this.redraw());
	private readonly countdown = new Countdown((ids) => this.recount(ids));
	private readonly subscription: vscode.Disposable;

	constructor(
		private readonly queue: JobQueue,
		private readonly formatter: Formatter,
	) {
		this.groups = new JobGroups(queue);
		this.subscription = queue.onDidChange((change) => this.take(change));
		for (const job of queue.list()) {
			this.shownIn.set(topOf(job), this.sectionNow(job));
			this.countdown.take({ job, removed: false });
		}
	}

	getChildren(row?: JobsRow): JobsRow[] {
		if (!row) {
			const used = new Set(this.shownIn.values());
			return jobSections.filter((section) => used.has(section)).map((section) => this.sectionRow(section));
		}
		switch (row.kind) {
			case 'section':
				return this.rowsIn(row.section);
			case 'group':
				return this.groups.members(row.groupId).map(({ id }) => this.jobRow(id));
			case 'job':
				return [];
		}
	}

	getParent(row: JobsRow): JobsRow | undefined {
		if (row.kind === 'section') return undefined;
		const job = row.kind === 'job' ? this.queue.find(row.jobId) : this.groups.members(row.groupId)[0];
		if (!job) return undefined;
		const isMember = row.kind === 'job' && job.group !== undefined;
		return isMember ? this.groupRow(topOf(job)) : this.sectionRow(this.sectionNow(job));
	}

	getTreeItem(row: JobsRow): vscode.TreeItem {
		switch (row.kind) {
			case 'section':
				return this.sectionItem(row.section);
			case 'group':
				return this.groupItem(row.groupId);
			case 'job':
				return this.jobItem(row.jobId);
		}
	}

	/** Tooltips are made when they are looked at. */
	resolveTreeItem(item: vscode.TreeItem, row: JobsRow): vscode.TreeItem {
		const job = row.kind === 'job' ? this.queue.find(row.jobId) : undefined;
		if (job) item.tooltip = markdownTooltip(jobTooltipText(job, this.formatter));
		if (row.kind === 'group')
			item.tooltip = markdownTooltip(groupTooltipText(this.groups.members(row.groupId), this.formatter));
		return item;
	}

	dispose(): void {
		this.refresh.dispose();
		this.countdown.dispose();
		this.subscription.dispose();
		this.changed.dispose();
	}

	private take(change: JobChange): void {
		const { job, removed } = change;
		this.groups.take(change);
		this.countdown.take(change);
		const top = topOf(job);
		const isGone = removed && (!job.group || this.groups.members(top).length === 0);
		const section = isGone ? undefined : this.sectionNow(job);
		const moved = removed || this.shownIn.get(top) !== section;
		if (section) this.shownIn.set(top, section);
		else this.shownIn.delete(top);
		if (removed) this.rows.delete(job.id);
		if (isGone) this.rows.delete(top);
		if (moved) this.dirty = 'all';
		else this.markDirty(job);
		this.refresh.soon();
	}

	/** Time passed, and nothing else: the words of these rows are others now. */
	private recount(ids: readonly string[]): void {
		for (const id of ids) {
			const job = this.queue.find(id);
			if (job) this.markDirty(job);
		}
		this.refresh.soon();
	}

	private markDirty(job: JobRecord): void {
		if (this.dirty === 'all') return;
		this.dirty.add(this.jobRow(job.id));
		if (job.group) this.dirty.add(this.groupRow(topOf(job)));
	}

	private redraw(): void {
		const { dirty } = this;
		this.dirty = new Set();
		this.changed.fire(dirty === 'all' ? undefined : [...dirty]);
	}

	/** What came last is what one looks for; what waits is in the order of its turn. */
	private rowsIn(section: JobSection): JobsRow[] {
		const tops = new Map<string, JobsRow>();
		for (const job of this.queue.list()) {
			const top = topOf(job);
			if (!tops.has(top) && this.shownIn.get(top) === section)
				tops.set(top, job.group ? this.groupRow(top) : this.jobRow(top));
		}
		const rows = [...tops.values()];
		return section === 'waiting' ? rows : rows.reverse();
	}

	private sectionNow(job: JobRecord): JobSection {
		return job.group ? groupSection(this.groups.members(job.group.id)) : sectionOf(job.state);
	}

	private sectionItem(section: JobSection): vscode.TreeItem {
		const item = new vscode.TreeItem(sectionLabels[section], vscode.TreeItemCollapsibleState.Expanded);
		item.id = `section:${section}`;
		item.description = String([...this.shownIn.values()].filter((shown) => shown === section).length);
		item.contextValue = 'section';
		return item;
	}

	private groupItem(groupId: string): vscode.TreeItem {
		const jobs = this.groups.members(groupId);
		const text = groupRowText(jobs, this.formatter);
		const item = treeItem(groupId, text, vscode.TreeItemCollapsibleState.Collapsed);
		item.iconPath = groupIcon(jobs);
		item.contextValue = groupContextValue(jobs);
		return item;
	}

	private jobItem(jobId: string): vscode.TreeItem {
		const job = this.queue.find(jobId);
		if (!job) return new vscode.TreeItem('');
		const item = treeItem(jobId, jobRowText(job, this.formatter, this.awaited(job)));
		item.iconPath = jobIcon(job.state);
		item.contextValue = jobContextValue(job);
		return item;
	}

	/** The first of the jobs that this one needs and that has no result yet, as far as they are in the list. */
	private awaited(job: JobRecord): JobRecord | undefined {
		return neededIds(job)
			.flatMap((id) => this.queue.find(id) ?? [])
			.find(({ state }) => resultOf(state) === undefined);
	}

	private sectionRow(section: JobSection): JobsRow {
		return this.row(`section:${section}`, () => ({ kind: 'section', section }));
	}

	private groupRow(groupId: string): JobsRow {
		return this.row(groupId, () => ({ kind: 'group', groupId }));
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

/** What stands right below a section for a job: its group, or itself. */
function topOf({ id, group }: Pick<JobRecord, 'id' | 'group'>): string {
	return group?.id ?? id;
}
