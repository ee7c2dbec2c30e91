import { lookUpJson } from '../../harness/lookUp';

/** What the sandbox's ledger tells a test. */
export interface Ledger {
	readonly accounts: readonly { readonly balance: number; readonly peakConcurrent: number }[];
	readonly entries: readonly { readonly kind: string; readonly credits: number }[];
	readonly tasks: readonly { readonly taskId: string; readonly status: string; readonly type: string }[];
}

export interface SeenRequest {
	readonly origin: string;
	readonly method: string;
	readonly path: string;
	readonly status: number;
	/** As JSON; null for anything else. */
	readonly body: Readonly<Record<string, unknown>> | null;
}

/** Calls the control API of a sandbox: GET without a body, else POST. */
export async function control<T>(base: string, path: string, body?: unknown): Promise<T> {
	if (body === undefined) return (await lookUpJson(`${base}${path}`)) as T;
	const headers = { 'content-type': 'application/json' };
	const answer = await fetch(`${base}${path}`, { method: 'POST', body: JSON.stringify(body), headers });
	if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as T;
}

export async function paidPosts(base: string): Promise<SeenRequest[]> {
	const { requests } = await control<{ requests: SeenRequest[] }>(base, '/requests');
	return requests.filter(({ method, path }) => method === 'POST' && path.includes('/generation/'));
}
