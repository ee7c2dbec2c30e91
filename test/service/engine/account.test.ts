import assert from 'node:assert/strict';
import { describeError } from '../../../src/core/model/errors';
import { errorOf, type JobRecord } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';
import { SandboxUnderTest } from '../sandboxUnderTest';

describe('Engine: accounts that cannot be used at the moment', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	const words = ({ state }: JobRecord): string => {
		const error = errorOf(state);
		return error ? `${error.code}: ${describeError(error)}` : state.kind;
	};
	const endsWell = async (...ids: string[]): Promise<void> => {
		for (const id of ids) await checkAsset(await harness.until(run, id, 'done', 'failed', 'refused'));
		assert.deepEqual(await harness.sandbox.bill(), { charged: 20 * ids.length, tasks: ids.length });
	};

	it('keeps jobs without a key, and goes on when one is set', async () => {
		const { key } = harness.accounts;
		harness.accounts.setKey(undefined);
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.match(words(await harness.until(run, id, 'blocked')), /^keyMissing: .*Set API Key/);
		harness.accounts.setKey(key);
		await endsWell(id);
	});

	it('keeps all jobs when the key is wrong, asks only once, and goes on with the right one', async () => {
		const { key } = harness.accounts;
		harness.accounts.setKey('tsk_invalid_key');
		const ids = await harness.make(run, text('barrel'), text('crate'), text('sword'));
		for (const id of ids)
			assert.match(words(await harness.until(run, id, 'blocked')), /^keyRejected: .*Set API Key.*region/);
		harness.accounts.setKey(key);
		await endsWell(...ids);
	});

	it('explains a client id that is refused', async () => {
		harness.accounts.setKey('tcli_0011223344');
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.match(words(await harness.until(run, id, 'blocked')), /^keyIsClientId: .*starts with tsk_/);
	});

	it('lets no key that a header cannot carry get to the network', async () => {
		harness.accounts.setKey('tsk_012345\u200B6789\u00A0');
		const [id = ''] = await harness.make(run, text('barrel'));
		assert.match(words(await harness.until(run, id, 'blocked')), /^keyMalformed: .*U\+200B/);
	});

	it('keeps jobs without credits, and goes on by itself after a top-up', async () => {
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, balance: 30 });
		const ids = await harness.make(run, text('barrel'), text('crate'), text('sword'));
		const blocked = (): JobRecord[] => run.journal.all().filter(({ state }) => state.kind === 'blocked');
		await eventually('two without credits', () => blocked().length === 2);
		for (const job of blocked())
			assert.match(
				words(job),
				/^creditsExhausted: .*balance: 10 of 20 needed.*another wallet.*by themselves/,
			);
		await harness.sandbox.control('/accounts', { key, balance: 500 });
		await endsWell(...ids);
	});

	it('goes on as far as the credits reach, the oldest first', async () => {
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, balance: 0 });
		const [first = '', second = ''] = await harness.make(run, text('barrel'), text('crate'));
		for (const id of [first, second]) await harness.until(run, id, 'blocked');
		await harness.sandbox.control('/accounts', { key, balance: 25 });
		await checkAsset(await harness.until(run, first, 'done', 'failed'));
		assert.equal(run.journal.get(second).state.kind, 'blocked');
	});

	it('holds a chain as a whole for credits, and lets it go on step by step', async () => {
		const { key } = harness.accounts;
		await harness.sandbox.control('/accounts', { key, balance: 5 });
		const codes = new Set<string | undefined>();
		run.journal.onDidChange(({ job }) => codes.add(errorOf(job.state)?.code));
		const step = {
			provider: 'tripo',
			destination: { folder: harness.output, name: 'x' },
			estimate: 20,
		} as const;
		const jobs = await run.engine.call(
			'add',
			[
				{ ...step, request: text('first') },
				{ ...step, request: { ...text('second'), source: { kind: 'step', index: 0 } } },
				{ ...step, request: { ...text('third'), source: { kind: 'step', index: 1 } } },
			],
			noLimits,
		);
		const ids = jobs.map(({ id }) => id);
		for (const id of ids)
			assert.match(words(await harness.until(run, id, 'blocked')), /^creditsExhausted: .*by themselves/);
		await harness.sandbox.control('/accounts', { key, balance: 45 });
		for (const id of ids.slice(0, 2)) await harness.until(run, id, 'done');
		assert.match(words(await harness.until(run, ids[2] ?? '', 'blocked')), /^creditsExhausted/);
		await harness.sandbox.control('/accounts', { key, balance: 45 });
		await endsWell(...ids);
		// Nobody is sent to the step before, which waits for the same.
		assert.deepEqual([...codes], [undefined, 'creditsExhausted']);
	});

	it('keeps jobs while nobody listens, and goes on when the service comes', async () => {
		const down = await SandboxUnderTest.start({});
		await down.close();
		harness.accounts.moveTo(down.tripo);
		const ids = await harness.make(run, text('barrel'), text('crate'));
		for (const id of ids)
			assert.match(words(await harness.until(run, id, 'blocked')), /^serviceDown: .*base URL.*by themselves/);
		harness.accounts.moveTo(harness.sandbox.tripo);
		await endsWell(...ids);
	});

	it('goes on over 503s', async () => {
		await harness.sandbox.control('/faults', [{ times: 4, action: { type: 'status', status: 503 } }]);
		const [id = ''] = await harness.make(run, text('barrel'));
		await endsWell(id);
	});

	it('keeps a running task through a service that stumbles and goes away', async () => {
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'running');
		const actions = [
			'reset',
			{ type: 'status', status: 500 },
			{ type: 'html', status: 502 },
			'badJson',
			'wrongTaskId',
		];
		await harness.sandbox.control(
			'/faults',
			actions.map((action) => ({ method: 'GET', path: '/tasks/*', times: 4, action })),
		);
		await endsWell(id);
	});

	it('waits for the key that made a task when another one was set', async () => {
		const { key } = harness.accounts;
		const [id = ''] = await harness.make(run, text('barrel'));
		await harness.until(run, id, 'running');
		harness.accounts.setKey('tsk_another_account');
		assert.match(words(await harness.until(run, id, 'blocked')), /^taskNotFound: .*key that made the task/);
		harness.accounts.setKey(key);
		await run.engine.call('retry', id, noLimits);
		await checkAsset(await harness.until(run, id, 'done', 'failed'));
		assert.equal((await harness.sandbox.posts()).length, 1);
	});
});
