import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { withSetting } from './propsmith';

/** An account at a sandbox of its own, which the extension takes for the real service. */
export interface PaidAccount {
	readonly sandbox: Sandbox;
	/** Calls the sandbox's control API. */
	control<T>(path: string, body?: unknown): Promise<T>;
	close(): Promise<void>;
}

const variables = { tripo: 'TRIPO_API_KEY', meshy: 'MESHY_API_KEY' } as const;

/** Points the extension's account at a fresh sandbox, with the key in the environment. */
export async function openPaidAccount(
	provider: 'tripo' | 'meshy',
	key: string,
	speed = 100,
): Promise<PaidAccount> {
	return usePaidAccount(provider, key, await startSandbox({ speed, fileAuthorization: 'refused' }));
}

/** The same with a sandbox that is there already, under the base URL by which it is reached. */
export async function usePaidAccount(
	provider: 'tripo' | 'meshy',
	key: string,
	sandbox: Sandbox,
	baseUrl = sandbox[provider],
): Promise<PaidAccount> {
	const restoreUrl = await withSetting(`${provider}.baseUrl`, baseUrl);
	const variable = variables[provider];
	const before = process.env[variable];
	process.env[variable] = key;
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
			if (before === undefined) delete process.env[variable];
			else process.env[variable] = before;
			await restoreUrl();
			await sandbox.close();
		},
	};
}
