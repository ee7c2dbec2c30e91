import type { Locator } from 'playwright-core';

/** Waits for an element and returns its text as the screen shows it: hidden parts left out, lines kept. */
export async function shownText(element: Locator): Promise<string> {
	await element.first().waitFor();
	const [text = ''] = await element.first().allInnerTexts();
	return text.trim();
}
