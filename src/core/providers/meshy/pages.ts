import type { ConsolePages } from '../consolePages';

/** Pages of Meshy's web app; its page of API settings shows the use of keys, too. */
export const meshyPages: ConsolePages = {
	keys: 'https://www.meshy.ai/settings/api',
	billing: 'https://www.meshy.ai/settings/subscription',
	history: 'https://www.meshy.ai/settings/api',
};
