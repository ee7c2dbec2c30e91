/** How a tree makes its rows. */
export interface RowSource<Row> {
	/** Those below a row; without one, those at the top. */
	children(row: Row | undefined): readonly Row[];
	/** Tells a row from all others of the tree. */
	keyOf(row: Row): string;
	/** All that a row says, in any form: another text means another look. */
	textOf(row: Row): string;
}

/**
 * What VS Code was told of a tree, so that a refresh redraws the rows that say something else now, and no others. A row
 * keeps its object as long as it is there: by the object VS Code knows which one changed.
 */
export class ShownRows<Row> {
	private readonly rows = new Map<string, Row>();
	/** The keys of the rows below each row that was opened; the top's under an empty key. */
	private readonly opened = new Map<string, string>();
	private readonly texts = new Map<string, string>();

	constructor(private readonly source: RowSource<Row>) {}

	/** To be answered when VS Code asks for the children of a row. */
	open(parent: Row | undefined): Row[] {
		const rows = this.source.children(parent).map((row) => this.sameRow(row));
		for (const row of rows) this.texts.set(this.source.keyOf(row), this.source.textOf(row));
		this.opened.set(this.openKey(parent), this.listOf(rows));
		return rows;
	}

	/** What to redraw; undefined for the whole tree, because a row at its top came or went. */
	changes(): Row[] | undefined {
		const changed = new Set<Row>();
		for (const [key, list] of this.opened) {
			const parent = key === '' ? undefined : this.rows.get(key);
			if (this.listOf(this.source.children(parent)) === list) continue;
			if (parent === undefined) return this.forgetAll();
			changed.add(parent);
		}
		for (const [key, text] of this.texts) {
			const row = this.rows.get(key);
			const now = row && this.source.textOf(row);
			if (!row || now === undefined || now === text) continue;
			this.texts.set(key, now);
			changed.add(row);
		}
		return [...changed];
	}

	private forgetAll(): undefined {
		this.rows.clear();
		this.opened.clear();
		this.texts.clear();
	}

	private sameRow(row: Row): Row {
		const key = this.source.keyOf(row);
		const same = this.rows.get(key) ?? row;
		this.rows.set(key, same);
		return same;
	}

	private openKey(parent: Row | undefined): string {
		return parent === undefined ? '' : this.source.keyOf(parent);
	}

	private listOf(rows: readonly Row[]): string {
		return rows.map((row) => this.source.keyOf(row)).join('\n');
	}
}
