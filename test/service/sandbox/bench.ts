import { encode } from 'fast-png';
import type { SandboxOptions } from '../../../src/sandbox/options';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';

/** An answer whose body has been read as JSON; `data` is the envelope's. */
export interface Answer {
	status: number;
	headers: Headers;
	// The answers are judged by the tests themselves; typing them here would hide what really comes.
	body: Record<string, unknown> & { code?: number; message?: string };
	data: Record<string, unknown>;
}

interface Call {
	key?: string;
	body?: unknown;
	headers?: Record<string, string>;
}

export const key = 'tsk_bench-0001';
export const model = 'v3.1-20260211';

/** A running sandbox and a plain client for it. Its clock stands still unless a test says otherwise. */
export class Bench {
	constructor(readonly sandbox: Sandbox) {}

	async call(
		method: string,
		path: string,
		{ key: asKey = key, body, headers = {} }: Call = {},
	): Promise<Answer> {
		const response = await fetch(this.sandbox.tripo + path, {
			method,
			headers: {
				Authorization: `Bearer ${asKey}`,
				...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
				...headers,
			},
			...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const json = (await response.json()) as Answer['body'];
		return {
			status: response.status,
			headers: response.headers,
			body: json,
			data: json.data as Answer['data'],
		};
	}

	async control(
		path: string,
		body?: unknown,
		method = body === undefined ? 'GET' : 'POST',
	): Promise<Answer['body']> {
		const response = await fetch(this.sandbox.control + path, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		return { httpStatus: response.status, ...((await response.json()) as object) };
	}

	/** Asks for a text-to-model task. */
	generate(extra: Record<string, unknown> = {}, asKey = key): Promise<Answer> {
		return this.call('POST', '/generation/text-to-model', {
			key: asKey,
			body: { prompt: 'a wooden crate', model, ...extra },
		});
	}

	/** Makes a text-to-model task and gives its id. */
	async task(extra: Record<string, unknown> = {}, asKey = key): Promise<string> {
		const answer = await this.generate(extra, asKey);
		if (answer.status !== 200) {
			throw new Error(`no task: ${JSON.stringify(answer.body)}`);
		}
		return answer.data.task_id as string;
	}

	async look(taskId: string, asKey = key): Promise<Record<string, unknown>> {
		return (await this.call('GET', `/tasks/${taskId}`, { key: asKey })).data;
	}

	async advance(seconds: number): Promise<void> {
		await this.control('/clock', { advanceSeconds: seconds });
	}

	/** Makes a task, lets it succeed and gives a fresh link to its model. */
	async link(): Promise<string> {
		const id = await this.task();
		await this.advance(1000);
		return this.modelLink(id);
	}

	async modelLink(taskId: string): Promise<string> {
		return ((await this.look(taskId)).output as { model_url: string }).model_url;
	}

	/** Uploads a file as multipart. */
	async upload(name: string, bytes: Uint8Array, asKey = key): Promise<Answer> {
		const form = new FormData();
		form.append('file', new Blob([new Uint8Array(bytes)]), name);
		const response = await fetch(`${this.sandbox.tripo}/files`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${asKey}` },
			body: form,
		});
		const json = (await response.json()) as Answer['body'];
		return {
			status: response.status,
			headers: response.headers,
			body: json,
			data: json.data as Answer['data'],
		};
	}

	async token(name = 'front.png', bytes: Uint8Array = png(), asKey = key): Promise<string> {
		return (await this.upload(name, bytes, asKey)).data.file_token as string;
	}
}

/** A fresh sandbox for every test of the surrounding suite. */
export function freshBench(options: SandboxOptions = {}): () => Bench {
	let bench: Bench | undefined;
	beforeEach(async () => {
		bench = new Bench(await startSandbox({ speed: 0, seed: 7, ...options }));
	});
	afterEach(async () => {
		await bench?.sandbox.close();
	});
	return () => {
		if (!bench) {
			throw new Error('there is a bench only inside a test');
		}
		return bench;
	};
}

/** A valid picture of one colour. */
export function png(width = 64, height = 64): Uint8Array {
	return encode({ width, height, channels: 3, data: new Uint8Array(width * height * 3).fill(90) });
}

/** The account rows, entries and tasks of the ledger. */
export interface Ledger {
	accounts: {
		key: string;
		balance: number;
		frozen: number;
		charged: number;
		refunded: number;
		tasksMade: number;
		active: number;
		peakConcurrent: number;
	}[];
	entries: { at: number; account: string; taskId: string; kind: string; credits: number }[];
	tasks: { taskId: string; type: string; status: string; prompt?: string; price: number; charged: number }[];
}

export async function ledger(bench: Bench): Promise<Ledger> {
	return (await bench.control('/ledger')) as unknown as Ledger;
}
