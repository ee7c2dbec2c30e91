import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { KeyRing } from '../../../src/host/keyRing';
import { makeAccounts } from '../../../src/host/makeAccounts';
import { defaultAccountSettings } from '../core/support/accountSettings';
import { RecordingLog } from '../core/support/recordingLog';

/** The accounts of somebody whose keys stand in the environment. */
function accountsIn(environment: NodeJS.ProcessEnv) {
	const secrets: vscode.SecretStorage = {
		get: async () => undefined,
		store: () => assert.fail('no key is kept'),
		delete: () => assert.fail('no key is removed'),
		onDidChange: () => ({ dispose() {} }),
	};
	const state: vscode.Memento = {
		keys: () => [],
		get: <T>(_: string, otherwise?: T) => otherwise,
		update: async () => {},
	};
	return makeAccounts(state, {
		settings: defaultAccountSettings,
		keys: new KeyRing(secrets, environment),
		sandbox: { baseUrl: async () => assert.fail('no sandbox is needed'), speed: 1 },
		http: () => Promise.reject(new Error('no call')),
		log: new RecordingLog(),
		userAgent: 'test',
	});
}

describe('Accounts whose keys stand in the environment', () => {
	for (const [variable, provider, text, code] of [
		['TRIPO_API_KEY', 'tripo', 'tcli_0123456789abcdef', 'keyIsClientId'],
		['TRIPO_API_KEY', 'tripo', 'tsk_012345678\u0430\u0007', 'keyMalformed'],
		['MESHY_API_KEY', 'meshy', 'msy_****************', 'keyMalformed'],
	] as const)
		it(`explain ${JSON.stringify(text)} in ${variable}, and send nothing`, async () => {
			const accounts = accountsIn({ [variable]: text });
			assert.equal(await accounts.current(), provider);
			await assert.rejects(accounts.connect(provider), { code });
			await assert.rejects(accounts.connectWith(provider, text), { code });
		});
});
