/** Pages of a provider's console, which people visit with a browser. */
export interface ConsolePages {
	readonly keys: string;
	/** Where credits for the API are bought. */
	readonly billing: string;
	/** The page nearest to tasks and charges. */
	readonly history: string;
	/** Where on it they are. */
	readonly historyHint: string;
}

/**
 * The console of the region that a base URL belongs to. Its billing is that of API credits; those of the web app
 * (Studio) are bought elsewhere. The page of tasks and charges has no address of its own, so it is the console's home.
 */
export function consolePages(baseUrl: string): ConsolePages {
	const china = URL.canParse(baseUrl) && new URL(baseUrl).hostname.endsWith('.tripo3d.com');
	const home = china ? 'https://developers.tripo3d.com/zh' : 'https://developers.tripo3d.ai/en';
	return {
		keys: `${home}/keys`,
		billing: `${home}/billing`,
		history: `${home}/`,
		historyHint:
			'In Tripo’s console, sign in and open the history page: it lists your tasks and the credits they used.',
	};
}

/** Pages of Meshy's web app; its page of API settings shows the use of keys, too. */
export const meshyPages: ConsolePages = {
	keys: 'https://www.meshy.ai/settings/api',
	billing: 'https://www.meshy.ai/settings/subscription',
	history: 'https://www.meshy.ai/settings/api',
	historyHint:
		'Meshy has no page of API tasks. Its API settings show what each key used; the Jobs and Spending views list your tasks.',
};
