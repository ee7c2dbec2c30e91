import type { Balance } from '../../model/account';
import type { Operation } from '../../model/request';
import { ServiceError } from '../../model/serviceError';
import type { FoundTask, ListedTask, Motion, RecentTask, TaskKey, TaskSnapshot } from '../../model/task';
import { asObject, asText } from '../json';
import type { FileToken, InTurn, MotionQuery, PreparedRequest, Provider } from '../provider';
import { bodyOf } from './bodies';
import { callOf } from './calls';
import { dataUri } from './dataUri';
import { decodeBalance, decodeRecent, decodeTask } from './decode';
import { findTask, recentOfAll } from './history';
import { decodeMotions, motionsPath } from './motions';
import { refusal, submitRefusal } from './refusals';
import { watchTask } from './watch';
import { MeshyWire, type MeshyWireOptions } from './wire';

/** The most that every source agrees on. */
const newestTasks = 50;

export interface MeshyClientOptions extends MeshyWireOptions {
	/** 0 ≤ n < 1. */
	readonly random: () => number;
}

/** One account of Meshy's API; the sandbox speaks the same. */
export class MeshyClient implements Provider {
	readonly overHttp: boolean;
	private readonly wire: MeshyWire;

	constructor(private readonly options: MeshyClientOptions) {
		this.overHttp = options.baseUrl.startsWith('http:');
		this.wire = new MeshyWire(options);
	}

	/** Nothing is sent: the file travels with the submit. */
	async upload(bytes: Uint8Array): Promise<FileToken> {
		return dataUri(bytes);
	}

	async submit(prepared: PreparedRequest, signal: AbortSignal): Promise<string> {
		const { path } = callOf(prepared.request.operation);
		try {
			const { data } = await this.wire.ask({ method: 'POST', path, body: bodyOf(prepared) }, signal);
			const taskId = asText(asObject(data)?.result);
			if (taskId) return taskId;
		} catch (error) {
			throw submitRefusal(error, prepared);
		}
		throw refusal({ status: 200, message: 'the answer has no task id' });
	}

	async task(task: TaskKey, signal: AbortSignal): Promise<TaskSnapshot> {
		const { data, aheadMs } = await this.wire.ask({ method: 'GET', path: pathOf(task) }, signal);
		const snapshot = decodeTask(data, task, aheadMs);
		if (snapshot) return snapshot;
		throw refusal({ status: 200, message: 'the answer is not the task that was asked for' });
	}

	watch(task: TaskKey, signal: AbortSignal, inTurn: InTurn = atOnce): AsyncIterable<TaskSnapshot> {
		const { clock, random } = this.options;
		const stream = { method: 'GET', path: `${pathOf(task)}/stream`, accept: 'text/event-stream' } as const;
		const open = () => inTurn(() => this.wire.send(stream, signal));
		const ask = () => inTurn(() => this.task(task, signal));
		return watchTask(task, { open, ask, clock, random, signal });
	}

	/**
	 * Meshy deletes: a task that waits comes back with its credits, one that is under way goes on (409), and the result
	 * of one that ended would be lost. So only what waits is deleted.
	 */
	async takeBack(task: TaskKey, signal: AbortSignal, inTurn: InTurn = atOnce): Promise<boolean> {
		const { status } = await inTurn(() => this.task(task, signal));
		if (status !== 'queued') return false;
		try {
			await inTurn(() => this.wire.ask({ method: 'DELETE', path: pathOf(task) }, signal));
			return true;
		} catch (error) {
			if (error instanceof ServiceError && error.status === 409) return false;
			throw error;
		}
	}

	async balance(signal: AbortSignal): Promise<Balance> {
		const { data } = await this.wire.ask({ method: 'GET', path: '/openapi/v1/balance' }, signal);
		const balance = decodeBalance(data);
		if (balance) return balance;
		throw refusal({ status: 200, message: 'the answer has no balance' });
	}

	async motions(query: MotionQuery, signal: AbortSignal): Promise<readonly Motion[]> {
		const { data } = await this.wire.ask({ method: 'GET', path: motionsPath(query) }, signal);
		const motions = decodeMotions(data);
		if (motions) return motions;
		throw refusal({ status: 200, message: 'the answer has no library' });
	}

	find(taskId: string, signal: AbortSignal, inTurn: InTurn = atOnce): Promise<FoundTask> {
		return findTask(taskId, (path) => this.wire.ask({ method: 'GET', path }, signal), inTurn);
	}

	history(signal: AbortSignal, inTurn: InTurn = atOnce): Promise<readonly ListedTask[]> {
		return recentOfAll((path) => this.wire.ask({ method: 'GET', path }, signal), inTurn);
	}

	async recentTasks(operation: Operation, signal: AbortSignal): Promise<readonly RecentTask[]> {
		const query = `page_num=1&page_size=${newestTasks}&sort_by=-created_at`;
		const path = `${callOf(operation).path}?${query}`;
		const { data, aheadMs } = await this.wire.ask({ method: 'GET', path }, signal);
		return decodeRecent(data, operation, aheadMs);
	}
}

function atOnce<T>(call: () => Promise<T>): Promise<T> {
	return call();
}

function pathOf({ id, operation }: TaskKey): string {
	return `${callOf(operation).path}/${encodeURIComponent(id)}`;
}
