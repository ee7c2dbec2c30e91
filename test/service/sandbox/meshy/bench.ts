import { encode } from 'fast-png';
import type { SandboxOptions } from '../../../../src/sandbox/options';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/sandbox';

/** What tests read of a task. What is not here they read from the JSON itself. */
export interface TaskJson {
	[field: string]: unknown;
	id: string;
	type: string;
	status: string;
	progress: number;
	preceding_tasks: number;
	created_at: number;
	started_at: number;
	finished_at: number;
	expires_at: number;
	consumed_credits: number;
	task_error: { type?: string; code?: string; message: string; doc_url?: string } | null;
	model_urls: Record<string, string>;
	texture_urls: Record<string, string>[];
	thumbnail_url: string;
	image_urls: string[];
	result: Record<string, string> & { basic_animations: Record<string, string> };
}

/** An answer whose body has been read: as JSON, or as what it is when it is none. */
export interface Answer<Body = Record<string, unknown> & { message?: string; result?: string }> {
	status: number;
	headers: Headers;
	body: Body;
}

export const key = 'msy_bench00001';

export const crate = { mode: 'preview', prompt: 'a wooden crate', target_formats: ['glb'] };

/** Paths by the names of their resources. */
export function pathOf(resource: string): string {
	return `/openapi/${resource === 'text-to-3d' ? 'v2' : 'v1'}/${resource}`;
}

/** A running sandbox and a plain client of its Meshy. Its clock stands still unless a test says otherwise. */
export class MeshyBench {
	constructor(readonly sandbox: Sandbox) {}

	async call<Body = Answer['body']>(
		method: string,
		path: string,
		body?: unknown,
		asKey = key,
	): Promise<Answer<Body>> {
		const response = await fetch(this.sandbox.meshy + path, {
			method,
			headers: {
				Authorization: `Bearer ${asKey}`,
				...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: parsed(text) as Body };
	}

	post(resource: string, body: unknown, asKey = key): Promise<Answer> {
		return this.call('POST', pathOf(resource), body, asKey);
	}

	/** Asks for a preview of a wooden crate, as GLB only. */
	preview(extra: Record<string, unknown> = {}, asKey = key): Promise<Answer> {
		return this.post('text-to-3d', { ...crate, ...extra }, asKey);
	}

	/** Makes a task and gives its id. */
	async make(resource: string, body: unknown, asKey = key): Promise<string> {
		const answer = await this.post(resource, body, asKey);
		if (answer.status !== 202 || !answer.body.result) {
			throw new Error(`no task: ${answer.status} ${JSON.stringify(answer.body)}`);
		}
		return answer.body.result;
	}

	async makePreview(extra: Record<string, unknown> = {}, asKey = key): Promise<string> {
		return this.make('text-to-3d', { ...crate, ...extra }, asKey);
	}

	async look(resource: string, id: string, asKey = key): Promise<TaskJson> {
		return (await this.call<TaskJson>('GET', `${pathOf(resource)}/${id}`, undefined, asKey)).body;
	}

	/** Makes a task, lets it end, and gives it. */
	async done(resource: string, body: unknown, asKey = key): Promise<TaskJson> {
		const id = await this.make(resource, body, asKey);
		await this.advance(1000);
		return this.look(resource, id, asKey);
	}

	async balance(asKey = key): Promise<number> {
		return (await this.call<{ balance: number }>('GET', '/openapi/v1/balance', undefined, asKey)).body
			.balance;
	}

	async control(
		path: string,
		body?: unknown,
		method = body === undefined ? 'GET' : 'POST',
	): Promise<Record<string, unknown>> {
		const response = await fetch(this.sandbox.control + path, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		return { httpStatus: response.status, ...((await response.json()) as object) };
	}

	async advance(seconds: number): Promise<void> {
		await this.control('/clock', { advanceSeconds: seconds });
	}

	async faults(...steps: object[]): Promise<void> {
		const answer = await this.control('/faults', steps);
		if (answer.httpStatus !== 200) {
			throw new Error(String(answer.error));
		}
	}

	async ledger(): Promise<Ledger> {
		return (await this.control('/ledger')) as unknown as Ledger;
	}
}

export interface Ledger {
	accounts: {
		service: string;
		key: string;
		balance: number;
		charged: number;
		refunded: number;
		tasksMade: number;
		active: number;
		peakConcurrent: number;
		plan?: string;
	}[];
	entries: { service: string; account: string; taskId: string; kind: string; credits: number }[];
	tasks: {
		service: string;
		taskId: string;
		type: string;
		status: string;
		prompt?: string;
		price: number;
		charged: number;
	}[];
}

/** A fresh sandbox for every test of the surrounding suite; nobody is held up by the request rate. */
export function freshBench(options: SandboxOptions = {}): () => MeshyBench {
	let bench: MeshyBench | undefined;
	beforeEach(async () => {
		bench = new MeshyBench(await startSandbox({ speed: 0, seed: 7, ...options }));
		await bench.control('/accounts', { requestsPerSecond: 100_000 });
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
export function png(width = 64, height = 64, shade = 90): Uint8Array {
	return encode({ width, height, channels: 3, data: new Uint8Array(width * height * 3).fill(shade) });
}

export function dataUri(bytes: Uint8Array, mediaType = 'image/png'): string {
	return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
}

export async function bytesOf(link: string | undefined): Promise<Buffer> {
	const response = await fetch(link ?? '');
	if (response.status !== 200) {
		throw new Error(`no file: ${response.status} ${await response.text()}`);
	}
	return Buffer.from(await response.arrayBuffer());
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
