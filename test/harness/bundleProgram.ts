import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { cacheRoot, projectRoot } from './projectPaths';

/** A program as one file: many processes start faster without a compiler in each. */
export interface Program {
	readonly path: string;
	remove(): Promise<void>;
}

/**
 * Bundles a program for Node; `source` is its main module, relative to the project's root. It has no source map, which
 * takes longer to read than all else: stacks name functions, and lines of the bundle.
 */
export async function bundleProgram(source: string): Promise<Program> {
	await mkdir(cacheRoot, { recursive: true });
	const folder = await mkdtemp(path.join(cacheRoot, 'program-'));
	const outfile = path.join(folder, 'main.cjs');
	await build({
		entryPoints: [path.join(projectRoot, source)],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		// What finds files beside itself has to stay where they are.
		external: ['@cwasm/webp'],
		logLevel: 'warning',
	});
	return { path: outfile, remove: () => rm(folder, { recursive: true, force: true }) };
}
