import * as vscode from 'vscode';
import type { Log } from '../core/base/log';

/** The extension's log in VS Code's Output panel. */
export interface WindowLog extends Log, vscode.Disposable {
	show(): void;
}

/**
 * VS Code's channel throws when something is logged after it was closed. Whoever still works then must not fail for
 * that: what is logged later goes nowhere.
 */
export function openWindowLog(): WindowLog {
	const channel = vscode.window.createOutputChannel('Propsmith', { log: true });
	const write = (level: keyof Log) => (message: string) => {
		try {
			channel[level](message);
		} catch {
			// It is closed.
		}
	};
	return {
		trace: write('trace'),
		debug: write('debug'),
		info: write('info'),
		warn: write('warn'),
		error: write('error'),
		show: () => channel.show(),
		dispose: () => channel.dispose(),
	};
}
