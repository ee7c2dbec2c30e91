import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';

const { start, startIsTooBig } = createRequire(__filename)('../../esbuild.js') as {
	start: BuildOptions;
	startIsTooBig(size: number, recorded: number): string | undefined;
};

/** What every window may load at its start: nothing that knows a catalogue, a form, the sandbox, the store or HTTP. */
const allowed = [
	/^src\/extension\.ts$/,
	/^src\/host\/start\//,
	/^src\/host\/contributions\.ts$/,
	/^src\/core\/jobs\/records\/unfinishedLook\.ts$/,
];

async function inputsOf(options: BuildOptions): Promise<Metafile> {
	const { metafile } = await build({ ...options, write: false, metafile: true, logLevel: 'silent' });
	assert.ok(metafile);
	return metafile;
}

/** Each file that does not belong there, with the one that imports it. */
function offenders({ inputs }: Metafile): string[] {
	return Object.keys(inputs)
		.filter((file) => !allowed.some((pattern) => pattern.test(file)))
		.map((file) => {
			const by = Object.entries(inputs).find(([, { imports }]) => imports.some(({ path }) => path === file));
			return `${file}, imported by ${by?.[0]}`;
		});
}

describe('The bundle of the start', () => {
	it('holds nothing but the start', async () => {
		const metafile = await inputsOf(start);
		assert.ok(Object.keys(metafile.inputs).includes('src/host/start/start.ts'));
		assert.deepEqual(offenders(metafile), []);
	});

	it('imports nothing from outside but VS Code, Node and what is loaded late', async () => {
		const { outputs } = await inputsOf(start);
		const [output] = Object.values(outputs);
		const outside = new Set(output?.imports.map((one) => one.path));
		assert.deepEqual([...outside].sort(), ['./jobsOnDisk.js', './load.js', 'node:fs', 'node:path', 'vscode']);
	});

	it('fails the build when it is more than a tenth larger than recorded, and says what to do', () => {
		assert.equal(startIsTooBig(1100, 1000), undefined);
		assert.match(startIsTooBig(1101, 1000) ?? '', /1101 bytes.* 1100 at most.*--accept-start/);
	});

	it('is said to hold the store, were it imported', async () => {
		const stray = {
			contents:
				"import { JobStore } from './core/jobs/records/store'; import './extension'; console.log(JobStore);",
			resolveDir: path.join(__dirname, '..', '..', 'src'),
			sourcefile: 'src/host/start/stray.ts',
			loader: 'ts',
		} as const;
		const { entryPoints: _, ...options } = start;
		const found = offenders(await inputsOf({ ...options, stdin: stray })).join('\n');
		assert.match(found, /^src\/core\/jobs\/records\/store\.ts, imported by .*stray\.ts$/m);
	});
});
