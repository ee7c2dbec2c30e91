import assert from 'node:assert/strict';
import { taskId } from '../../../../src/sandbox/meshy/meshyCreateRoutes';
import { SeededRandom } from '../../../../src/sandbox/seededRandom';
import { crate, freshBench, key, pathOf } from './bench';

const threeDays = 72 * 3600;

describe('sandbox, Meshy: a task and its life', () => {
	const bench = freshBench();

	it('is answered with 202 and its id, or with 200 by other accounts', async () => {
		const answer = await bench().preview();
		assert.equal(answer.status, 202);
		assert.deepEqual(Object.keys(answer.body), ['result']);
		assert.match(
			answer.body.result ?? '',
			/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
		);
		await bench().control('/variants', { meshy: { accepted: 200 } });
		assert.equal((await bench().preview()).status, 200);
	});

	it('waits, works, rests at 99 and succeeds, and its progress never falls', async () => {
		const id = await bench().makePreview();
		const seen: [string, number][] = [];
		const waiting: number[] = [];
		for (let half = 0; half < 100; half += 1) {
			const task = await bench().look('text-to-3d', id);
			seen.push([task.status, task.progress]);
			if (task.status === 'PENDING') {
				assert.equal(task.progress, 0);
				waiting.push(task.preceding_tasks);
			} else {
				assert.equal(task.preceding_tasks, 0);
			}
			await bench().advance(0.5);
		}
		const statuses = [...new Set(seen.map(([status]) => status))];
		assert.deepEqual(statuses, ['PENDING', 'IN_PROGRESS', 'SUCCEEDED']);
		assert.ok(waiting.every((ahead, index) => ahead >= 1 && ahead <= (waiting[index - 1] ?? 99)));
		const progress = seen.map(([, value]) => value);
		assert.deepEqual(
			progress,
			progress.toSorted((one, other) => one - other),
		);
		const working = seen.filter(([status]) => status === 'IN_PROGRESS');
		const resting = working.filter(([, value]) => value === 99).length / working.length;
		assert.ok(resting > 0.1 && resting < 0.25, `${resting} of the work at 99`);
		assert.deepEqual(seen.at(-1), ['SUCCEEDED', 100]);
	});

	it('tells its times in ms, 0 until they have come, and expires three days after the end', async () => {
		const before = Date.now();
		const id = await bench().makePreview();
		const waiting = await bench().look('text-to-3d', id);
		assert.ok(waiting.created_at >= before && waiting.created_at <= Date.now());
		assert.deepEqual([waiting.started_at, waiting.finished_at, waiting.expires_at], [0, 0, 0]);
		await bench().advance(10);
		const working = await bench().look('text-to-3d', id);
		assert.ok(working.started_at >= working.created_at);
		assert.deepEqual([working.finished_at, working.expires_at], [0, 0]);
		await bench().advance(100);
		const ended = await bench().look('text-to-3d', id);
		assert.equal(ended.started_at, working.started_at);
		assert.ok(ended.finished_at >= ended.started_at);
		assert.equal(ended.expires_at, ended.finished_at + 1000 * threeDays);
	});

	it('leaves the expiry out where no documentation has it, for accounts of that kind', async () => {
		await bench().control('/variants', { meshy: { expiresAt: 'documented' } });
		const id = await bench().makePreview();
		assert.ok(!('expires_at' in (await bench().look('text-to-3d', id))));
		const picture = await bench().make('text-to-image', { ai_model: 'nano-banana', prompt: 'x' });
		assert.ok('expires_at' in (await bench().look('text-to-image', picture)));
	});

	it('is there for its own account, under its own resource, by its own id', async () => {
		const id = await bench().makePreview();
		const path = `${pathOf('text-to-3d')}/${id}`;
		assert.equal((await bench().call('GET', path)).status, 200);
		for (const [wrong, status] of [
			[`${pathOf('image-to-3d')}/${id}`, 404],
			[`${pathOf('text-to-3d')}/01a202ba-5703-7000-b75e-b76852460fcf`, 404],
			[`${pathOf('text-to-3d')}/no-such-task`, 400],
		] as const) {
			const answer = await bench().call('GET', wrong);
			assert.equal(answer.status, status, wrong);
			assert.equal(typeof answer.body.message, 'string');
		}
		assert.equal((await bench().call('GET', path, undefined, 'msy_somebodyelse')).status, 404);
		assert.equal((await bench().call('DELETE', path, undefined, 'msy_somebodyelse')).status, 404);
	});

	it('repeats what it was asked for', async () => {
		const id = await bench().makePreview({ ai_model: 'meshy-6' });
		const task = await bench().look('text-to-3d', id);
		assert.deepEqual(
			[task.type, task.prompt, task.ai_model, task.task_error],
			['text-to-3d-preview', crate.prompt, 'meshy-6', { message: '' }],
		);
	});

	it('is gone with its files after three days, and nothing can be made from it', async () => {
		const task = await bench().done('text-to-3d', crate);
		await bench().control('/clock', { linkLifetimeSeconds: 2 * threeDays });
		const { model_urls } = await bench().look('text-to-3d', task.id);
		await bench().control('/clock', { advanceLinkSeconds: threeDays - 60 });
		assert.equal((await fetch(model_urls.glb ?? '')).status, 200);
		await bench().control('/clock', { advanceLinkSeconds: 120 });
		assert.equal((await bench().call('GET', `${pathOf('text-to-3d')}/${task.id}`)).status, 404);
		assert.deepEqual((await bench().call('GET', pathOf('text-to-3d'))).body, []);
		const file = await fetch(model_urls.glb ?? '');
		assert.equal(file.status, 403);
		assert.match(await file.text(), /^<\?xml[\s\S]*AccessDenied/);
		const refine = await bench().post('text-to-3d', { mode: 'refine', preview_task_id: task.id });
		assert.equal(refine.status, 404);
	});

	it('outlives the task that it was made from', async () => {
		const preview = await bench().done('text-to-3d', crate);
		const body = { mode: 'refine', preview_task_id: preview.id, target_formats: ['glb'] };
		const refine = await bench().make('text-to-3d', body);
		assert.equal((await bench().call('DELETE', `${pathOf('text-to-3d')}/${preview.id}`)).status, 200);
		await bench().advance(1000);
		const task = await bench().look('text-to-3d', refine);
		assert.equal(task.status, 'SUCCEEDED');
		assert.equal((await fetch(task.model_urls.glb ?? '')).status, 200);
	});
});

