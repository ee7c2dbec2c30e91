import * as vscode from 'vscode';
import type { Log } from '../core/base/log';
import type { SharedQueue } from '../core/windows/sharedQueue';

/** Starts the queue once the workspace is trusted; before that this window writes and sends nothing. */
export async function startWhenTrusted(
	queue: SharedQueue,
	own: (disposable: vscode.Disposable) => void,
	log: Log,
): Promise<void> {
	const start = async (): Promise<void> => {
		// A queue that is late, because the leading window hangs, must not take the commands and views with it.
		await queue.start().catch((error: unknown) => log.error(String(error)));
	};
	if (vscode.workspace.isTrusted) await start();
	else own(vscode.workspace.onDidGrantWorkspaceTrust(start));
}
