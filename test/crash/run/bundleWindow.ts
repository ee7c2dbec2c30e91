import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { cacheRoot, projectRoot } from '../../harness/projectPaths';

/** The window's program as one file: hundreds of processes start faster without a compiler in each. */
export interface WindowProgram {
	readonly path: string;
	remove(): Promise<void>;
}

export async function bundleWindow(): Promise<WindowProgram> {
	await mkdir(cacheRoot, { recursive: true });
	const folder = await mkdtemp(path.join(cacheRoot, 'crash-'));
	const outfile = path.join(folder, 'window.cjs');
	await build({
		entryPoints: [path.join(projectRoot, 'test', 'crash', 'window', 'main.ts')],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		sourcemap: 'inline',
		logLevel: 'warning',
	});
	return { path: outfile, remove: () => rm(folder, { recursive: true, force: true }) };
}
