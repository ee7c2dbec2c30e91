/** The environment variable that tells tests the name of their run. */
export const runVariable = 'PROPSMITH_TEST_RUN';

/** The lines of a run with its name before each: runs go side by side. */
export function namedLines(name: string, text: string): string {
	return text.replace(/^(?=.)/gm, `${name} `);
}
