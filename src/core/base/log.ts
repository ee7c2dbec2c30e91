/** Where the engine tells what it does. The same methods as vscode.LogOutputChannel. */
export interface Log {
	trace(message: string): void;
	debug(message: string): void;
	info(message: string): void;
	warn(message: string): void;
	error(message: string): void;
}
