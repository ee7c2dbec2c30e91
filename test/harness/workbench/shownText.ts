import type { Locator } from 'playwright-core';

/** The text of an element as the screen shows it: hidden parts left out, lines kept, ends trimmed. */
export async function shownText(element: Locator): Promise<string> {
	// biome-ignore lint/performance/useDomNodeTextContent: only this knows what is hidden and where lines end
	return (await element.innerText()).trim();
}
