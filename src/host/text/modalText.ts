/** What a modal dialog says. */
export interface ModalText {
	readonly message: string;
	/** Below it, in lines. */
	readonly detail: string;
}
