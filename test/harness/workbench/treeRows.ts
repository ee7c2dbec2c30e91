import type { Locator } from 'playwright-core';

/** The rows of a tree that are drawn, as text: two spaces a level, the label, then the description. */
export async function treeRows(tree: Locator): Promise<string[]> {
	return tree.getByRole('treeitem').evaluateAll((rows) =>
		rows
			.map((row) => ({ row, top: row.getBoundingClientRect().top }))
			// The list reuses its elements, so their order in the document says nothing.
			.sort((one, other) => one.top - other.top)
			.map(({ row }) => {
				const indent = '  '.repeat(Number(row.getAttribute('aria-level') ?? '1') - 1);
				const texts = ['.label-name', '.label-description'].map(
					(part) => row.querySelector(part)?.textContent ?? '',
				);
				return indent + texts.join(' ').replace(/\s+/g, ' ').trim();
			}),
	);
}
