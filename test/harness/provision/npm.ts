import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Installs exact versions of packages into a folder of their own, running none of their scripts. */
export async function npmInstall(directory: string, packages: Record<string, string>): Promise<void> {
	const manifest = { name: 'provisioned', private: true, dependencies: packages };
	await writeFile(path.join(directory, 'package.json'), JSON.stringify(manifest));
	await runNpm(directory, ['install']);
}

/** Installs what the lock file of a folder names, running none of the packages' scripts. */
export async function npmInstallLocked(directory: string): Promise<void> {
	await runNpm(directory, ['install']);
}

/** Uses the machine's own npm configuration, so registries, mirrors and proxies are whatever it says. */
async function runNpm(directory: string, command: string[]): Promise<void> {
	const { program, args } = npmProgram();
	// The packages want the Node that is installed with them, not the one that runs npm: no engine check.
	const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--engine-strict=false'];
	const child = spawn(program, [...args, ...command, '--prefix', directory, ...options], {
		cwd: directory,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
	const output: Buffer[] = [];
	child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code !== 0) {
		const tail = Buffer.concat(output).toString().trim().split('\n').slice(-15).join('\n');
		throw new Error(`npm ${command.join(' ')} in ${directory} failed with ${code}:\n${tail}`);
	}
}

/** Under `npm run` that same npm is used again; otherwise the one on the PATH. */
function npmProgram(): { program: string; args: string[] } {
	const running = process.env.npm_execpath;
	if (running && path.basename(running).startsWith('npm')) {
		return { program: process.execPath, args: [running] };
	}
	return { program: 'npm', args: [] };
}
