import type * as vscode from 'vscode';
import type { PropsmithApi } from './host/api';
import { start } from './host/start/start';

/** Runs in every window at its start, so it costs next to nothing: see host/start. */
export function activate(context: vscode.ExtensionContext): PropsmithApi {
	return start(context);
}
