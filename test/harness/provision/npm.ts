import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand } from '../npmCommand';
import { runToEnd } from '../runToEnd';

const installLimitMs = 15 * 60_000;

/** Installs exact versions of packages into a folder of their own, running none of their scripts. */
export async function npmInstall(directory: string, packages: Record<string, string>): Promise<void> {
	const manifest = { name: 'provisioned', private: true, dependencies: packages };
	await writeFile(path.join(directory, 'package.json'), JSON.stringify(manifest));
	await npmInstallLocked(directory);
}

/**
 * Installs what the `package.json` and lock file of a folder name, running none of the packages' scripts.
 * The machine's own npm configuration holds, so registries, mirrors and proxies are whatever it says.
 */
export async function npmInstallLocked(directory: string): Promise<void> {
	// The packages want the Node that is installed with them, not the one that runs npm: no engine check.
	const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--engine-strict=false'];
	const { program, args } = npmCommand(['install', '--prefix', directory, ...options]);
	await runToEnd(program, args, { cwd: directory, limitMs: installLimitMs });
}
