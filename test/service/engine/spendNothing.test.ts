import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Emitter } from '../../../src/core/base/events';
import { describeError } from '../../../src/core/model/errors';
import { errorOf } from '../../../src/core/model/jobRecord';
import { noLimits } from '../../../src/core/spending/limits';
import { EngineHarness, type Run, text } from '../engineHarness';

describe('Law 8: “spend nothing” where the money leaves', () => {
	let harness: EngineHarness;
	let run: Run;
	let on = false;
	const changed = new Emitter<void>();
	const spendNothing = { isOn: () => on, onDidChange: changed.event };
	const turn = (value: boolean): void => {
		on = value;
		changed.fire();
	};

	beforeEach(async () => {
		on = false;
		harness = await EngineHarness.open();
		harness.accounts.tier = { concurrentTasks: 1, classes: {}, budgets: [] };
		run = await harness.start({ spendNothing });
	});
	afterEach(() => harness.close());

	const posts = async (): Promise<number> => (await harness.sandbox.posts()).length;
	const words = (id: string): string => {
		const error = errorOf(run.journal.get(id).state);
		return error ? `${error.code}: ${describeError(error)}` : '';
	};

	it('holds what waits, follows what is paid, and goes on when it is off again', async () => {
		const [first = '', second = ''] = await harness.make(run, text('a'), text('b'));
		await harness.until(run, first, 'running');
		turn(true);
		await harness.until(run, second, 'blocked');
		assert.match(words(second), /^spendingOff: .*No credits were used.*propsmith\.spendNothing/);
		await harness.until(run, first, 'done');
		assert.equal(await posts(), 1);
		turn(false);
		await harness.until(run, second, 'done');
		assert.equal(await posts(), 2);
	});

	const image = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art', 'barrel.png');
	const ofPicture = { operation: 'imageToModel', images: [image], options: {} } as const;

	it('does not even send the pictures', async () => {
		turn(true);
		const [id = ''] = await harness.make(run, ofPicture);
		await harness.until(run, id, 'blocked');
		assert.deepEqual(await harness.sandbox.requests(), []);
	});

	it('sends nothing that is on its way to the POST already', async () => {
		await harness.sandbox.control('/faults', [
			{ method: 'POST', path: '/files', action: { type: 'delay', ms: 100 } },
		]);
		const [id = ''] = await harness.make(run, ofPicture);
		await harness.until(run, id, 'uploading');
		turn(true);
		await harness.until(run, id, 'blocked', 'running');
		assert.match(words(id), /^spendingOff/);
		assert.equal(await posts(), 0);
	});

	it('lets what it held go on in the next process', async () => {
		on = true;
		const [id = ''] = await harness.make(run, text('a'));
		await harness.until(run, id, 'blocked');
		run.kill();
		on = false;
		run = await harness.start({ spendNothing });
		await harness.until(run, id, 'done');
	});

	it('refuses what is asked for, a retry too, and then nothing of it is in the list', async () => {
		const limits = { ...noLimits, spendNothing: true };
		const { destination, provider } = run.journal.get((await harness.make(run, text('a')))[0] ?? '');
		const draft = { request: text('a'), destination, provider, estimate: 20 };
		await assert.rejects(run.engine.call('add', [draft], limits), { code: 'spendingOff' });
		assert.equal(run.engine.list().length, 1);
		const [failing = ''] = await harness.make(run, text('sandbox-fail'));
		await harness.until(run, failing, 'failed');
		await assert.rejects(run.engine.call('retry', failing, limits), { code: 'spendingOff' });
		assert.equal(run.journal.get(failing).state.kind, 'failed');
	});

	it('pays nothing for a retry that no guard passed, because its window took it for something else', async () => {
		const [failing = ''] = await harness.make(run, text('sandbox-fail'));
		await harness.until(run, failing, 'failed');
		await assert.rejects(run.engine.call('retry', failing, null), {
			code: 'actionNotPossible',
		});
		assert.equal(run.journal.get(failing).state.kind, 'failed');
	});
});
