import type { Clock } from '../../clock';
import type { Operation } from '../../jobs/request';
import type { Log } from '../../log';
import type { Http, HttpRequest, HttpResponse } from '../../net/http';
import { TransportError } from '../../net/http';
import { redact } from '../../net/redact';
import { retryAfterMs } from '../../net/retryAfter';
import { answeredAt } from '../../net/serviceTime';
import {
	type Balance,
	type FileToken,
	type PreparedRequest,
	type Provider,
	type RecentTask,
	ServiceError,
	type TaskKey,
	type TaskSnapshot,
} from '../provider';
import { bodyOf, callOf } from './bodies';
import { asObject, decodeBalance, decodeTask, decodeTaskList, decodeUsage, type Json } from './decode';
import { refusal } from './refusals';

const jsonTimeoutMs = 60_000;
const uploadTimeoutMs = 300_000;
/** Tripo's code for an account whose tasks are at their limit. */
const tasksAtLimit = 2000;
/** Rows of the account's usage that are looked through for a task. */
const usageRows = 50;

export interface TripoClientOptions {
	readonly http: Http;
	readonly clock: Clock;
	readonly log: Log;
	/** Up to and including `/v3`, without a slash at the end. */
	readonly baseUrl: string;
	readonly key: string;
	readonly userAgent: string;
}

type Call = Pick<HttpRequest, 'method' | 'timeoutMs' | 'freshConnection'> & {
	readonly path: string;
	readonly body?: string | Uint8Array;
	readonly contentType?: string;
};

/** What a call that worked brought. */
interface Answer {
	/** The envelope's. */
	readonly data: unknown;
	/** How far the service's clock is ahead of ours, in ms. */
	readonly aheadMs: number;
}

/** One account of Tripo's v3 API; the sandbox speaks the same. */
export class TripoClient implements Provider {
	constructor(private readonly options: TripoClientOptions) {}

	async upload(bytes: Uint8Array, fileName: string, signal: AbortSignal): Promise<FileToken> {
		const form = new FormData();
		form.append('file', new Blob([bytes], { type: mediaTypeOf(fileName) }), fileName);
		// Response writes the multipart form with its boundary, so that any HTTP library can carry it.
		const encoded = new Response(form);
		const body = new Uint8Array(await encoded.arrayBuffer());
		const contentType = encoded.headers.get('content-type') ?? 'multipart/form-data';
		const call: Call = { method: 'POST', path: '/files', timeoutMs: uploadTimeoutMs, body, contentType };
		const data = asObject((await this.send(call, signal)).data);
		const token = data?.file_token;
		if (typeof token === 'string') return token;
		throw refusal({ status: 200, message: 'the upload’s answer has no file token' });
	}

	async submit(prepared: PreparedRequest, signal: AbortSignal): Promise<string> {
		const call: Call = {
			method: 'POST',
			path: callOf(prepared.request.operation).path,
			timeoutMs: jsonTimeoutMs,
			body: JSON.stringify(bodyOf(prepared)),
			contentType: 'application/json',
			freshConnection: true,
		};
		const data = asObject((await this.send(call, signal)).data);
		if (typeof data?.task_id === 'string' && data.task_id !== '') return data.task_id;
		throw refusal({ status: 200, message: 'the answer has no task id' });
	}

	async task({ id }: TaskKey, signal: AbortSignal): Promise<TaskSnapshot> {
		const path = `/tasks/${encodeURIComponent(id)}`;
		const call: Call = { method: 'GET', path, timeoutMs: jsonTimeoutMs };
		const snapshot = decodeTask((await this.send(call, signal)).data, id);
		if (snapshot) return snapshot;
		throw refusal({ status: 200, message: 'the answer is not the task that was asked for' });
	}

	async tasks(tasks: readonly TaskKey[], signal: AbortSignal): Promise<ReadonlyMap<string, TaskSnapshot>> {
		const taskIds = tasks.map(({ id }) => id);
		const body = JSON.stringify({ task_ids: taskIds });
		const call: Call = {
			method: 'POST',
			path: '/tasks/list',
			timeoutMs: jsonTimeoutMs,
			body,
			contentType: 'application/json',
		};
		const { data } = await this.send(call, signal);
		return decodeTaskList(data, taskIds);
	}

