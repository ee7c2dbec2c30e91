import { createInterface } from 'node:readline';
import { bundleProgram } from './bundleProgram';
import { spawnTree } from './processTree';
import { projectRoot } from './projectPaths';
import { within } from './within';

const startLimitMs = 60_000;
const always = ['--port', '0', '--file-authorization', 'refused'];

/** The sandbox as a process of its own: the addresses it serves and a way to stop it. */
export interface SandboxProcess {
	/** The base URL of the Tripo API. */
	tripo: string;
	/** The base URL of the Meshy API. */
	meshy: string;
	/** The base URL of the control API: ledger, requests, faults, reset. */
	control: string;
	stop(): Promise<void>;
}

/**
 * Starts the sandbox on free ports; `args` are its own options, such as `['--speed', '50']`. Its file host refuses a
 * key, so that one which travels there fails the test.
 */
export async function startSandbox(args: string[] = []): Promise<SandboxProcess> {
	const program = await bundleProgram('src/sandbox/main.ts');
	const tree = spawnTree(process.execPath, [program.path, ...always, ...args], {
		cwd: projectRoot,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const firstLine = new Promise<string>((resolve, reject) => {
		if (tree.child.stdout) {
			createInterface(tree.child.stdout).once('line', resolve);
		}
		tree.ended.then(
			(code) => reject(new Error(`The sandbox ended with ${code} before it said its address`)),
			reject,
		);
	});
	const stop = async (): Promise<void> => {
		await tree.stop();
		await program.remove();
	};
	try {
		const line = await within(startLimitMs, 'the sandbox to say its address', firstLine);
		const addresses = JSON.parse(line) as Omit<SandboxProcess, 'stop'>;
		return { ...addresses, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
