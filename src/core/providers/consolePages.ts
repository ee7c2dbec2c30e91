/** Pages of a provider's console, which people visit with a browser. */
export interface ConsolePages {
	readonly keys: string;
	/** Where credits for the API are bought. */
	readonly billing: string;
	/** Tasks and charges. */
	readonly history: string;
}
