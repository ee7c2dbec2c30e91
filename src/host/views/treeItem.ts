import * as vscode from 'vscode';
import type { RowText, TooltipText } from '../text/rowText';

/** A row that says this; `id` tells it from all others of its view. */
export function treeItem(
	id: string,
	{ label, description, spoken }: RowText,
	state = vscode.TreeItemCollapsibleState.None,
): vscode.TreeItem {
	const item = new vscode.TreeItem(label, state);
	item.id = id;
	item.description = description;
	item.accessibilityInformation = { label: spoken };
	return item;
}

/** Texts may hold anything: none of them is read as Markdown. */
export function markdownTooltip({ title, lines }: TooltipText): vscode.MarkdownString {
	const tooltip = new vscode.MarkdownString().appendText(title);
	for (const [label, value] of lines) tooltip.appendMarkdown(`\n\n**${label}:** `).appendText(value);
	return tooltip;
}
