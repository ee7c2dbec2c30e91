import { rounded } from '../literals';

/** Lines of a USD layer in text. */
export type Lines = readonly string[];

function indented(lines: Lines): string[] {
	return lines.map((line) => `    ${line}`);
}

/** A line with metadata behind it, laid out as USD's own tools print it: some readers go line by line. */
export function described(line: string, metadata: Lines): string[] {
	return metadata.length > 0 ? [`${line} (`, ...indented(metadata), ')'] : [line];
}

/** A prim with what belongs to it. */
export function prim(head: string, body: Lines, metadata: Lines = []): string[] {
	return [...described(`def ${head}`, metadata), '{', ...indented(body), '}'];
}

export function tuple(values: readonly number[]): string {
	return `(${values.map((value) => rounded(value)).join(', ')})`;
}
