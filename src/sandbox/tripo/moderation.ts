/** The words that make the sandbox behave like a service that objects or breaks. */
export const magicWords = {
	/** In a prompt or an uploaded picture's file name: the request is refused at once, code 2008. */
	refuse: 'sandbox-refuse',
	/** There too: the task is taken and fails in the end, code 2008. */
	ban: 'sandbox-ban',
	/** There too: the task is taken and fails in the end with a server error, code 1001. */
	fail: 'sandbox-fail',
} as const;

/** What the words and file names of a request lead to. */
export function omenIn(texts: readonly string[]): keyof typeof magicWords | undefined {
	const all = texts.join('\n').toLowerCase();
	return (['refuse', 'ban', 'fail'] as const).find((omen) => all.includes(magicWords[omen]));
}
