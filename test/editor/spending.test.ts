import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { JobHandle } from '../../src/host/api';
import { openPaidAccount, type PaidAccount } from './support/paidAccount';
import { gameFile, jobWhen, made, propsmith, withSetting } from './support/propsmith';

const key = 'tsk_editor_money_0001';
const barrel = { operation: 'textToModel', prompt: 'barrel' } as const;

describe('spending', () => {
	let account: PaidAccount;
	const restores: (() => Promise<void>)[] = [];
	const handles: JobHandle[] = [];
	const set = async (setting: string, value: unknown): Promise<void> => {
		restores.push(await withSetting(setting, value));
	};

	beforeEach(async () => {
		account = await openPaidAccount('tripo', key);
	});
	afterEach(async () => {
		for (const restore of restores.splice(0).reverse()) await restore();
		// What goes on after its sandbox is gone would hold slots of the tests that follow.
		for (const { done } of handles.splice(0)) await done;
		await account.close();
	});

	/** The rows of the export, each by the names of its columns. */
	async function exported(): Promise<Record<string, string>[]> {
		const file = gameFile('spending.csv');
		await vscode.commands.executeCommand('propsmith.exportSpending', file);
		const [header = '', ...rows] = (await readFile(file.fsPath, 'utf8')).trimEnd().split('\r\n');
		const names = header.split(',');
		return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [names[at], cell])));
	}
	/** `passed`, or the code of the refusal. */
	async function generate(request = {}): Promise<unknown> {
		try {
			handles.push(await (await propsmith()).generate({ ...barrel, ...request }));
			return 'passed';
		} catch (error) {
			return (error as { code?: string }).code;
		}
	}

	it('is exported by task, with what it was to cost and what it did', async () => {
		await account.control('/accounts', { key, discount: 0.9 });
		const before = (await exported()).length;
		const job = await made(barrel);
		await vscode.commands.executeCommand('propsmith.remove', { jobId: job.id });
		const rows = await exported();
		assert.equal(rows.length, before + 1, 'a job that is removed from the list stays in the ledger');
		const { provider, operation, model, status, estimate, charge, net, task, workspace, folder } =
			rows.at(-1) ?? {};
		assert.deepEqual(
			{ provider, operation, model, status, estimate, charge, net, task, workspace, folder },
			{
				provider: 'tripo',
				operation: 'textToModel',
				model: 'v3.1-20260211',
				status: 'made',
				estimate: '20',
				charge: '18',
				net: '18',
				task: job.taskId,
				workspace: gameFile().fsPath,
				folder: gameFile('assets', 'generated').fsPath,
			},
		);
	});

	it('has no place for the sandbox, which is free', async () => {
		const before = await exported();
		await made({ ...barrel, provider: 'sandbox' });
		assert.deepEqual(await exported(), before);
	});

	it('keeps to the limit of a day, as it is set at the moment', async () => {
		const spent = (await exported()).reduce((sum, { net }) => sum + Number(net), 0);
		await set('dailyCreditLimit', spent + 39);
		const jobs = await Promise.all([generate(), generate()]);
		assert.deepEqual(jobs.sort(), ['dailyLimitReached', 'passed']);
		assert.equal(await generate({ provider: 'sandbox' }), 'passed');
		await set('dailyCreditLimit', spent + 40);
		assert.equal(await generate(), 'passed');
	});

	it('keeps to the limit of the workspace folder, wherever the files go', async () => {
		const spent = (await exported()).reduce((sum, { net }) => sum + Number(net), 0);
		await set('workspaceCreditLimit', spent + 1000);
		assert.equal(await generate(), 'passed');
		await set('workspaceCreditLimit', 10);
		assert.equal(await generate(), 'workspaceLimitReached');
		assert.equal(await generate({ output: vscode.Uri.file('/elsewhere') }), 'workspaceLimitReached');
	});

	it('refuses in words, and takes what is no number for no leave to spend', async () => {
		await set('dailyCreditLimit', '1000');
		const api = await propsmith();
		await assert.rejects(api.generate(barrel), (error: Error) => {
			assert.match(error.message, /limit of credits a day \(limit 0 credits.*this asks for 20\)/);
			assert.match(error.message, /No credits were used\..*propsmith\.dailyCreditLimit/);
			return true;
		});
	});

	it('stops with “spend nothing”, and goes on without it', async () => {
		await account.control('/clock', { speed: 1 });
		for (let count = 0; count < 11; count++) await generate();
		const [first = '', last = ''] = [handles[0]?.id, handles[10]?.id];
		await jobWhen(first, ({ state }) => state === 'running');
		await set('spendNothing', true);
		const held = await jobWhen(last, ({ state }) => state === 'blocked');
		assert.match(held.error?.message ?? '', /“spend nothing” is switched on.*Waiting jobs are kept/);
		assert.equal(await generate(), 'spendingOff');
		assert.equal(await generate({ provider: 'sandbox' }), 'passed');
		await restores.pop()?.();
		await account.control('/clock', { speed: 100 });
		await jobWhen(last, ({ state }) => state === 'done');
	});

	it('asks the balance of every account with a key', async () => {
		await account.control('/accounts', { key, balance: 123.45 });
		const answer =
			await vscode.commands.executeCommand<Record<string, { available: number }>>('propsmith.refreshBalance');
		assert.deepEqual(
			Object.entries(answer).map(([provider, { available }]) => [provider, available]),
			[['tripo', 123.45]],
		);
	});
});
