import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { assertValidGlb } from '../harness/assertValidGlb';
import { openPaidAccount, type PaidAccount } from './support/paidAccount';
import { gameFile, jobWhen, made, propsmith, withSetting } from './support/propsmith';

interface Ledger {
	readonly entries: readonly { readonly kind: string; readonly credits: number; readonly service: string }[];
}

const key = 'msy_editor_tests_0001';
const barrel = { provider: 'meshy', operation: 'textToModel', prompt: 'oak barrel' } as const;

describe('a Meshy account', () => {
	let account: PaidAccount;

	beforeEach(async () => {
		account = await openPaidAccount('meshy', key);
	});
	afterEach(() => account.close());

	it('makes a model for the price that was estimated, with what Meshy calls things', async () => {
		const job = await made({ ...barrel, options: { target_polycount: 2000 }, output: gameFile('meshy') });
		assert.equal(job.error?.message, undefined);
		assert.deepEqual([job.estimate, job.credits], [20, 20]);
		await assertValidGlb(job.files[0]?.fsPath ?? '');
		const { entries } = await account.control<Ledger>('/ledger');
		assert.deepEqual(
			entries.map(({ service, kind, credits }) => [service, kind, credits]),
			[['meshy', 'charge', 20]],
		);
		const sidecar = await readFile(gameFile('meshy', 'oak-barrel.propsmith.json').fsPath, 'utf8');
		const { provider, options } = JSON.parse(sidecar);
		assert.equal(provider, 'meshy');
		assert.deepEqual(options, {
			ai_model: 'meshy-7.1',
			should_remesh: true,
			target_polycount: 2000,
			target_formats: ['glb'],
		});
		assert.doesNotMatch(sidecar, /msy_|Signature|https?:/);
	});

	it('is the one in use when only its key is there, or when it is chosen', async () => {
		const balance = await vscode.commands.executeCommand<{ available: number }>('propsmith.showBalance');
		assert.equal(balance?.available, 10_000);
		const tripo = await openPaidAccount('tripo', 'tsk_editor_tests_0009');
		const restore = await withSetting('account', 'meshy');
		try {
			await tripo.control('/accounts', { key: 'tsk_editor_tests_0009', balance: 7 });
			const chosen = await vscode.commands.executeCommand<{ available: number }>('propsmith.showBalance');
			assert.equal(chosen?.available, 10_000);
		} finally {
			await restore();
			await tripo.close();
		}
	});

	it('is asked at its pace, however many want its balance', async () => {
		await account.control('/accounts', { key, requestsPerSecond: 10_000 });
		// All of them at once are more than two seconds take.
		const asked = Array.from({ length: 60 }, () =>
			vscode.commands.executeCommand('propsmith.refreshBalance'),
		);
		const answers = await Promise.all(asked);
		assert.ok(answers.every((answer) => answer !== undefined));
		const { requests } = await account.control<{ requests: { path: string; at: number }[] }>('/requests');
		const times = requests.filter(({ path }) => path.endsWith('/balance')).map(({ at }) => at);
		assert.ok(times.length >= 60, String(times.length));
		assert.ok(Math.max(...times) - Math.min(...times) > 1500, 'one burst');
	});

	it('holds jobs for a key of the other service, and goes on with the right one', async () => {
		process.env.MESHY_API_KEY = 'tsk_editor_tests_0001';
		const api = await propsmith();
		const { id, done } = await api.generate(barrel);
		const held = await done;
		assert.equal(held.error?.code, 'keyMalformed');
		assert.match(
			held.error?.message ?? '',
			/key of Tripo, not of Meshy; from the environment variable MESHY_API_KEY/,
		);
		process.env.MESHY_API_KEY = key;
		await vscode.commands.executeCommand('propsmith.retry', { jobId: id });
		const { state } = await jobWhen(id, (job) => job.state === 'done');
		assert.equal(state, 'done');
	});

	it('asks for its own key when only the other service has one', async () => {
		delete process.env.MESHY_API_KEY;
		const api = await propsmith();
		const { id, done } = await api.generate(barrel);
		assert.equal((await done).error?.code, 'keyMissing');
		await vscode.commands.executeCommand('propsmith.cancel', { jobId: id });
	});
});
