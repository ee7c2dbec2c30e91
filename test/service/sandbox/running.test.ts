import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { startSandbox } from '../../../src/sandbox/sandbox';
import type { FromWorker } from '../../../src/sandbox/workerMessages';
import { bundleProgram, type Program } from '../../harness/bundleProgram';

const source = (name: string) => join(__dirname, '../../../src/sandbox', name);

/** Runs the command line until it ends; `until` is told what came on standard output so far. */
async function runProgram(
	program: string,
	args: string[],
	until: (stdout: string) => NodeJS.Signals | undefined = () => undefined,
) {
	const child = spawn(process.execPath, [program, ...args]);
	let [stdout, stderr] = ['', ''];
	let told = false;
	child.stderr.on('data', (chunk) => {
		stderr += chunk;
	});
	child.stdout.on('data', (chunk) => {
		stdout += chunk;
		const signal = until(stdout);
		if (signal && !told) {
			told = true;
			child.kill(signal);
		}
	});
	const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
	return { code, signal, stdout, stderr };
}

describe('sandbox: its command line', () => {
	let program: Program;
	before(async () => {
		program = await bundleProgram('src/sandbox/main.ts');
	});
	after(() => program.remove());
	const run = (args: string[], until?: (stdout: string) => NodeJS.Signals | undefined) =>
		runProgram(program.path, args, until);

	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		it(`prints one line of JSON and ends cleanly on ${signal}`, async () => {
			const ended = await run(
				['--port', '0', '--speed', '50', '--link-lifetime', '5', '--seed', '1', '--meshy-tier', 'ultra'],
				(text) => (text.includes('\n') ? signal : undefined),
			);
			assert.deepEqual([ended.code, ended.signal, ended.stderr], [0, null, '']);
			assert.equal(ended.stdout.split('\n').length, 2);
			const addresses = JSON.parse(ended.stdout) as Record<string, string>;
			const { tripo, meshy } = addresses;
			assert.match(meshy ?? '', /^http:\/\/127\.0\.0\.1:\d+$/);
			assert.equal(tripo, `${meshy}/v3`);
			assert.deepEqual(addresses, { tripo, meshy, control: `${meshy}/__sandbox` });
		});
	}

	for (const [args, complaint] of [
		[['--meshy-tier', 'Pro'], /--meshy-tier must be one of free, pro, max/],
		[['--meshy-tier', 'no-api'], /--meshy-tier/],
		[['--file-authorization', 'yes'], /--file-authorization must be one of ignored, refused/],
		[['--speed', 'fast'], /--speed/],
		[['--speed', '-1'], /speed/],
		[['--tripo-slots', '0'], /tripoSlots/],
		[['--seed', '1.5'], /seed/],
		[['--files-origin', 'files.test'], /filesOrigin must be an origin/],
		[['stray'], /stray/],
	] as const) {
		it(`refuses ${args.join(' ')} with the usage and exit code 2`, async () => {
			const ended = await run([...args]);
			assert.deepEqual([ended.code, ended.stdout], [2, '']);
			assert.match(ended.stderr, complaint);
			assert.match(ended.stderr, /Usage: npm run sandbox/);
		});
	}

	it('says so when the port is taken', async () => {
		const sandbox = await startSandbox();
		try {
			const ended = await run(['--port', new URL(sandbox.tripo).port]);
			assert.equal(ended.code, 1);
			assert.match(ended.stderr, /EADDRINUSE/);
		} finally {
			await sandbox.close();
		}
	});
});

describe('sandbox: in a thread', () => {
	let folder: string;
	const start = (workerData: object) => new Worker(join(folder, 'worker.js'), { workerData });

	// Bundled as in the extension: a thread does not get the loader that reads TypeScript.
	before(async () => {
		folder = await mkdtemp(join(tmpdir(), 'sandbox-worker-'));
		await build({
			entryPoints: [source('worker.ts')],
			outfile: join(folder, 'worker.js'),
			bundle: true,
			platform: 'node',
			target: 'node20',
			logLevel: 'warning',
		});
	});
	after(() => rm(folder, { recursive: true, force: true }));

	it('says where it is, and ends when it is told to', async () => {
		const worker = start({ speed: 0 });
		const [ready] = (await once(worker, 'message')) as [FromWorker];
		assert.ok(ready.type === 'ready' && !ready.attached);
		assert.equal(ready.tripo, `${ready.meshy}/v3`);
		assert.equal((await fetch(ready.control)).status, 200);
		worker.postMessage({ type: 'close' });
		const [code] = (await once(worker, 'exit')) as [number];
		assert.equal(code, 0);
		await assert.rejects(fetch(ready.control));
	});

	it('says why it cannot start', async () => {
		const worker = start({ speed: -1 });
		const [failed] = (await once(worker, 'message')) as [FromWorker];
		assert.ok(failed.type === 'failed');
		assert.match(failed.message, /speed/);
		await once(worker, 'exit');
	});
});
