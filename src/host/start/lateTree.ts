import * as vscode from 'vscode';

type Change<Row> = undefined | null | Row | Row[];

/** A view whose rows are loaded when somebody looks at it. */
export class LateTree<Row> implements vscode.TreeDataProvider<Row>, vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<Change<Row>>();
	readonly onDidChangeTreeData = this.changed.event;
	private rows: vscode.TreeDataProvider<Row> | undefined;
	private subscription: vscode.Disposable | undefined;
	private disposed = false;

	constructor(private readonly load: () => Promise<vscode.TreeDataProvider<Row>>) {}

	async getChildren(row?: Row): Promise<Row[]> {
		const rows = await this.load();
		if (this.disposed) return [];
		if (!this.rows) {
			this.rows = rows;
			this.subscription = rows.onDidChangeTreeData?.((change) => this.changed.fire(change ?? undefined));
		}
		return (await rows.getChildren(row)) ?? [];
	}

	getTreeItem(row: Row): vscode.TreeItem | Thenable<vscode.TreeItem> {
		return this.rows?.getTreeItem(row) ?? new vscode.TreeItem('');
	}

	getParent(row: Row): vscode.ProviderResult<Row> {
		return this.rows?.getParent?.(row);
	}

	resolveTreeItem(
		item: vscode.TreeItem,
		row: Row,
		token: vscode.CancellationToken,
	): vscode.ProviderResult<vscode.TreeItem> {
		return this.rows?.resolveTreeItem?.(item, row, token) ?? item;
	}

	dispose(): void {
		this.disposed = true;
		this.subscription?.dispose();
		this.changed.dispose();
	}
}
