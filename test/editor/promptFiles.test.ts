import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { JobHandle } from '../../src/host/api';
import { openPaidAccount, type PaidAccount } from './support/paidAccount';
import { gameFile, propsmith } from './support/propsmith';

const prompts = ['Fässchen', '木の樽', 'crate'];
const list = `# Dorf\r\n- [ ] ${prompts.join('\r\n- [ ] ')}\r\n`;

/** Shift-JIS and GBK of 木の樽, 木桶 and 铁门, which Node cannot write. */
const shiftJis = Buffer.from([0x96, 0xd8, 0x82, 0xcc, 0x92, 0x4d, 0x0a]);
const gbk = Buffer.from([0xc4, 0xbe, 0xcd, 0xb0, 0x0a, 0xcc, 0xfa, 0xc3, 0xc5]);

function swapped(text: string): Buffer {
	return Buffer.from(text, 'utf16le').swap16();
}

/** The prompts of the jobs that a file became; undefined where it was refused. */
async function promptsOfJobs(file: vscode.Uri): Promise<string[] | undefined> {
	const api = await propsmith();
	const before = api.jobs.list().length;
	const request = { file, provider: 'tripo', output: gameFile('models', 'encodings') };
	const handle = await vscode.commands.executeCommand<JobHandle | undefined>(
		'propsmith.generateFromFile',
		request,
	);
	if (!handle) {
		assert.equal(api.jobs.list().length, before, 'a file that was refused made jobs');
		return undefined;
	}
	await handle.done;
	const assets = handle.jobs.map((id) => api.jobs.get(id)?.files[0]?.fsPath ?? '');
	const sidecars = assets.map((asset) => readFile(asset.replace(/glb$/, 'propsmith.json'), 'utf8'));
	return (await Promise.all(sidecars)).map((text) => JSON.parse(text).prompt);
}

describe('a file of prompts is read as VS Code reads it', () => {
	let account: PaidAccount;
	before(async () => {
		// Many jobs that nobody wants to wait for: its time passes faster than the sandbox account's.
		account = await openPaidAccount('tripo', 'tsk_editor_prompts_0001', 400);
	});
	after(() => account.close());
	let count = 0;
	const fileOf = async (bytes: string | Buffer, extension = 'txt'): Promise<vscode.Uri> => {
		const file = gameFile(`encoding-${++count}.${extension}`);
		await writeFile(file.fsPath, bytes);
		return file;
	};
	const files = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('files');
	const setEncoding = (encoding: string | undefined): Thenable<void> =>
		files().update('encoding', encoding, vscode.ConfigurationTarget.Global);
	afterEach(() => setEncoding(undefined));

	const marked: readonly [what: string, bytes: () => Buffer][] = [
		['UTF-8', () => Buffer.from(list)],
		['UTF-8 with a byte order mark', () => Buffer.from(`\uFEFF${list}`)],
		['UTF-16 little-endian with a byte order mark', () => Buffer.from(`\uFEFF${list}`, 'utf16le')],
		['UTF-16 big-endian with a byte order mark', () => swapped(`\uFEFF${list}`)],
	];
	for (const [what, bytes] of marked)
		it(`in ${what}`, async () => assert.deepEqual(await promptsOfJobs(await fileOf(bytes())), prompts));

	it('in UTF-16 without a mark, which VS Code finds out by itself where it is Latin', async () => {
		assert.deepEqual(await promptsOfJobs(await fileOf(Buffer.from('crate\n', 'utf16le'))), ['crate']);
	});

	const told: readonly [encoding: string, bytes: Buffer, expected: string[]][] = [
		['utf16le', Buffer.from(list, 'utf16le'), prompts],
		['utf16be', swapped(list), prompts],
		['iso88591', Buffer.from('Fässchen\nCaf\u00E9\n', 'latin1'), ['Fässchen', 'Café']],
		['shiftjis', shiftJis, ['木の樽']],
		['gbk', gbk, ['木桶', '铁门']],
	];
	for (const [encoding, bytes, expected] of told)
		it(`in ${encoding} without a mark, when files.encoding says so, and is refused otherwise`, async () => {
			const file = await fileOf(bytes);
			const noise = await promptsOfJobs(file);
			// VS Code guesses UTF-16 by itself where the text is Latin; never may there be anything but the truth.
			assert.ok(noise === undefined || JSON.stringify(noise) === JSON.stringify(expected), String(noise));
			await setEncoding(encoding);
			assert.deepEqual(await promptsOfJobs(file), expected);
		});

	it('as an editor shows it, saved or not', async () => {
		const file = await fileOf('old barrel\n');
		const document = await vscode.workspace.openTextDocument(file);
		await vscode.window.showTextDocument(document);
		const edit = new vscode.WorkspaceEdit();
		edit.replace(file, new vscode.Range(0, 0, 0, 3), 'new');
		await vscode.workspace.applyEdit(edit);
		assert.ok(document.isDirty);
		assert.deepEqual(await promptsOfJobs(file), ['new barrel']);
		await document.save();
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});

	it('as it is on the disk now, though VS Code read it a moment ago', async () => {
		const file = await fileOf('old barrel\n');
		await vscode.workspace.openTextDocument(file);
		await writeFile(file.fsPath, 'newest barrel\n');
		assert.deepEqual(await promptsOfJobs(file), ['newest barrel']);
	});

	const refused: readonly [what: string, bytes: string | Buffer][] = [
		['bytes of no encoding', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a, 0x62, 0x0a])],
		['a NUL', 'barrel\ncr\u0000ate\n'],
		['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0])],
		['no prompt', '# nothing\n\n---\n\u200B\n'],
		['more prompts than anybody means', 'crate\n'.repeat(1001)],
		['five megabytes', Buffer.alloc(5 * 1024 * 1024, 0x61)],
	];
	for (const [what, bytes] of refused)
		it(`and is refused with ${what}, before anything is paid`, async () =>
			assert.equal(await promptsOfJobs(await fileOf(bytes)), undefined));

	it('and is refused where there is none, or a folder', async () => {
		assert.equal(await promptsOfJobs(gameFile('no-such-list.txt')), undefined);
		assert.equal(await promptsOfJobs(gameFile('art')), undefined);
	});
});
