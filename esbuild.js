// Three bundles: the start, which every window runs, in one small file; the rest of the extension, in pieces that are
// loaded when they are needed; and the sandbox, which runs in a worker of its own.
const esbuild = require('esbuild');
const { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');

const watch = process.argv.includes('--watch');
const accept = process.argv.includes('--accept-start');
const sizeFile = join(__dirname, 'start-size.json');
/** How much the start may grow over its recorded size before the build fails. */
const mayGrow = 1.1;

/** @type {import('esbuild').BuildOptions} */
const common = {
	absWorkingDir: __dirname,
	bundle: true,
	platform: 'node',
	target: 'node20.18',
	external: ['vscode'],
	minify: !watch,
	sourcemap: watch && 'inline',
	metafile: true,
	logLevel: 'info',
};

/** What the start loads late is a bundle of its own, beside it and under the same name. */
const late = {
	name: 'late',
	setup(build) {
		build.onResolve({ filter: /^\./ }, ({ kind, path }) =>
			kind === 'dynamic-import' || kind === 'require-call'
				? { path: `./${basename(path)}.js`, external: true }
				: undefined,
		);
	},
};

/** @type {import('esbuild').BuildOptions} */
const start = {
	...common,
	entryPoints: { extension: 'src/extension.ts' },
	outdir: 'dist',
	format: 'cjs',
	supported: { 'dynamic-import': false },
	plugins: [late],
};

/** The files that a file needs, each after those that it needs itself. */
function piecesOf(outputs, file, pieces = []) {
	if (pieces.includes(file)) return pieces;
	for (const { path, kind } of outputs[file].imports)
		if (kind === 'import-statement' && outputs[path]) piecesOf(outputs, path, pieces);
	pieces.push(file);
	return pieces;
}

/** Compiling everything at once would hold up the whole extension host: the event loop turns before each piece. */
const inPieces = `const inPieces = async (files) => {
	for (const file of files) {
		await new Promise((resolve) => setImmediate(resolve));
		require(file);
	}
	return require(files.at(-1));
};
`;

/**
 * esbuild shares code between files in ES modules only, and VS Code wants CommonJS: each file is translated after, and
 * every `import()` loads what it needs piece by piece.
 */
const toCommonJs = {
	name: 'to-common-js',
	setup(build) {
		build.onEnd(async ({ outputFiles = [], metafile }) => {
			for (const { path, text } of outputFiles) {
				const late = metafile.outputs[`dist/${basename(path)}`].imports.filter(
					({ kind, external }) => kind === 'dynamic-import' && !external,
				);
				let contents = late.length > 0 ? `${inPieces}${text}` : text;
				for (const { path: target } of late) {
					const call = new RegExp(`\\bimport\\("\\./${basename(target)}"\\)`, 'g');
					const files = piecesOf(metafile.outputs, target).map((file) => `./${basename(file)}`);
					if (!call.test(contents)) throw new Error(`${path} does not import ${target} as expected`);
					contents = contents.replace(call, `inPieces(${JSON.stringify(files)})`);
				}
				const { code } = await esbuild.transform(contents, {
					format: 'cjs',
					platform: 'node',
					target: common.target,
					supported: { 'dynamic-import': false },
					minify: common.minify,
					sourcemap: common.sourcemap,
					sourcefile: basename(path),
				});
				writeFileSync(path, code);
			}
		});
	},
};

/** @type {import('esbuild').BuildOptions} */
const rest = {
	...common,
	entryPoints: ['src/host/load.ts', 'src/host/start/jobsOnDisk.ts'],
	entryNames: '[name]',
	outdir: 'dist',
	format: 'esm',
	splitting: true,
	write: false,
	plugins: [toCommonJs],
};

/** @type {import('esbuild').BuildOptions} */
const sandbox = {
	...common,
	entryPoints: { sandbox: 'src/sandbox/worker.ts' },
	outdir: 'dist',
	format: 'cjs',
	supported: { 'dynamic-import': false },
};

/** Why the build fails over a start of so many bytes, where so many are recorded; undefined when it does not. */
function startIsTooBig(size, recorded) {
	const most = Math.floor(recorded * mayGrow);
	if (size <= most) return undefined;
	return `The start is ${size} bytes; start-size.json records ${recorded}, so ${most} at most. Every window pays for it: load late what may come late, or record the new size with “npm run build -- --accept-start”.`;
}

function checkStartSize() {
	const { size } = statSync(join(__dirname, 'dist', 'extension.js'));
	if (accept) writeFileSync(sizeFile, `{ "bytes": ${size} }\n`);
	const problem = startIsTooBig(size, JSON.parse(readFileSync(sizeFile, 'utf8')).bytes);
	if (problem) throw new Error(problem);
}

async function main() {
	const dist = join(__dirname, 'dist');
	// Names of pieces change with their content: nothing of an older build may stay and be packaged.
	rmSync(dist, { recursive: true, force: true });
	mkdirSync(dist, { recursive: true });
	// The sandbox's WebP decoder looks for it beside the bundle.
	copyFileSync(require.resolve('@cwasm/webp/webp.wasm'), join(dist, 'webp.wasm'));
	if (watch) {
		for (const options of [start, rest, sandbox]) await (await esbuild.context(options)).watch();
		return;
	}
	await Promise.all([start, rest, sandbox].map((options) => esbuild.build(options)));
	checkStartSize();
}

module.exports = { start, startIsTooBig };
if (require.main === module)
	main().catch((error) => {
		console.error(error.message);
		process.exit(1);
	});
