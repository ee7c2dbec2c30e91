import type { SandboxOptions } from '../../src/sandbox/options';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox';
import { lookUpJson } from '../harness/lookUp';

export type TestSandboxOptions = SandboxOptions;

export interface Ledger {
	readonly accounts: readonly {
		readonly service: 'tripo' | 'meshy';
		readonly balance: number;
		readonly frozen: number;
		readonly charged: number;
		readonly refunded: number;
		readonly tasksMade: number;
		readonly active: number;
		readonly peakConcurrent: number;
	}[];
	readonly entries: readonly { readonly kind: string; readonly credits: number; readonly taskId: string }[];
	readonly tasks: readonly {
		readonly taskId: string;
		readonly type: string;
		readonly status: string;
		readonly prompt?: string;
		readonly price: number;
		/** Less what was given back. */
		readonly charged: number;
	}[];
}

export interface SeenRequest {
	readonly origin: 'api' | 'files';
	readonly method: string;
	readonly path: string;
	readonly status: number | null;
	readonly code: number | null;
	/** Of the task that it made or asked for. */
	readonly taskId: string | null;
	readonly authorization: boolean;
	readonly range: string | null;
	/** As JSON; null for anything else. */
	readonly body: Readonly<Record<string, unknown>> | null;
}

/** A sandbox and its control API. */
export class SandboxUnderTest {
	readonly lines: string[] = [];

	private constructor(private readonly sandbox: Sandbox) {}

	static async start(options: TestSandboxOptions): Promise<SandboxUnderTest> {
		// Law 4 of the design: with a key in a request to the file host, nothing arrives.
		return new SandboxUnderTest(await startSandbox({ seed: 7, fileAuthorization: 'refused', ...options }));
	}

	get tripo(): string {
		return this.sandbox.tripo;
	}

	get meshy(): string {
		return this.sandbox.meshy;
	}

	/** Origin of the file host. */
	get files(): string {
		return this.sandbox.files;
	}

	/** Sends a body to one of the control API's paths, such as `/faults`. */
	async control(path: string, body: unknown, method: 'POST' | 'DELETE' = 'POST'): Promise<void> {
		const response = await fetch(this.sandbox.control + path, { method, body: JSON.stringify(body) });
		if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
	}

	async ledger(): Promise<Ledger> {
		return (await lookUpJson(`${this.sandbox.control}/ledger`)) as Ledger;
	}

	async requests(): Promise<readonly SeenRequest[]> {
		const answer = await lookUpJson(`${this.sandbox.control}/requests`);
		return (answer as { requests: SeenRequest[] }).requests;
	}

	/** The paid POSTs that arrived. */
	async posts(): Promise<readonly SeenRequest[]> {
		const paid = /^\/(v3\/(generation|models|mesh|animations)|openapi)\//;
		return (await this.requests()).filter(
			({ origin, method, path }) => origin === 'api' && method === 'POST' && paid.test(path),
		);
	}

	/** The JSON bodies that arrived at such paths, in order. */
	async bodies(method: string, path: RegExp): Promise<readonly Readonly<Record<string, unknown>>[]> {
		const seen = (await this.requests()).filter(
			(request) => request.method === method && path.test(request.path),
		);
		return seen.flatMap(({ body }) => (body === null ? [] : [body]));
	}

	async downloads(): Promise<readonly SeenRequest[]> {
		return (await this.requests()).filter(({ origin }) => origin === 'files');
	}

	/** What the account was charged in all, and how many tasks it made. */
	async bill(): Promise<{ charged: number; tasks: number }> {
		const { accounts } = await this.ledger();
		return {
			charged: accounts.reduce((sum, { charged }) => sum + charged, 0),
			tasks: accounts.reduce((sum, { tasksMade }) => sum + tasksMade, 0),
		};
	}

	close(): Promise<void> {
		return this.sandbox.close();
	}
}
