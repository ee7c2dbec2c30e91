import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../../../src/sandbox/sandbox';
import { bytesOf, crate, dataUri, key, MeshyBench, png } from './bench';

describe('sandbox, Meshy: state that outlives it', () => {
	let folder: string;
	const running: MeshyBench[] = [];
	const start = async (log: (line: string) => void = () => undefined): Promise<MeshyBench> => {
		const bench = new MeshyBench(await startSandbox({ speed: 0, seed: 7, stateDir: folder, log }));
		running.push(bench);
		return bench;
	};
	const stop = async (bench: MeshyBench) => {
		running.splice(running.indexOf(bench), 1);
		await bench.sandbox.close();
	};
	const picture = { image_url: dataUri(png(80, 80)), target_formats: ['glb'] };

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'sandbox-meshy-'));
	});
	afterEach(async () => {
		for (const bench of [...running]) {
			await stop(bench);
		}
		await rm(folder, { recursive: true, force: true });
	});

	it('keeps accounts, credits, tasks and pictures; an ended task gives the same bytes again', async () => {
		const first = await start();
		await first.control('/accounts', { key, plan: 'premium', slots: 3 });
		const ended = await first.done('image-to-3d', picture);
		const bytes = await bytesOf(ended.model_urls.glb);
		const unfinished = await first.make('image-to-3d', picture);
		const before = await first.ledger();
		await stop(first);

		const second = await start();
		assert.deepEqual(await second.ledger(), before);
		assert.equal(before.accounts[0]?.plan, 'premium');
		const again = await second.look('image-to-3d', ended.id);
		assert.ok((await bytesOf(again.model_urls.glb)).equals(bytes));
		for (const field of ['created_at', 'started_at', 'finished_at', 'expires_at']) {
			assert.equal(again[field], ended[field], field);
		}
		await second.advance(1000);
		assert.equal((await second.look('image-to-3d', unfinished)).status, 'SUCCEEDED');
		assert.equal((await second.ledger()).entries.length, 2);
	});

	it('gives no id twice', async () => {
		const first = await start();
		const id = await first.makePreview();
		await stop(first);
		assert.notEqual(await (await start()).makePreview(), id);
	});

	it('has a task on disk before its answer is out', async () => {
		const bench = await start();
		const id = await bench.makePreview();
		assert.ok((await readFile(join(folder, 'sandbox.json'), 'utf8')).includes(id));
	});

	it('keeps a picture once however often it is sent, and no longer than its tasks', async () => {
		const bench = await start();
		await bench.control('/accounts', { slots: 1 });
		const inputs = () => readdir(join(folder, 'meshy-inputs'));
		await bench.make('image-to-3d', picture);
		for (let time = 0; time < 3; time += 1) {
			assert.equal((await bench.post('image-to-3d', picture)).status, 429);
		}
		assert.equal((await inputs()).length, 1);
		await bench.advance(1000);
		await bench.control('/clock', { advanceLinkSeconds: 71 * 3600 });
		await bench.done('text-to-3d', crate);
		assert.equal((await inputs()).length, 1, 'its task is still there');
		await bench.control('/clock', { advanceLinkSeconds: 2 * 3600 });
		await bench.done('text-to-3d', crate);
		assert.equal((await inputs()).length, 0);
	});

	it('writes no key to disk', async () => {
		const bench = await start();
		await bench.make('image-to-3d', picture);
		await stop(bench);
		for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
			if (name.isFile()) {
				const text = await readFile(join(name.parentPath, name.name), 'latin1');
				assert.ok(!text.includes(key), name.name);
			}
		}
	});

	it('puts the state of an older version aside and starts empty', async () => {
		await writeFile(join(folder, 'sandbox.json'), '{"version":1,"accounts":[],"entries":[],"tasks":[]}');
		const lines: string[] = [];
		const bench = await start((line) => lines.push(line));
		assert.deepEqual((await bench.ledger()).accounts, []);
		assert.match(lines.join('\n'), /version 1/);
		assert.ok((await readdir(folder)).includes('sandbox.json.unreadable'));
	});
});
