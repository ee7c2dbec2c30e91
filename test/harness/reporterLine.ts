/** Stands before each line of the test reporter: the console of an extension host carries much else. */
const mark = '▏';

/** Marks the lines of a text for `reporterLine`. */
export function markReporterLine(text: string): string {
	return text.replace(/^/gm, mark);
}

/** The text without its marks, or undefined if it does not come from the test reporter. */
export function reporterLine(text: string): string | undefined {
	return text.startsWith(mark) ? text.replaceAll(mark, '') : undefined;
}
