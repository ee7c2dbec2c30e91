import assert from 'node:assert/strict';
import { systemClock } from '../../../src/core/base/clock';
import { errorOf } from '../../../src/core/model/jobRecord';
import type { Motion } from '../../../src/core/model/task';
import { nodeHttp } from '../../../src/core/network/nodeHttp';
import { MeshyClient } from '../../../src/core/providers/meshy/client';
import type { MotionQuery } from '../../../src/core/providers/provider';
import { RecordingLog } from '../../unit/core/support/recordingLog';
import { EngineHarness, type Run, text } from '../engineHarness';

const path = '/openapi/v1/animations/library';

describe('Meshy’s library of motions, at the client', () => {
	const { signal } = new AbortController();
	const http = nodeHttp();
	let harness: EngineHarness;
	before(async () => {
		harness = await EngineHarness.open({}, 'meshy');
	});
	after(async () => {
		http.close();
		await harness.close();
	});

	function ask(query: MotionQuery, key = harness.accounts.key): Promise<readonly Motion[]> {
		const parts = { http, clock: systemClock, random: Math.random, userAgent: 'propsmith-test' };
		const baseUrl = harness.sandbox.meshy;
		return new MeshyClient({ ...parts, log: new RecordingLog(), baseUrl, key }).motions(query, signal);
	}
	const ids = async (query: MotionQuery): Promise<number[]> => (await ask(query)).map(({ id }) => id);

	it('comes as a whole, each motion with number, name and category', async () => {
		const motions = await ask({});
		assert.equal(motions.length, 40);
		assert.deepEqual(
			motions.find(({ id }) => id === 92),
			{ id: 92, name: 'Victory_Cheer', category: 'Dancing', kind: 'Celebrating' },
		);
	});

	it('is searched by the service', async () => {
		assert.deepEqual(await ids({ search: 'dance' }), [96, 97, 104]);
		assert.deepEqual(await ids({ category: 'Dancing' }), [92, 93, 96, 97, 104]);
		assert.deepEqual(await ids({ category: 'Fighting', search: 'kick' }), [72]);
		assert.deepEqual(await ids({ search: 'no such & thing' }), []);
	});

	it('wants a key', async () => {
		await assert.rejects(ask({}, 'msy_invalid_key_00'), { code: 'keyRejected' });
	});

	it('is told from what is none', async () => {
		await harness.sandbox.control('/faults', [{ path, action: { type: 'html', status: 200 } }]);
		await assert.rejects(ask({}), { kind: 'unclear', message: /has no library/ });
	});
});

describe('Meshy’s library of motions, at the engine', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open({}, 'meshy');
		run = await harness.start();
	});
	afterEach(() => harness.close());

	const asked = async (): Promise<number> =>
		(await harness.sandbox.requests()).filter((request) => request.path === path).length;

	it('costs nothing, and is asked for again when the service stumbles', async () => {
		await harness.sandbox.control('/faults', [
			{ path, times: 2, action: { type: 'status', status: 503, message: 'busy' } },
		]);
		assert.equal((await run.engine.call('motions', 'meshy')).length, 40);
		assert.equal(await asked(), 3);
		assert.deepEqual(await harness.sandbox.bill(), { charged: 0, tasks: 0 });
	});

	it('waits for its turn among the account’s calls', async () => {
		const { tier, key } = harness.accounts;
		const budgets = [{ purposes: ['poll'], calls: 1, withinMs: Number.MAX_SAFE_INTEGER }] as const;
		harness.accounts.tier = { ...tier, budgets };
		run = await harness.reload(run);
		await run.engine.call('motions', 'meshy');
		const second = run.engine.call('motions', 'meshy');
		for (let others = 0; others < 3; others++) await fetch(`${harness.sandbox.meshy}/openapi/v1/balance`);
		assert.equal(await asked(), 1);
		harness.accounts.tier = tier;
		harness.accounts.setKey(key);
		await second;
		assert.equal(await asked(), 2);
	});

	it('is missed in words when it cannot be had', async () => {
		await harness.sandbox.control('/faults', [
			{ path, times: 'always', action: { type: 'status', status: 503, message: 'busy' } },
		]);
		await assert.rejects(run.engine.call('motions', 'meshy'), { code: 'serviceDown' });
		harness.accounts.setKey(undefined);
		await assert.rejects(run.engine.call('motions', 'meshy'), { code: 'keyMissing' });
	});

	it('is not there at Tripo', async () => {
		const tripo = await EngineHarness.open();
		try {
			const { engine } = await tripo.start();
			await assert.rejects(engine.call('motions', 'tripo'), /tripo has no library of motions/);
		} finally {
			await tripo.close();
		}
	});

	it('is not asked about a number: one that the service does not know is refused for free', async () => {
		let before: string | undefined;
		for (const request of [
			text('a robot knight', { pose_mode: 'a-pose' }),
			{ operation: 'refine', options: {} } as const,
			{ operation: 'rig', options: {} } as const,
		]) {
			const source = before === undefined ? {} : { source: { kind: 'job', id: before } as const };
			[before = ''] = await harness.make(run, { ...request, ...source });
			await harness.until(run, before, 'done', 'failed', 'blocked');
		}
		const { charged } = await harness.sandbox.bill();
		const source = { kind: 'job', id: before ?? '' } as const;
		const [id = ''] = await harness.make(run, {
			operation: 'retarget',
			source,
			options: { action_ids: [0, 31_000] },
		});
		const { state } = await harness.until(run, id, 'done', 'failed', 'refused', 'blocked');
		assert.equal(errorOf(state)?.code, 'requestInvalid');
		assert.match(errorOf(state)?.detail ?? '', /action_ids/);
		assert.equal((await harness.sandbox.bill()).charged, charged);
		assert.equal(await asked(), 0);
	});
});
