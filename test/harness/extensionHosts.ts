import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Process ids of the extension hosts that a VS Code server with this data folder has started, one a window. */
export async function extensionHosts(dataFolder: string): Promise<number[]> {
	const { stdout } = await run('ps', ['-Ao', 'pid=,ppid=,args='], { maxBuffer: 16 * 1024 * 1024 });
	const processes = stdout
		.split('\n')
		.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
		.flatMap((match) =>
			match ? [{ pid: Number(match[1]), parent: Number(match[2]), args: match[3] ?? '' }] : [],
		);
	const servers = new Set(processes.filter(({ args }) => args.includes(dataFolder)).map(({ pid }) => pid));
	return processes
		.filter(({ parent, args }) => servers.has(parent) && args.includes('--type=extensionHost'))
		.map(({ pid }) => pid);
}
