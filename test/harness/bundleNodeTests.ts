import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { cacheRoot, projectRoot } from './projectPaths';

/** Tests for plain Node as modules that it runs without a compiler. */
export interface NodeTests {
	/** The modules of the tests, in the order of their files. */
	files: string[];
	/** The module of mocha's reporter. */
	reporter: string;
	remove(): Promise<void>;
}

/**
 * Bundles the tests of a folder under `test/`, less those of the folder `except` in it. They share what they import, as
 * modules of their own. With a compiler in each process, that would take longer than many a test.
 */
export async function bundleNodeTests(folder: string, except?: string): Promise<NodeTests> {
	await mkdir(cacheRoot, { recursive: true });
	// Inside the project, for packages are looked up from there.
	const target = await mkdtemp(path.join(cacheRoot, 'tests-'));
	const source = path.join(projectRoot, 'test', folder);
	const tests = (await readdir(source, { recursive: true }))
		.filter((file) => file.endsWith('.test.ts') && !(except && file.startsWith(except + path.sep)))
		.sort();
	const reporter = path.join(target, 'reporter.cjs');
	await Promise.all([
		build({
			...common,
			entryPoints: tests.map((file) => path.join(source, file)),
			outdir: target,
			outbase: source,
			outExtension: { '.js': '.mjs' },
			format: 'esm',
			splitting: true,
		}),
		// Mocha requires its reporter.
		build({
			...common,
			entryPoints: [path.join(projectRoot, 'test', 'harness', 'specWithReport.ts')],
			outfile: reporter,
			format: 'cjs',
		}),
	]);
	return {
		files: tests.map((file) => path.join(target, file.replace(/\.ts$/, '.mjs'))),
		reporter,
		remove: () => rm(target, { recursive: true, force: true }),
	};
}

/** Modules find what lies beside their source, wherever they are bundled to. */
const ownPlace: Plugin = {
	name: 'own-place',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]test[\\/].*\.m?ts$/ }, async ({ path: file }) => {
			const text = await readFile(file, 'utf8');
			const places = new Map([
				['__dirname', path.dirname(file)],
				['__filename', file],
				['import.meta.url', pathToFileURL(file).href],
			]);
			const names = /\b(__dirname|__filename|import\.meta\.url)\b/g;
			const contents = text.replace(names, (name) => JSON.stringify(places.get(name)));
			return { contents, loader: 'ts' };
		});
	},
};

const common: BuildOptions = {
	bundle: true,
	platform: 'node',
	target: 'node20',
	packages: 'external',
	sourcemap: 'linked',
	logLevel: 'warning',
	plugins: [ownPlace],
};
