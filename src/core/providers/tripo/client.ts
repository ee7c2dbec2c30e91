import type { Balance } from '../../model/account';
import type { Operation } from '../../model/request';
import type { FoundTask, ListedTask, RecentTask, TaskKey, TaskSnapshot } from '../../model/task';
import { asObject, asText } from '../json';
import type { FileToken, InTurn, PreparedRequest, Provider } from '../provider';
import { bodyOf } from './bodies';
import { callOf, operationOf } from './calls';
import { decodeBalance, decodeTask, decodeTaskList, decodeUsage } from './decode';
import { refusal } from './refusals';
import { uploadFile } from './uploads';
import { type Call, TripoWire, type TripoWireOptions } from './wire';

const timeoutMs = 60_000;
/** Rows of the account's usage that are looked through for a task. */
const usageRows = 50;

export type TripoClientOptions = TripoWireOptions;

/** One account of Tripo's v3 API; the sandbox speaks the same. */
export class TripoClient implements Provider {
	readonly overHttp: boolean;
	private readonly wire: TripoWire;

	constructor(options: TripoClientOptions) {
		this.overHttp = options.baseUrl.startsWith('http:');
		this.wire = new TripoWire(options);
	}

	upload(bytes: Uint8Array, fileName: string, signal: AbortSignal): Promise<FileToken> {
		return uploadFile(this.wire, bytes, fileName, signal);
	}

	async submit(prepared: PreparedRequest, signal: AbortSignal): Promise<string> {
		const { operation, source } = prepared.request;
		const call: Call = {
			...post(callOf(operation).path, bodyOf(prepared)),
			freshConnection: true,
			...(source?.kind === 'file' ? { subject: 'model' } : {}),
		};
		const data = asObject((await this.wire.send(call, signal)).data);
		if (typeof data?.task_id === 'string' && data.task_id !== '') return data.task_id;
		throw refusal({ status: 200, message: 'the answer has no task id' });
	}

	async task({ id }: TaskKey, signal: AbortSignal): Promise<TaskSnapshot> {
		return (await this.find(id, signal)).snapshot;
	}

	/** One call tells of any task. */
	async find(taskId: string, signal: AbortSignal, inTurn: InTurn = (call) => call()): Promise<FoundTask> {
		const { data } = await inTurn(() => this.wire.send(get(`/tasks/${encodeURIComponent(taskId)}`), signal));
		const snapshot = decodeTask(data, taskId);
		if (!snapshot) throw refusal({ status: 200, message: 'the answer is not the task that was asked for' });
		const operation = operationOf(asText(asObject(data)?.type));
		return { snapshot, ...(operation ? { operation } : {}) };
	}

	/** From the account's spending, which tells no prompts, and the tasks themselves, which do. */
	async history(signal: AbortSignal, inTurn: InTurn = (call) => call()): Promise<readonly ListedTask[]> {
		const usage = get(`/account/usage?limit=${usageRows}&offset=0`);
		const { data, aheadMs } = await inTurn(() => this.wire.send(usage, signal));
		const rows = decodeUsage(data);
		if (rows.length === 0) return [];
		const ids = rows.map(({ taskId }) => taskId);
		const asked = await inTurn(() => this.wire.send(post('/tasks/list', { task_ids: ids }), signal));
		const tasks = decodeTaskList(asked.data, ids);
		return rows.map(({ taskId, type, createdAt }) => {
			const { status, prompt } = tasks.get(taskId) ?? {};
			const operation = operationOf(type);
			return {
				taskId,
				...(operation ? { operation } : {}),
				...(status ? { status } : {}),
				...(prompt ? { prompt } : {}),
				...(createdAt === undefined ? {} : { createdAt: createdAt - aheadMs }),
			};
		});
	}

	async tasks(tasks: readonly TaskKey[], signal: AbortSignal): Promise<ReadonlyMap<string, TaskSnapshot>> {
		const taskIds = tasks.map(({ id }) => id);
		const { data } = await this.wire.send(post('/tasks/list', { task_ids: taskIds }), signal);
		return decodeTaskList(data, taskIds);
	}

	async balance(signal: AbortSignal): Promise<Balance> {
		const balance = decodeBalance((await this.wire.send(get('/account/balance'), signal)).data);
		if (balance) return balance;
		throw refusal({ status: 200, message: 'the answer has no balance' });
	}

	/** From the account's spending: Tripo has no list of tasks. */
	async recentTasks(operation: Operation, signal: AbortSignal): Promise<readonly RecentTask[]> {
		const { type } = callOf(operation);
		const call = get(`/account/usage?limit=${usageRows}&offset=0`);
		const { data, aheadMs } = await this.wire.send(call, signal);
		return decodeUsage(data)
			.filter((row) => row.type === type)
			.map(({ taskId, createdAt }) =>
				createdAt === undefined ? { taskId } : { taskId, createdAt: createdAt - aheadMs },
			);
	}
}

function get(path: string): Call {
	return { method: 'GET', path, timeoutMs };
}

function post(path: string, body: unknown): Call {
	return { method: 'POST', path, timeoutMs, body: JSON.stringify(body), contentType: 'application/json' };
}
