import type * as vscode from 'vscode';
import type { PropsmithApi } from './host/api';
import { compose } from './host/compose';

export function activate(context: vscode.ExtensionContext): Promise<PropsmithApi> {
	return compose(context);
}
