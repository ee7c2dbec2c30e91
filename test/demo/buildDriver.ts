import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { cacheRoot, projectRoot } from '../harness/projectPaths';

const manifest = {
	name: 'demo-driver',
	publisher: 'propsmith-tests',
	version: '0.0.1',
	engines: { vscode: '^1.96.0' },
	main: './driver.js',
	activationEvents: ['onStartupFinished'],
};

/** Builds the extension that drives the demo and returns its folder. */
export async function buildDriver(): Promise<string> {
	const folder = path.join(cacheRoot, 'demo-driver');
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
	await build({
		entryPoints: [path.join(projectRoot, 'test', 'demo', 'driver.ts')],
		outfile: path.join(folder, 'driver.js'),
		bundle: true,
		platform: 'node',
		format: 'cjs',
		external: ['vscode'],
		logLevel: 'warning',
	});
	return folder;
}
