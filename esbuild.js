// Two bundles: the extension, and the sandbox that it runs in a worker of its own.
const esbuild = require('esbuild');
const { copyFileSync, mkdirSync, rmSync } = require('node:fs');

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const options = {
	entryPoints: { extension: 'src/extension.ts', sandbox: 'src/sandbox/worker.ts' },
	outdir: 'dist',
	bundle: true,
	format: 'cjs',
	platform: 'node',
	target: 'node20.18',
	// VS Code gives `vscode` to what is `require`d, and patches Node's `http` and `https` for proxies and certificates:
	// a lazy import() becomes a lazy require(), which is sure to get both.
	external: ['vscode'],
	supported: { 'dynamic-import': false },
	minify: !watch,
	keepNames: true,
	sourcemap: watch,
	metafile: true,
	logLevel: 'info',
};

async function main() {
	for (const name of ['extension.js', 'sandbox.js', 'extension.js.map', 'sandbox.js.map'])
		rmSync(`dist/${name}`, { force: true });
	mkdirSync('dist', { recursive: true });
	// The sandbox's WebP decoder looks for it beside the bundle.
	copyFileSync(require.resolve('@cwasm/webp/webp.wasm'), 'dist/webp.wasm');
	if (watch) {
		const context = await esbuild.context(options);
		await context.watch();
	} else {
		await esbuild.build(options);
	}
}

main().catch(() => process.exit(1));
