import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { AccountDirectory } from '../../../../src/core/accounts/accountDirectory';
import type { FoundKey, KeyStore } from '../../../../src/core/accounts/keyStore';
import { Emitter } from '../../../../src/core/base/events';
import type { PaidProviderId } from '../../../../src/core/model/account';
import type { Http } from '../../../../src/core/network/http';
import { defaultAccountSettings } from '../support/accountSettings';
import { RecordingLog } from '../support/recordingLog';

const oldKey = 'tsk_old_key_000001';
const newKey = 'tsk_new_key_000002';

function digest(key: string): string {
	return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

/** A directory whose one key a test changes, and whose calls a test answers. */
function directory(http: Http) {
	const changed = new Emitter<PaidProviderId>();
	let kept: FoundKey | undefined;
	const keys: KeyStore = { find: async () => kept, onDidChange: changed.event };
	const accounts = new AccountDirectory({
		settings: defaultAccountSettings,
		keys,
		sandbox: { baseUrl: async () => assert.fail('no sandbox is needed'), speed: 1 },
		http,
		log: new RecordingLog(),
		userAgent: 'test',
		regionMemory: { get: () => undefined, set: async () => {} },
	});
	const setKey = (key: string): void => {
		kept = { source: 'stored', key };
		changed.fire('tripo');
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
		const { accounts, setKey } = directory(http);
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
});

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((turn) => setImmediate(turn));
}
