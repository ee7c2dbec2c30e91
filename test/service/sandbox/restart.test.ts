import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxOptions } from '../../../src/sandbox/options';
import { startSandbox } from '../../../src/sandbox/sandbox';
import { Bench, key, ledger, model } from './bench';

describe('sandbox: state that outlives it', () => {
	let folder: string;
	const running: Bench[] = [];
	const start = async (options: SandboxOptions = {}): Promise<Bench> => {
		const bench = new Bench(await startSandbox({ speed: 0, seed: 7, stateDir: folder, ...options }));
		running.push(bench);
		return bench;
	};
	const stop = (bench: Bench) => bench.sandbox.close();

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
	});
	afterEach(async () => {
		for (const bench of running.splice(0)) {
			await bench.sandbox.close().catch(() => undefined);
		}
		await rm(folder, { recursive: true, force: true });
	});

	it('keeps accounts, credits, tasks and files; an ended task gives the same bytes again', async () => {
		const first = await start();
		await first.control('/accounts', { key, discount: 0.5, slots: 3 });
		const input = await first.token();
		const made = await first.call('POST', '/generation/image-to-model', { body: { input, model } });
		const ended = made.data.task_id as string;
		await first.advance(1000);
		const bytes = Buffer.from(await (await fetch(await first.modelLink(ended))).arrayBuffer());
		const unfinished = await first.task();
		const before = await ledger(first);
		await stop(first);

		const second = await start();
		assert.deepEqual(await ledger(second), before);
		const again = await fetch(await second.modelLink(ended));
		assert.ok(Buffer.from(await again.arrayBuffer()).equals(bytes));
		assert.equal(
			(await second.call('POST', '/generation/image-to-model', { body: { input, model } })).status,
			200,
		);
		await second.advance(1000);
		assert.equal((await second.look(unfinished)).status, 'success');
		const charges = (await ledger(second)).entries.filter((entry) => entry.kind === 'charge');
		assert.deepEqual(
			charges.map((entry) => entry.taskId).filter((id) => id === unfinished),
			[unfinished],
		);
	});

	it('gives no id twice', async () => {
		const first = await start();
		const id = await first.task();
		await stop(first);
		assert.notEqual(await (await start()).task(), id);
	});

	it('lets tasks go on while it is away', async () => {
		const first = await start({ speed: 100_000 });
		await first.control('/tasks/next', { durationSeconds: 100_000 });
		const id = await first.task();
		assert.notEqual((await first.look(id)).status, 'success');
		await stop(first);
		const path = join(folder, 'sandbox.json');
		const state = JSON.parse(await readFile(path, 'utf8'));
		state.clock.wallMs -= 2000;
		await writeFile(path, JSON.stringify(state));
		assert.equal((await (await start()).look(id)).status, 'success');
	});

	it('has a task on disk before its answer is out', async () => {
		const bench = await start();
		const id = await bench.task();
		assert.ok((await readFile(join(folder, 'sandbox.json'), 'utf8')).includes(id));
	});

	it('writes no key to disk', async () => {
		const bench = await start();
		await bench.task();
		await bench.token();
		await stop(bench);
		for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
			if (name.isFile()) {
				const text = await readFile(join(name.parentPath, name.name), 'latin1');
				assert.ok(!text.includes(key), name.name);
			}
		}
	});

	it('puts a damaged file aside and starts empty', async () => {
		await writeFile(join(folder, 'sandbox.json'), '{"version":1,"acc');
		const lines: string[] = [];
		const bench = await start({ log: (line) => lines.push(line) });
		assert.deepEqual((await ledger(bench)).accounts, []);
		assert.match(lines.join('\n'), /damaged/);
		assert.ok((await readdir(folder)).includes('sandbox.json.unreadable'));
	});

	it('belongs to one sandbox: a second one attaches, and takes over when the first is gone', async () => {
		const [one, two] = await Promise.all([start(), start()]);
		const attached = [one, two].filter((bench) => bench.sandbox.attached);
		assert.equal(attached.length, 1);
		assert.equal(one.sandbox.tripo, two.sandbox.tripo);
		const id = await one.task();
		const owner = one.sandbox.attached ? two : one;
		await stop(attached[0] as Bench);
		assert.equal((await owner.look(id)).status, 'queued', 'closing what is attached closes nothing');
		await stop(owner);
		const next = await start();
		assert.equal(next.sandbox.attached, false);
		assert.equal((await next.look(id)).status, 'queued');
	});

	it('takes over from one that died without a word', async () => {
		const dead = { instance: 'x', tripo: '', control: 'http://127.0.0.1:9/__sandbox', files: '' };
		await writeFile(join(folder, 'running.json'), JSON.stringify(dead));
		const [one, two] = await Promise.all([start(), start()]);
		assert.equal(one.sandbox.tripo, two.sandbox.tripo);
		await writeFile(join(folder, 'running.json'), 'torn');
	});
});
