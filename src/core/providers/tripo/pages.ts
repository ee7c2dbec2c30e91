/** Pages of Tripo's console, which people visit with a browser. */
export interface ConsolePages {
	readonly keys: string;
	/** API credits; those of the web app (Studio) are bought elsewhere. */
	readonly billing: string;
	/** Tasks and charges. The console names no address for that page alone, so this is its home. */
	readonly history: string;
}

/** The console of the region that a base URL belongs to. */
export function consolePages(baseUrl: string): ConsolePages {
	const china = URL.canParse(baseUrl) && new URL(baseUrl).hostname.endsWith('.tripo3d.com');
	const home = china ? 'https://developers.tripo3d.com/zh' : 'https://developers.tripo3d.ai/en';
	return { keys: `${home}/keys`, billing: `${home}/billing`, history: `${home}/` };
}