	async balance(signal: AbortSignal): Promise<Balance> {
		const call: Call = { method: 'GET', path: '/account/balance', timeoutMs: jsonTimeoutMs };
		const balance = decodeBalance((await this.send(call, signal)).data);
		if (balance) return balance;
		throw refusal({ status: 200, message: 'the answer has no balance' });
	}

	/** From the account's spending: Tripo has no list of tasks. */
	async recentTasks(operation: Operation, signal: AbortSignal): Promise<readonly RecentTask[]> {
		const { type } = callOf(operation);
		const path = `/account/usage?limit=${usageRows}&offset=0`;
		const call: Call = { method: 'GET', path, timeoutMs: jsonTimeoutMs };
		const { data, aheadMs } = await this.send(call, signal);
		return decodeUsage(data)
			.filter((row) => row.type === type)
			.map(({ taskId, createdAt }) =>
				createdAt === undefined ? { taskId } : { taskId, createdAt: createdAt - aheadMs },
			);
	}

	/** One request. */
	private async send(call: Call, signal: AbortSignal): Promise<Answer> {
		const { http, clock, log, baseUrl, key, userAgent } = this.options;
		const started = clock.now();
		const label = `${call.method} ${call.path}`;
		try {
			const response = await http({
				method: call.method,
				url: baseUrl + call.path,
				timeoutMs: call.timeoutMs,
				signal,
				...(call.freshConnection ? { freshConnection: true } : {}),
				...(call.body === undefined ? {} : { body: call.body }),
				headers: {
					authorization: `Bearer ${key}`,
					accept: 'application/json',
					'user-agent': userAgent,
					...(call.contentType ? { 'content-type': call.contentType } : {}),
				},
			});
			const envelope = parseObject(await response.text());
			const trace = traceOf(response, envelope);
			log.info(
				`${label} → ${response.status} in ${clock.now() - started} ms${trace ? `, trace ${trace}` : ''}`,
			);
			if (response.status < 300 && envelope?.code === 0) {
				const now = clock.now();
				return { data: envelope.data, aheadMs: answeredAt(response.headers, now) - now };
			}
			throw this.refusalOf(response, envelope, trace);
		} catch (error) {
			if (error instanceof TransportError)
				log.warn(`${label} → no answer (${error.code}) in ${clock.now() - started} ms`);
			if (error instanceof ServiceError) log.warn(`${label} → ${redact(error.message)}`);
			throw error;
		}
	}

	private refusalOf(
		response: HttpResponse,
		envelope: Json | undefined,
		trace: string | undefined,
	): ServiceError {
		const text = (value: unknown): string | undefined =>
			typeof value === 'string' ? redact(value) : undefined;
		const message = text(envelope?.message);
		const suggestion = text(envelope?.suggestion);
		// Every answer tells when the window of the request rate ends; it matters only when the rate was too high.
		const { 'x-ratelimit-reset': _, ...others } = response.headers;
		const tooFast = response.status === 429 && envelope?.code !== tasksAtLimit;
		const wait = retryAfterMs(tooFast ? response.headers : others, this.options.clock.now());
		return refusal({
			status: response.status,
			...(typeof envelope?.code === 'number' ? { code: envelope.code } : {}),
			...(message ? { message } : {}),
			...(suggestion ? { suggestion } : {}),
			...(trace ? { requestId: trace } : {}),
			...(wait === undefined ? {} : { retryAfterMs: wait }),
		});
	}
}

/** The ids that Tripo's support asks for: `request_id` in an error's body, else the trace header. */
function traceOf(response: HttpResponse, envelope: Json | undefined): string | undefined {
	if (typeof envelope?.request_id === 'string') return envelope.request_id;
	return response.headers['x-tripo-trace-id'] ?? response.headers['x-request-id'];
}

function parseObject(text: string): Json | undefined {
	try {
		return asObject(JSON.parse(text));
	} catch {
		// Gateways answer HTML or nothing; the status alone decides then.
		return undefined;
	}
}

function mediaTypeOf(fileName: string): string {
	const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
	return `image/${extension === 'jpg' ? 'jpeg' : extension}`;
}
