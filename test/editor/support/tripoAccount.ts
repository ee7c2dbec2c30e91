import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { withSetting } from './propsmith';

/** A Tripo account at a sandbox of its own, which the extension takes for the real service. */
export interface TripoAccount {
	readonly sandbox: Sandbox;
	/** Calls the sandbox's control API. */
	control<T>(path: string, body?: unknown): Promise<T>;
	close(): Promise<void>;
}

/** Points the extension's Tripo account at a fresh sandbox, with the key in the environment. */
export async function openTripoAccount(key: string, speed = 100): Promise<TripoAccount> {
	const sandbox = await startSandbox({ speed });
	const restoreUrl = await withSetting('tripo.baseUrl', sandbox.tripo);
	const before = process.env.TRIPO_API_KEY;
	process.env.TRIPO_API_KEY = key;
	return {
		sandbox,
		control: async <T>(path: string, body?: unknown): Promise<T> => {
			const answer = await fetch(`${sandbox.control}${path}`, {
				method: body === undefined ? 'GET' : 'POST',
				...(body === undefined
					? {}
					: { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
			});
			if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
			return (await answer.json()) as T;
		},
		close: async () => {
			if (before === undefined) delete process.env.TRIPO_API_KEY;
			else process.env.TRIPO_API_KEY = before;
			await restoreUrl();
			await sandbox.close();
		},
	};
}
