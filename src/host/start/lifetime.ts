import type * as vscode from 'vscode';

/**
 * From the activation to the end of the extension in this window. What is made after the end, by somebody who was
 * waiting for something, is disposed of at once: VS Code looks at `subscriptions` only once.
 */
export class Lifetime implements vscode.Disposable {
	/** To be looked at after each wait, before anything else is begun. */
	isOver = false;

	constructor(private readonly subscriptions: vscode.Disposable[]) {
		subscriptions.push(this);
	}

	/** Disposes of it at the end, in the order in which things came. */
	readonly own = <T extends vscode.Disposable>(disposable: T): T => {
		if (this.isOver) disposable.dispose();
		else this.subscriptions.push(disposable);
		return disposable;
	};

	dispose(): void {
		this.isOver = true;
	}
}
