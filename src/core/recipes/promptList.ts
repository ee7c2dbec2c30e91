/** The prompts of a text: one a line; blank lines and those that begin with # are left out. */
export function promptsOf(text: string): string[] {
	return text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\r|\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'));
}
