import { strict as assert } from 'node:assert';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { assertValidGlb } from '../harness/assertValidGlb';
import { openPaidAccount, type PaidAccount } from './support/paidAccount';
import { gameFile, jobWhen, made, propsmith } from './support/propsmith';

interface Ledger {
	readonly accounts: readonly { readonly balance: number; readonly peakConcurrent: number }[];
	readonly entries: readonly { readonly kind: string; readonly credits: number }[];
	readonly tasks: readonly { readonly status: string }[];
}

const barrel = { operation: 'textToModel', prompt: 'barrel' } as const;

describe('a Tripo account', () => {
	let account: PaidAccount;

	beforeEach(async () => {
		account = await openPaidAccount('tripo', 'tsk_editor_tests_0001');
	});
	afterEach(() => account.close());

	it('makes a model for the price that was estimated', async () => {
		const job = await made(barrel);
		assert.equal(job.error?.message, undefined);
		assert.equal(job.credits, job.estimate);
		const { entries } = await account.control<Ledger>('/ledger');
		assert.deepEqual(
			entries.map(({ kind, credits }) => [kind, credits]),
			[
				['freeze', 20],
				['charge', 20],
			],
		);
	});

	it('keeps 25 prompts at once within the ten slots, and loses none', async () => {
		const api = await propsmith();
		const handles = await Promise.all(
			Array.from({ length: 25 }, (_, index) => api.generate({ ...barrel, prompt: `crate number ${index}` })),
		);
		const jobs = await Promise.all(handles.map(({ done }) => done));
		assert.deepEqual([...new Set(jobs.map(({ state }) => state))], ['done']);
		for (const job of jobs) await assertValidGlb(job.files[0]?.fsPath ?? '');
		assert.equal(new Set(jobs.map(({ files }) => String(files[0]))).size, 25);
		const { accounts, tasks } = await account.control<Ledger>('/ledger');
		assert.equal(tasks.length, 25);
		assert.equal(accounts[0]?.peakConcurrent, 10);
	});

	it('holds a job for want of credits, says so, and goes on when there are some', async () => {
		await account.control('/accounts', { key: 'tsk_editor_tests_0001', balance: 5 });
		const api = await propsmith();
		const { id, done } = await api.generate(barrel);
		const held = await done;
		assert.equal(held.state, 'blocked');
		assert.match(
			held.error?.message ?? '',
			/API credits are used up.*No credits were used.*Top up API credits/s,
		);
		await account.control('/accounts', { key: 'tsk_editor_tests_0001', balance: 500 });
		// Looking at the balance is how a user checks that the top-up arrived.
		await vscode.commands.executeCommand('propsmith.showBalance');
		const { state } = await jobWhen(id, (job) => job.state === 'done' || job.state === 'failed');
		assert.equal(state, 'done');
	});

	it('tells a refused prompt apart from a failure', async () => {
		const job = await made({ ...barrel, prompt: 'sandbox-refuse barrel' });
		assert.equal(job.state, 'refused');
		assert.match(job.error?.message ?? '', /content check refused.*No credits were used.*Change the input/s);
	});

	it('holds jobs for a wrong key and goes on with the right one', async () => {
		process.env.TRIPO_API_KEY = 'tsk_invalid_key_0001';
		const api = await propsmith();
		const { id, done } = await api.generate(barrel);
		const held = await done;
		assert.equal(held.error?.code, 'keyRejected');
		assert.match(held.error?.message ?? '', /does not accept the API key/);
		process.env.TRIPO_API_KEY = 'tsk_editor_tests_0001';
		await vscode.commands.executeCommand('propsmith.retry', { jobId: id });
		const { state } = await jobWhen(id, (job) => job.state === 'done');
		assert.equal(state, 'done');
	});

	it('blocks before anything is paid when the output folder is a file', async () => {
		const path = gameFile('taken').fsPath;
		await writeFile(path, '');
		try {
			const job = await made({ ...barrel, output: gameFile('taken', 'below') });
			assert.equal(job.error?.code, 'folderUnwritable');
			assert.match(job.error?.message ?? '', /No credits were used/);
			assert.deepEqual((await account.control<Ledger>('/ledger')).tasks, []);
		} finally {
			await rm(path);
		}
	});

	it('keeps the key and signed links out of the sidecar and the record', async () => {
		const job = await made({ ...barrel, output: gameFile('canary') });
		const text = await readFile(gameFile('canary', 'barrel.propsmith.json').fsPath, 'utf8');
		for (const written of [text, JSON.stringify(job)]) {
			assert.doesNotMatch(written, /tsk_/);
			assert.doesNotMatch(written, /Signature|Policy|https?:/);
		}
	});
});
