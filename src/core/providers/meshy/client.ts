import type { Clock } from '../../clock';
import type { Operation } from '../../jobs/request';
import type { Log } from '../../log';
import { type Http, type HttpRequest, type HttpResponse, TransportError } from '../../net/http';
import { redact } from '../../net/redact';
import { retryAfterMs } from '../../net/retryAfter';
import { answeredAt } from '../../net/serviceTime';
import { asObject, asText, parsed } from '../json';
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
import { bodyOf } from './bodies';
import { callOf } from './calls';
import { dataUri } from './dataUri';
import { decodeBalance, decodeRecent, decodeTask } from './decode';
import { refusal, submitRefusal } from './refusals';
import { watchTask } from './watch';

const jsonTimeoutMs = 60_000;
/** Bodies carry whole files: what a slow line sends in a ms. */
const slowestBytesPerMs = 100;
/** The most that every source agrees on. */
const newestTasks = 50;

export interface MeshyClientOptions {
	readonly http: Http;
	readonly clock: Clock;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
	readonly log: Log;
	/** Without a slash at the end. */
	readonly baseUrl: string;
	readonly key: string;
	readonly userAgent: string;
}

type Call = Pick<HttpRequest, 'method'> & {
	readonly path: string;
	/** As JSON. */
	readonly body?: unknown;
	readonly accept?: string;
};

/** What a call that worked brought. */
interface Answer {
	readonly data: unknown;
	/** How far the service's clock is ahead of ours, in ms. */
	readonly aheadMs: number;
}

/** One account of Meshy's API; the sandbox speaks the same. */
export class MeshyClient implements Provider {
	constructor(private readonly options: MeshyClientOptions) {}

	/** Nothing is sent: the file travels with the submit. */
	async upload(bytes: Uint8Array): Promise<FileToken> {
		return dataUri(bytes);
	}

	async submit(prepared: PreparedRequest, signal: AbortSignal): Promise<string> {
		const { path } = callOf(prepared.request.operation);
		try {
			const { data } = await this.ask({ method: 'POST', path, body: bodyOf(prepared) }, signal);
			const taskId = asText(asObject(data)?.result);
			if (taskId) return taskId;
		} catch (error) {
			throw submitRefusal(error, prepared);
		}
		throw refusal({ status: 200, message: 'the answer has no task id' });
	}

	async task(task: TaskKey, signal: AbortSignal): Promise<TaskSnapshot> {
		const { data, aheadMs } = await this.ask({ method: 'GET', path: pathOf(task) }, signal);
		const snapshot = decodeTask(data, task, aheadMs);
		if (snapshot) return snapshot;
		throw refusal({ status: 200, message: 'the answer is not the task that was asked for' });
	}

	watch(task: TaskKey, signal: AbortSignal): AsyncIterable<TaskSnapshot> {
		const { clock, random } = this.options;
		const open = (): Promise<HttpResponse> =>
			this.send({ method: 'GET', path: `${pathOf(task)}/stream`, accept: 'text/event-stream' }, signal);
		return watchTask(task, { open, ask: () => this.task(task, signal), clock, random, signal });
	}

	/**
	 * Meshy deletes: a task that waits comes back with its credits, one that is under way goes on (409), and the result
	 * of one that ended would be lost. So only what waits is deleted.
	 */
	async takeBack(task: TaskKey, signal: AbortSignal): Promise<boolean> {
		if ((await this.task(task, signal)).status !== 'queued') return false;
		try {
			await this.ask({ method: 'DELETE', path: pathOf(task) }, signal);
			return true;
		} catch (error) {
			if (error instanceof ServiceError && error.status === 409) return false;
			throw error;
		}
	}

	async balance(signal: AbortSignal): Promise<Balance> {
		const { data } = await this.ask({ method: 'GET', path: '/openapi/v1/balance' }, signal);
		const balance = decodeBalance(data);
		if (balance) return balance;
		throw refusal({ status: 200, message: 'the answer has no balance' });
	}

	async recentTasks(operation: Operation, signal: AbortSignal): Promise<readonly RecentTask[]> {
		const query = `page_num=1&page_size=${newestTasks}&sort_by=-created_at`;
		const path = `${callOf(operation).path}?${query}`;
		const { data, aheadMs } = await this.ask({ method: 'GET', path }, signal);
		return decodeRecent(data, operation, aheadMs);
	}

	/** One request that is answered with JSON, or with nothing. */
	private async ask(call: Call, signal: AbortSignal): Promise<Answer> {
		const response = await this.send(call, signal);
		const now = this.options.clock.now();
		const aheadMs = answeredAt(response.headers, now) - now;
		return { data: parsed(await response.text()), aheadMs };
	}

	/** One request; rejects unless its answer says that it worked. */
	private async send(call: Call, signal: AbortSignal): Promise<HttpResponse> {
		const { http, clock, log, baseUrl, key, userAgent } = this.options;
		const started = clock.now();
		const label = `${call.method} ${call.path}`;
		const body = call.body === undefined ? undefined : JSON.stringify(call.body);
		try {
			const response = await http({
				method: call.method,
				url: baseUrl + call.path,
				timeoutMs: jsonTimeoutMs + Math.round((body?.length ?? 0) / slowestBytesPerMs),
				signal,
				...(body === undefined ? {} : { body, freshConnection: true }),
				headers: {
					authorization: `Bearer ${key}`,
					accept: call.accept ?? 'application/json',
					'user-agent': userAgent,
					...(body === undefined ? {} : { 'content-type': 'application/json' }),
				},
			});
			const requestId = response.headers['x-request-id'];
			log.info(
				`${label} → ${response.status} in ${clock.now() - started} ms${requestId ? `, request ${requestId}` : ''}`,
			);
			if (response.status >= 200 && response.status < 300) return response;
			throw await refusalOf(response, clock.now());
		} catch (error) {
			if (error instanceof TransportError)
				log.warn(`${label} → no answer (${error.code}) in ${clock.now() - started} ms`);
			if (error instanceof ServiceError) log.warn(`${label} → ${redact(error.message)}`);
			throw error;
		}
	}
}

function pathOf({ id, operation }: TaskKey): string {
	return `${callOf(operation).path}/${encodeURIComponent(id)}`;
}

async function refusalOf(response: HttpResponse, now: number): Promise<ServiceError> {
	const body = asObject(parsed(await response.text()));
	const message = asText(body?.message) ?? asText(body?.error) ?? asText(body?.error_message);
	const requestId = response.headers['x-request-id'];
	const wait = retryAfterMs(response.headers, now);
	return refusal({
		status: response.status,
		...(message === undefined ? {} : { message: redact(message) }),
		...(requestId ? { requestId } : {}),
		...(wait === undefined ? {} : { retryAfterMs: wait }),
	});
}