describe('sandbox, Meshy: lists', () => {
	const bench = freshBench({ meshyTier: 'ultra' });
	const list = async (query = '', resource = 'text-to-3d') =>
		(await bench().call<{ id: string }[]>('GET', pathOf(resource) + query)).body.map(({ id }) => id);

	it('are pages of whole tasks, newest first unless asked otherwise', async () => {
		const ids: string[] = [];
		for (let count = 0; count < 12; count += 1) {
			ids.push(await bench().makePreview());
		}
		const newest = ids.toReversed();
		assert.deepEqual(await list(), newest.slice(0, 10));
		assert.deepEqual(await list('?page_num=2'), newest.slice(10));
		assert.deepEqual(await list('?page_num=3'), []);
		assert.deepEqual(await list('?page_size=5&page_num=2'), newest.slice(5, 10));
		assert.deepEqual(await list('?sort_by=-created_at&page_size=50'), newest);
		assert.deepEqual(await list('?sort_by=%2Bcreated_at&page_size=50'), ids);
		const [first] = (await bench().call<object[]>('GET', pathOf('text-to-3d'))).body;
		assert.deepEqual(first, await bench().look('text-to-3d', newest[0] ?? ''));
	});

	it('have ids that sort as the tasks were made', async () => {
		const ids: string[] = [];
		for (let count = 0; count < 20; count += 1) {
			ids.push(await bench().makePreview());
		}
		assert.deepEqual(ids, ids.toSorted());
	});

	it('have ids that tell tasks of the same millisecond apart', () => {
		const random = new SeededRandom(7);
		const ids = [8, 9, 10, 11].map((count) => taskId(1_795_342_096_131, count, random));
		assert.deepEqual(ids, ids.toSorted());
		assert.equal(Number.parseInt(ids[0]?.replace('-', '').slice(0, 12) ?? '', 16), 1_795_342_096_131);
	});

	it('have the tasks of one resource and one account', async () => {
		const mine = await bench().makePreview();
		await bench().makePreview({}, 'msy_somebodyelse');
		const picture = await bench().make('text-to-image', { ai_model: 'nano-banana', prompt: 'x' });
		assert.deepEqual(await list(), [mine]);
		assert.deepEqual(await list('', 'text-to-image'), [picture]);
		assert.deepEqual(await list('', 'remesh'), []);
	});

	for (const query of [
		'page_size=51',
		'page_size=0',
		'page_size=',
		'page_num=0',
		'page_num=x',
		'sort_by=name',
		// A plus that is not encoded is a space.
		'sort_by=+created_at',
	]) {
		it(`refuse ${query}`, async () => {
			assert.equal((await bench().call('GET', `${pathOf('text-to-3d')}?${query}`)).status, 400);
		});
	}
});

describe('sandbox, Meshy: removing tasks', () => {
	const bench = freshBench();
	const remove = (id: string) => bench().call<string>('DELETE', `${pathOf('text-to-3d')}/${id}`);

	it('takes one that waits out of the queue and pays it back', async () => {
		const id = await bench().makePreview();
		assert.equal(await bench().balance(), 9980);
		const answer = await remove(id);
		assert.deepEqual([answer.status, answer.body], [200, '']);
		assert.equal(await bench().balance(), 10_000);
		assert.equal((await remove(id)).status, 404);
		const { entries, accounts } = await bench().ledger();
		assert.deepEqual(
			entries.map(({ kind, credits }) => [kind, credits]),
			[
				['charge', 20],
				['refund', 20],
			],
		);
		assert.equal(accounts[0]?.active, 0);
	});

	it('refuses one that runs with 409, and lets it run on', async () => {
		const id = await bench().makePreview();
		await bench().advance(5);
		const answer = await remove(id);
		assert.equal(answer.status, 409);
		assert.equal(await bench().balance(), 9980);
		await bench().advance(100);
		assert.equal((await bench().look('text-to-3d', id)).status, 'SUCCEEDED');
	});

	it('removes one that has ended with its files, and keeps the credits', async () => {
		const { id, model_urls } = await bench().done('text-to-3d', crate);
		assert.equal((await remove(id)).status, 200);
		assert.equal((await bench().call('GET', `${pathOf('text-to-3d')}/${id}`)).status, 404);
		assert.equal((await fetch(model_urls.glb ?? '')).status, 403);
		assert.equal(await bench().balance(), 9980);
	});

	it('is not done by others than the owner', async () => {
		const id = await bench().makePreview();
		const answer = await bench().call('DELETE', `${pathOf('text-to-3d')}/${id}`, undefined, 'msy_another01');
		assert.equal(answer.status, 404);
		assert.equal((await bench().look('text-to-3d', id, key)).status, 'PENDING');
	});
});
