import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../../../src/sandbox/sandbox';
import { Bench, ledger } from '../bench';
import { Chain, type Fields, types } from './chain';

/** All links of an output, views and clips included. */
function linksIn(output: unknown): string[] {
	if (typeof output === 'string') {
		return output.startsWith('http') ? [output] : [];
	}
	return Object.values((output ?? {}) as Fields).flatMap(linksIn);
}

describe('sandbox: tasks of every kind, kept', () => {
	let folder: string;
	const running: Bench[] = [];
	const start = async (): Promise<Bench> => {
		const bench = new Bench(await startSandbox({ speed: 0, seed: 7, stateDir: folder }));
		running.push(bench);
		return bench;
	};
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'sandbox-kept-'));
	});
	afterEach(async () => {
		await Promise.all(running.splice(0).map((bench) => bench.sandbox.close().catch(() => undefined)));
		await rm(folder, { recursive: true, force: true });
	});

	/** What a thousand newer tasks would do. */
	async function forgetAllBut(id: string): Promise<void> {
		const path = join(folder, 'sandbox.json');
		const state = JSON.parse(await readFile(path, 'utf8')) as { tasks: { id: string }[] };
		const tasks = state.tasks.filter((task) => task.id === id);
		await writeFile(path, JSON.stringify({ ...state, tasks }));
	}

	async function files(bench: Bench, id: string): Promise<string[]> {
		const { output } = await bench.look(id);
		const bodies = linksIn(output).map(async (link) => (await fetch(link)).arrayBuffer());
		return (await Promise.all(bodies)).map((bytes) => Buffer.from(bytes).toString('base64'));
	}

	it('give the same files and findings after a restart', async () => {
		const first = await start();
		const chain = new Chain(first);
		const ids: string[] = [];
		for (const type of types) {
			ids.push(await chain.one(type));
		}
		const before = await Promise.all(ids.map((id) => files(first, id)));
		const books = await ledger(first);
		await first.sandbox.close();

		const second = await start();
		assert.deepEqual(await ledger(second), books);
		assert.deepEqual(await Promise.all(ids.map((id) => files(second, id))), before);
		const check = await second.look(ids[types.indexOf('animate_prerigcheck')] as string);
		assert.deepEqual(check.output, { riggable: true, rig_type: 'biped' });
		// Everything is made twice here.
	});

	it('can be made again when their sources were forgotten and their uploads are too old to be named', async () => {
		const bench = await start();
		const chain = new Chain(bench);
		const input = await bench.token();
		const model = await chain.make('image_to_model', { input });
		const rig = await chain.make('animate_rig', { input: model });
		const clip = await chain.make('animate_retarget', { input: rig });
		const before = await files(bench, clip);
		await bench.control('/clock', { advanceLinkSeconds: 48 * 3600 });
		// An upload is when old ones are thrown away.
		await bench.token();
		assert.equal((await chain.ask('image_to_model', { input })).body.code, 1004);
		await bench.sandbox.close();
		await forgetAllBut(clip);
		const next = await start();
		assert.equal((await next.call('GET', `/tasks/${rig}`)).body.code, 2001);
		assert.deepEqual(await files(next, clip), before);
	});

	it('go on unfinished over a restart', async () => {
		const first = await start();
		const chain = new Chain(first);
		const input = await chain.one('text_to_model');
		const { data } = await chain.ask('mesh_segmentation', { input });
		await first.sandbox.close();
		const second = await start();
		await second.advance(1000);
		const task = await second.look(data.task_id as string);
		assert.deepEqual([task.status, task.credits_consumed], ['success', 40]);
	});
});
