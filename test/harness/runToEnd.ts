import { spawnTree } from './processTree';
import { within } from './within';

const defaultLimitMs = 5 * 60_000;

/** Where a command runs and for how long it may. */
export interface RunOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	limitMs?: number;
}

/** Runs a command without showing its output, which becomes part of the error if the command fails. */
export async function runToEnd(command: string, args: string[], options: RunOptions = {}): Promise<void> {
	const { limitMs = defaultLimitMs, ...spawnOptions } = options;
	const tree = spawnTree(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
	const output: Buffer[] = [];
	tree.child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
	tree.child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
	const line = [command, ...args].join(' ');
	try {
		const code = await within(limitMs, `the end of ${line}`, tree.ended);
		if (code !== 0) {
			const tail = Buffer.concat(output).toString().trim().split('\n').slice(-20).join('\n');
			throw new Error(`${line} failed with ${code}:\n${tail}`);
		}
	} finally {
		await tree.stop();
	}
}
