import { isBlank, trimmed } from '../model/promptText';

/** A prompt of a text. */
export interface ListedPrompt {
	readonly prompt: string;
	/** The line on which it stands, counted as an editor does. */
	readonly line: number;
}

/** An editor's line ends. Others, such as U+2028, end a prompt but not a line. */
const lineEnds = /\r\n|\r|\n/;
const promptEnds = /[\v\f\u0085\u2028\u2029]/;

/** Quotes and list markers of Markdown and of word processors, as often as they are nested. */
const markers = /^(?:>\s*|(?:[-*+•‣◦▪●○]|\d{1,9}[.)])(?:\s+|$)|\d{1,9}[、．）]\s*)+/u;
const checkBox = /^(?:\[[ xX]?\](?:\s+|$)|[☐☑☒]\s*)/u;
/** Fences of code, and lines of at least three of `-`, `*`, `_` or `=`. */
const ruler = /^(?:```|~~~|([-*_=])(?:\s*\1){2,}$)/;
/** The line above is a heading. */
const underline = /^={3,}$/;

/**
 * The prompts of a text: one a line, without the marks of a list. Left out are blank lines, those that begin with `#`
 * (comments, and headings of Markdown), underlined headings, horizontal rules and the fences of code blocks.
 * `firstLine` is the number of the text's first line.
 */
export function promptsOf(text: string, firstLine = 1): ListedPrompt[] {
	const lines = text.split(lineEnds);
	return lines.flatMap((line, index) => {
		if (underline.test(trimmed(lines[index + 1] ?? ''))) return [];
		return line.split(promptEnds).flatMap((part) => {
			const prompt = promptIn(part);
			return prompt === undefined ? [] : [{ prompt, line: firstLine + index }];
		});
	});
}

function promptIn(part: string): string | undefined {
	const line = trimmed(part);
	if (line.startsWith('#') || ruler.test(line)) return undefined;
	const prompt = trimmed(line.replace(markers, '').replace(checkBox, ''));
	return isBlank(prompt) || prompt.startsWith('#') || ruler.test(prompt) ? undefined : prompt;
}
