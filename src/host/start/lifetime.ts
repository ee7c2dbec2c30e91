import type * as vscode from 'vscode';

/**
 * From the activation to the end of the extension in this window. What is made after the end, by somebody who was
 * waiting for something, is disposed of at once: VS Code looks at `subscriptions` only once.
 */
export class Lifetime implements vscode.Disposable {
	private over = false;

	constructor(private readonly subscriptions: vscode.Disposable[]) {
		subscriptions.push(this);
	}

	/** Disposes of it at the end, in the order in which things came. */
	readonly own = <T extends vscode.Disposable>(disposable: T): T => {
		if (this.over) disposable.dispose();
		else this.subscriptions.push(disposable);
		return disposable;
	};

	/** To be called after each wait, before anything else is begun. */
	throwIfOver(): void {
		if (this.over) throw new Error('Propsmith was stopped meanwhile.');
	}

	dispose(): void {
		this.over = true;
	}
}
