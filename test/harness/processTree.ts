import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

const graceMs = 3000;

/** A child process that is stopped together with everything it started. */
export interface ProcessTree {
	child: ChildProcess;
	/** Settles when the child has ended, with its exit code, or null if a signal ended it. */
	ended: Promise<number | null>;
	/** Asks, then forces; settles when the child has ended. */
	stop(): Promise<void>;
}

/** Starts a command as the leader of a process group of its own, which also ends with this process. */
export function spawnTree(command: string, args: string[], options: SpawnOptions = {}): ProcessTree {
	const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
	const kill = (signal: NodeJS.Signals) => signalTree(child, signal);
	const killAtExit = () => kill('SIGKILL');
	process.once('exit', killAtExit);
	const ended = new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', resolve);
	});
	const forget = () => process.off('exit', killAtExit);
	ended.then(forget, forget);
	const stop = async () => {
		kill('SIGTERM');
		const force = setTimeout(() => kill('SIGKILL'), graceMs);
		await ended.catch(() => undefined);
		clearTimeout(force);
		// What the leader left behind, if anything, has the same group.
		kill('SIGKILL');
	};
	return { child, ended, stop };
}

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) {
		return;
	}
	try {
		process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
	} catch {
		// Already gone.
	}
}
