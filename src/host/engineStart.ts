import * as vscode from 'vscode';
import type { Engine } from '../core/jobs/engine';
import type { Log } from '../core/log';

/** Starts the engine as soon as the workspace is trusted; before that it writes and sends nothing. */
export class EngineStart implements vscode.Disposable {
	private readonly subscription: vscode.Disposable | undefined;

	constructor(engine: Engine, log: Log) {
		const start = (): void => {
			engine.start().catch((error: unknown) => log.error(`The queue did not start: ${String(error)}`));
		};
		if (vscode.workspace.isTrusted) start();
		else this.subscription = vscode.workspace.onDidGrantWorkspaceTrust(start);
	}

	dispose(): void {
		this.subscription?.dispose();
	}
}
