import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setupVariable, type WindowSetup } from '../window/setup';

/** Lines of its log that are kept for a report. */
const keptLines = 400;

/** How a window's process came to its end. */
export interface WindowEnd {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
}

/** A window as a process of its own. */
export class WindowProcess {
	readonly log: string[] = [];
	/** Resolves when its engine runs the queue, or when it ended before it came to that. */
	readonly leads: Promise<void>;
	readonly ended: Promise<WindowEnd>;
	private readonly child: ChildProcess;

	constructor(program: string, setup: WindowSetup) {
		const child = spawn(process.execPath, [program], {
			env: { ...process.env, [setupVariable]: JSON.stringify(setup) },
			stdio: ['pipe', 'pipe', 'pipe'],
		});
		this.child = child;
		// Killed while something was written to it.
		child.stdin.on('error', () => {});
		createInterface({ input: child.stderr }).on('line', (line) => {
			this.log.push(line);
			if (this.log.length > keptLines) this.log.shift();
		});
		this.ended = new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', (code, signal) => resolve({ code, signal }));
		});
		this.leads = new Promise((resolve, reject) => {
			createInterface({ input: child.stdout }).once('line', () => resolve());
			this.ended.then(() => resolve(), reject);
		});
	}

	/** Tells a window that lingers that it may go when all is done. */
	leave(): void {
		this.child.stdin?.write('leave\n');
	}

	signal(name: NodeJS.Signals): void {
		this.child.kill(name);
	}
}
