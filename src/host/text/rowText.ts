/** What a row of a view says. Its icon, colour and commands are added in views/. */
export interface RowText {
	readonly label: string;
	/** Beside the label, dimmed; may be empty. */
	readonly description: string;
	/** What a screen reader says instead of label and description. */
	readonly spoken: string;
}

/** What a tooltip says: a title, and labelled lines below it. */
export interface TooltipText {
	readonly title: string;
	readonly lines: readonly TooltipLine[];
}

export type TooltipLine = readonly [label: string, value: string];
