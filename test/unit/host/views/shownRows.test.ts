import assert from 'node:assert/strict';
import { ShownRows } from '../../../../src/host/views/shownRows';

interface Row {
	readonly key: string;
}

/** A tree of two levels: the numbers of `tree` are what the rows say. */
function shown(tree: Record<string, Record<string, number>>): ShownRows<Row> {
	return new ShownRows<Row>({
		children: (row) => Object.keys(row ? (tree[row.key] ?? {}) : tree).map((key) => ({ key })),
		keyOf: ({ key }) => key,
		textOf: ({ key }) => JSON.stringify(tree[key] ? Object.values(tree[key]).length : valueIn(tree, key)),
	});
}

function valueIn(tree: Record<string, Record<string, number>>, key: string): number | undefined {
	return Object.values(tree).find((below) => key in below)?.[key];
}

describe('The rows that a refresh redraws', () => {
	it('are none while nobody has opened the view, or nothing changed', () => {
		const tree: Record<string, Record<string, number>> = { a: { x: 1 } };
		const rows = shown(tree);
		tree.a = { x: 2 };
		assert.deepEqual(rows.changes(), []);
		rows.open(undefined);
		assert.deepEqual(rows.changes(), []);
	});

	it('are just those that say something else now, and each once', () => {
		const tree: Record<string, Record<string, number>> = { a: { x: 1, y: 1 }, b: { z: 1 } };
		const rows = shown(tree);
		const [a] = rows.open(undefined);
		const [, y] = rows.open(a);
		tree.a = { x: 1, y: 2 };
		const changed = rows.changes();
		assert.deepEqual(changed, [{ key: 'y' }]);
		assert.equal(changed?.[0], y, 'VS Code knows rows by their objects');
		assert.deepEqual(rows.changes(), []);
	});

	it('are the row whose children came or went', () => {
		const tree: Record<string, Record<string, number>> = { a: { x: 1 }, b: { z: 1 } };
		const rows = shown(tree);
		const [a, b] = rows.open(undefined);
		rows.open(a);
		rows.open(b);
		tree.a = { w: 1 };
		const changed = rows.changes() ?? [];
		assert.ok(a && changed.includes(a));
		assert.ok(b && !changed.includes(b));
		rows.open(a);
		assert.deepEqual(rows.changes(), []);
	});

	it('are all when a row at the top comes or goes', () => {
		const tree: Record<string, Record<string, number>> = { a: { x: 1 } };
		const rows = shown(tree);
		rows.open(undefined);
		tree.b = {};
		assert.equal(rows.changes(), undefined);
		assert.deepEqual(rows.changes(), [], 'until VS Code has asked for them');
		assert.equal(rows.open(undefined).length, 2);
		delete tree.a;
		delete tree.b;
		assert.equal(rows.changes(), undefined);
		assert.deepEqual(rows.open(undefined), []);
		tree.a = {};
		assert.equal(rows.changes(), undefined, 'a view that was empty');
	});

	it('keep their objects when they are asked for again', () => {
		const rows = shown({ a: { x: 1 } });
		const [before] = rows.open(undefined);
		const [after] = rows.open(undefined);
		assert.equal(after, before);
	});
});
