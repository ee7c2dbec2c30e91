import { setTimeout as delay } from 'node:timers/promises';

const intervalMs = 50;

/**
 * Asks again and again until the answer is neither undefined nor false, and returns it.
 * After `limitMs` it rejects with an error that names what was waited for and the last problem met.
 */
export async function eventually<T>(
	what: string,
	ask: () => Promise<T | undefined | false> | T | undefined | false,
	limitMs = 120_000,
): Promise<T> {
	const end = Date.now() + limitMs;
	let problem = '';
	while (Date.now() < end) {
		try {
			const answer = await ask();
			if (answer !== undefined && answer !== false) {
				return answer;
			}
			problem = '';
		} catch (error) {
			problem = `: ${error instanceof Error ? error.message : String(error)}`;
		}
		await delay(intervalMs);
	}
	throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}${problem}`);
}
