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
