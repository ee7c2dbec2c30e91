import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { AssetFile } from '../../core/model/jobRecord';
import { commandIds } from '../contributions';
import { assetStatus, assetTooltipText } from '../text/assetText';
import type { Formatter } from '../text/formatter';
import { Burst } from './burst';
import { themeIcon } from './icons';
import { markdownTooltip } from './treeItem';

/** A row of the Assets view. File rows hand their job's id to the commands of their menu. */
export type AssetsRow =
	| { readonly kind: 'folder'; readonly folder: string }
	| { readonly kind: 'file'; readonly jobId: string; readonly file: AssetFile };

/** What came and is still there, by folder. */
export class AssetsTree implements vscode.TreeDataProvider<AssetsRow>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<undefined>();
	readonly onDidChangeTreeData = this.changed.event;
	private readonly subscriptions: vscode.Disposable[];
	/** What the view was last told. */
	private shown = '';

	constructor(
		private readonly queue: JobQueue,
		private readonly formatter: Formatter,
	) {
		// Files that the user moves or deletes leave the view; a glob keeps the watcher off everything else.
		const watcher = vscode.workspace.createFileSystemWatcher(
			'**/*.{glb,gltf,fbx,bvh,obj,usdz,stl,zip}',
			false,
			true,
			false,
		);
		const burst = new Burst(() => this.refresh());
		const refresh = (): void => burst.soon();
		this.subscriptions = [
			burst,
			watcher,
			watcher.onDidCreate(refresh),
			watcher.onDidDelete(refresh),
			queue.onDidChange(({ job, removed }) => {
				if (removed || job.state.kind === 'done') refresh();
			}),
		];
	}

	getChildren(row?: AssetsRow): AssetsRow[] {
		if (row?.kind === 'file') return [];
		const files = this.files();
		if (!row) this.shown = listOf(files);
		if (row) return files.filter((other) => dirname(other.file.path) === row.folder);
		return [...new Set(files.map(({ file }) => dirname(file.path)))]
			.sort()
			.map((folder) => ({ kind: 'folder', folder }));
	}

	getTreeItem(row: AssetsRow): vscode.TreeItem {
		return row.kind === 'folder' ? folderItem(row.folder) : fileItem(row.jobId, row.file, this.formatter);
	}

	resolveTreeItem(item: vscode.TreeItem, row: AssetsRow): vscode.TreeItem {
		const job = row.kind === 'file' ? this.queue.find(row.jobId) : undefined;
		if (job && row.kind === 'file')
			item.tooltip = markdownTooltip(assetTooltipText(job, row.file, this.formatter));
		return item;
	}

	dispose(): void {
		for (const subscription of this.subscriptions) subscription.dispose();
		this.changed.dispose();
	}

	/** A file that comes is told of twice, by its job and by the disk; a row that is redrawn loses the click on it. */
	private refresh(): void {
		if (listOf(this.files()) !== this.shown) this.changed.fire(undefined);
	}

	/** Newest first. */
	private files(): (AssetsRow & { kind: 'file' })[] {
		return this.queue
			.list()
			.reverse()
			.flatMap(({ id, state }) =>
				state.kind === 'done' ? state.files.map((file) => ({ kind: 'file' as const, jobId: id, file })) : [],
			)
			.filter(({ file }) => isHere(file.path) && existsSync(file.path));
	}
}

function listOf(files: readonly (AssetsRow & { kind: 'file' })[]): string {
	return files.map(({ jobId, file }) => `${jobId} ${file.path}`).join('\n');
}

/** Assets of other games, which other windows have open, are not this one's business. */
function isHere(path: string): boolean {
	const { workspaceFolders } = vscode.workspace;
	return !workspaceFolders || vscode.workspace.getWorkspaceFolder(vscode.Uri.file(path)) !== undefined;
}

function folderItem(folder: string): vscode.TreeItem {
	const label = vscode.workspace.asRelativePath(folder);
	const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
	item.id = `folder:${folder}`;
	item.iconPath = vscode.ThemeIcon.Folder;
	item.tooltip = folder;
	return item;
}

function fileItem(jobId: string, file: AssetFile, formatter: Formatter): vscode.TreeItem {
	const { path } = file;
	const item = new vscode.TreeItem(vscode.Uri.file(path));
	item.id = `${jobId}:${path}`;
	item.label = basename(path);
	item.description = assetStatus(file, formatter);
	item.contextValue = 'asset file next';
	item.iconPath = themeIcon(['symbol-misc']);
	item.command = { command: commandIds.openAsset, title: 'Open Asset', arguments: [{ jobId, file }] };
	return item;
}
