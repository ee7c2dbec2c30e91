import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { cacheRoot, projectRoot } from './projectPaths';

/**
 * Bundles the tests of a folder under `test/` for an extension host and returns the module to run there, which lies in
 * a folder of that name.
 *
 * Each `*.test.ts` becomes a module of its own beside `index.js`, which finds them at run time: no list of
 * tests is kept by hand, so none can be missing from it.
 */
export async function bundleEditorTests(folder: string, name: string): Promise<string> {
	const source = path.join(projectRoot, 'test', folder);
	const target = path.join(cacheRoot, `bundle-${name}`);
	await rm(target, { recursive: true, force: true });
	const files = await readdir(source, { recursive: true });
	const tests = files.filter((file) => file.endsWith('.test.ts')).map((file) => path.join(source, file));
	const index = path.join(projectRoot, 'test', 'editor', 'index.ts');
	await build({
		entryPoints: [
			{ in: index, out: 'index' },
			...tests.map((file) => ({ in: file, out: path.relative(source, file).replace(/\.ts$/, '') })),
		],
		outdir: target,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		sourcemap: 'linked',
		// The host provides the first, and all tests must share one mocha.
		external: ['vscode', 'mocha'],
		logLevel: 'warning',
	});
	return path.join(target, 'index.js');
}
