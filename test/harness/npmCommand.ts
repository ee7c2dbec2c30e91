import path from 'node:path';

/** A program and its arguments. */
export interface CommandLine {
	program: string;
	args: string[];
}

/** How to run npm here: under `npm run` that same npm again, otherwise the one on the PATH. */
export function npmCommand(args: string[]): CommandLine {
	const running = process.env.npm_execpath;
	if (running && path.basename(running).startsWith('npm')) {
		return { program: process.execPath, args: [running, ...args] };
	}
	return { program: 'npm', args };
}
