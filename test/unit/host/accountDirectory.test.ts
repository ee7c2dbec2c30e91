import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type * as vscode from 'vscode';
import type { Http } from '../../../src/core/network/http';
import { AccountDirectory } from '../../../src/host/accountDirectory';
import type { EmbeddedSandbox } from '../../../src/host/embeddedSandbox';
import { KeyRing } from '../../../src/host/keyRing';
import type { Settings } from '../../../src/host/settings';
import { RecordingLog } from '../core/support/recordingLog';

const oldKey = 'tsk_old_key_000001';
const newKey = 'tsk_new_key_000002';

function digest(key: string): string {
	return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

/** A directory whose one key a test changes, and whose calls a test answers. */
function directory(environment: NodeJS.ProcessEnv, http: Http = () => Promise.reject(new Error('no call'))) {
	const kept = new Map<string, string>();
	let changed: (event: vscode.SecretStorageChangeEvent) => void = () => {};
	const secrets = {
		get: async (name: string) => kept.get(name),
		onDidChange: (listener: typeof changed) => {
			changed = listener;
			return { dispose() {} };
		},
	} as unknown as vscode.SecretStorage;
	const settings = {
		account: '',
		tripoBaseUrl: 'https://openapi.tripo3d.ai/v3',
		meshyBaseUrl: 'https://api.meshy.ai',
		onDidChangeAccount: () => ({ dispose() {} }),
	} as unknown as Settings;
	const accounts = new AccountDirectory(
		settings,
		new KeyRing(secrets, environment),
		{} as EmbeddedSandbox,
		http,
		new RecordingLog(),
		'test',
		{ get: () => undefined, set: async () => {} },
	);
	const setKey = (key: string): void => {
		kept.set('propsmith.tripo.key', key);
		changed({ key: 'propsmith.tripo.key' });
	};
	return { accounts, setKey };
}

describe('Accounts and their keys', () => {
	it('never answer with a key that was replaced while its region was looked for', async () => {
		const answers: (() => void)[] = [];
		const asked: string[] = [];
		const http: Http = async ({ headers = {} }) => {
			asked.push(headers.authorization ?? '');
			await new Promise<void>((answer) => answers.push(answer));
			const body = JSON.stringify({ code: 0, data: { balance: 1, frozen: 0 } });
			return {
				status: 200,
				headers: {},
				body: (async function* () {})(),
				text: async () => body,
				discard() {},
			};
		};
		const { accounts, setKey } = directory({}, http);
		setKey(oldKey);
		const connection = accounts.connect('tripo');
		await until(() => answers.length === 1);
		setKey(newKey);
		answers[0]?.();
		await until(() => answers.length === 2);
		answers[1]?.();
		assert.equal((await connection).account, digest(newKey));
		assert.deepEqual(asked, [`Bearer ${oldKey}`, `Bearer ${newKey}`]);
	});

	for (const [variable, provider, text, code] of [
		['TRIPO_API_KEY', 'tripo', 'tcli_0123456789abcdef', 'keyIsClientId'],
		['TRIPO_API_KEY', 'tripo', 'tsk_012345678\u0430\u0007', 'keyMalformed'],
		['MESHY_API_KEY', 'meshy', 'msy_****************', 'keyMalformed'],
	] as const)
		it(`explain ${JSON.stringify(text)} in ${variable}, and send nothing`, async () => {
			const { accounts } = directory({ [variable]: text });
			assert.equal(await accounts.current(), provider);
			await assert.rejects(accounts.connect(provider), { code });
			await assert.rejects(accounts.connectWith(provider, text), { code });
		});
});

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((turn) => setImmediate(turn));
}
