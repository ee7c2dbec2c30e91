import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { KeyRing } from '../../../src/host/keyRing';

/** Secrets that a test keeps waiting: each call goes on when it is let. */
class SlowSecrets {
	readonly kept = new Map<string, string>();
	private readonly waiting: (() => void)[] = [];

	async get(name: string): Promise<string | undefined> {
		return this.kept.get(name);
	}

	async store(name: string, text: string): Promise<void> {
		await new Promise<void>((go) => this.waiting.push(go));
		this.kept.set(name, text);
	}

	async delete(name: string): Promise<void> {
		await new Promise<void>((go) => this.waiting.push(go));
		this.kept.delete(name);
	}

	/** Lets every call go on, the newest first, until none comes. */
	async letGo(): Promise<void> {
		for (let rounds = 0; rounds < 20; rounds++) {
			this.waiting.pop()?.();
			await new Promise((done) => setImmediate(done));
		}
	}
}

const first = 'tsk_first_key_0001';
const second = 'tsk_second_key_0002';

function ring(environment: NodeJS.ProcessEnv = {}): { keys: KeyRing; secrets: SlowSecrets } {
	const secrets = new SlowSecrets();
	return { secrets, keys: new KeyRing(secrets as unknown as vscode.SecretStorage, environment) };
}

describe('Updates of a key', () => {
	it('end in the order in which they were asked for, however long each takes', async () => {
		const { keys, secrets } = ring();
		const updates = [
			keys.store('tripo', first, keys.ticket()),
			keys.clear('tripo', keys.ticket()),
			keys.store('tripo', second, keys.ticket()),
		];
		await secrets.letGo();
		assert.deepEqual(await Promise.all(updates), [true, true, true]);
		assert.deepEqual(await keys.find('tripo'), { source: 'stored', key: second });
	});

	it('do not undo a later one whose check was quicker', async () => {
		const { keys, secrets } = ring();
		const [early, late, meshys] = [keys.ticket(), keys.ticket(), keys.ticket()];
		const kept = keys.store('tripo', second, late);
		const other = keys.store('meshy', 'msy_0123456789ab', meshys);
		const tooLate = keys.store('tripo', first, early);
		await secrets.letGo();
		assert.deepEqual(await Promise.all([kept, other, tooLate]), [true, true, false]);
		assert.deepEqual(await keys.find('tripo'), { source: 'stored', key: second });
	});

	it('go on after one that failed', async () => {
		const { keys, secrets } = ring();
		secrets.get = async () => undefined;
		const forgotten = assert.rejects(keys.store('tripo', first, keys.ticket()), { code: 'keyNotKept' });
		const cleared = keys.clear('tripo', keys.ticket());
		await secrets.letGo();
		await forgotten;
		assert.equal(await cleared, true);
	});
});

describe('Keys that are found', () => {
	it('are mended, wherever they come from', async () => {
		const { keys, secrets } = ring({ TRIPO_API_KEY: ` “${first}”\r\n`, MESHY_API_KEY: '\u200B' });
		assert.deepEqual(await keys.find('tripo'), { source: 'environment', key: first });
		secrets.kept.set('propsmith.tripo.key', `Bearer ${second}\u00A0`);
		assert.deepEqual(await keys.find('tripo'), { source: 'stored', key: second });
	});

	it('explain what cannot be a key, with the variable that has it', async () => {
		const { keys } = ring({ TRIPO_API_KEY: 'tcli_0123456789abcdef', MESHY_API_KEY: first });
		for (const [provider, code, words] of [
			['tripo', 'keyIsClientId', /TRIPO_API_KEY.*starts with tsk_/s],
			['meshy', 'keyMalformed', /key of Tripo, not of Meshy.*MESHY_API_KEY/s],
		] as const) {
			const found = await keys.find(provider);
			assert.ok(found && 'refused' in found);
			assert.equal(found.refused.code, code);
			assert.match(found.refused.message, words);
		}
	});
});
