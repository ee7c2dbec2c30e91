import type { ConsolePages } from '../consolePages';

/** Pages of Meshy's web app; its page of API settings shows the use of keys, too. */
export const meshyPages: ConsolePages = {
	keys: 'https://www.meshy.ai/settings/api',
	billing: 'https://www.meshy.ai/settings/subscription',
	history: 'https://www.meshy.ai/settings/api',
	historyHint:
		'Meshy has no page of API tasks. Its API settings show what each key used; the Jobs and Spending views list your tasks.',
};
