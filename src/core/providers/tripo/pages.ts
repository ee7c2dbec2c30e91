import type { ConsolePages } from '../consolePages';

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
