import type { Balance } from '../../model/account';
import type { ErrorCode } from '../../model/errors';
import type { Operation } from '../../model/request';
import type { Findings, ListedTask, RecentTask, TaskKey, TaskSnapshot } from '../../model/task';
import { asList, asNumber, asObject, asText, type Json } from '../json';
import { decodeArtifacts } from './artifacts';
import { callOf, operationOf } from './calls';

/** How long results stay where a task does not say it: three days, for all but Enterprise accounts. */
const keptMs = 72 * 3_600_000;

/**
 * Undefined when this is not a task at all, or not the one that was asked for: Meshy is known to answer an id that
 * does not exist with another task. Meshy's clock is `aheadMs` ahead of ours.
 */
export function decodeTask(data: unknown, { id, operation }: TaskKey, aheadMs = 0): TaskSnapshot | undefined {
	const task = asObject(data);
	if (!task || task.id !== id) return undefined;
	const prompt = promptOf(task, operation);
	return { ...decodeStatus(task, id, aheadMs), ...(prompt === undefined ? {} : { prompt }) };
}

function decodeStatus(task: Json, taskId: string, aheadMs: number): TaskSnapshot {
	const word = asText(task.status) ?? 'missing';
	const credits = asNumber(task.consumed_credits);
	const spent = credits === undefined ? {} : { credits };
	switch (word) {
		case 'PENDING': {
			const ahead = asNumber(task.preceding_tasks);
			return { taskId, status: 'queued', progress: 0, ...(ahead === undefined ? {} : { ahead }) };
		}
		case 'IN_PROGRESS':
			return {
				taskId,
				status: 'running',
				progress: Math.min(Math.max(asNumber(task.progress) ?? 0, 0), 100),
			};
		case 'SUCCEEDED':
			return {
				taskId,
				status: 'success',
				...spent,
				artifacts: decodeArtifacts(task),
				...findingsOf(asObject(task.printability)),
				...expiryOf(task, aheadMs),
			};
		case 'FAILED':
			return { taskId, ...spent, ...failureOf(asObject(task.task_error) ?? {}) };
		case 'CANCELED':
		case 'CANCELLED':
			return { taskId, status: 'cancelled', ...spent };
		case 'EXPIRED':
			return { taskId, status: 'expired', ...spent };
		default:
			return { taskId, status: 'unknown', word };
	}
}

/** Codes for which another request is needed, rather than another try. */
const wrongInput: ReadonlySet<string> = new Set([
	'invalid_input',
	'image_too_complex',
	'model_missing_uv',
	'model_insufficient_uv',
]);

type Failure = { readonly status: 'refused' | 'failed'; readonly detail?: string; readonly code?: ErrorCode };

/** `code` is finer than `type`, and newer; older tasks have a message alone. */
function failureOf(error: Json): Failure {
	const code = asText(error.code) ?? asText(error.type);
	const detail = asText(error.message) ?? code?.replaceAll('_', ' ');
	const told = detail ? { detail } : {};
	if (code === 'moderation_blocked') return { status: 'refused', ...told };
	return { status: 'failed', ...told, ...(code && wrongInput.has(code) ? { code: 'requestInvalid' } : {}) };
}

/** What an analysis found: a status, counts, and what was measured. Anything else, such as its time, is left out. */
function findingsOf(found: Json | undefined): { findings?: Findings } {
	if (!found) return {};
	const entries = Object.entries({ ...found, ...asObject(found.metrics) }).filter(
		([name, value]) => name !== 'evaluated_at' && ['string', 'number', 'boolean'].includes(typeof value),
	);
	return { findings: Object.fromEntries(entries) as Findings };
}

function expiryOf(task: Json, aheadMs: number): { expiresAt?: number } {
	const finished = timeOf(task.finished_at);
	const expires = timeOf(task.expires_at) ?? (finished === undefined ? undefined : finished + keptMs);
	return expires === undefined ? {} : { expiresAt: expires - aheadMs };
}

/** Ms since the epoch; what has not happened yet is 0, or null. */
function timeOf(value: unknown): number | undefined {
	const time = asNumber(value);
	return time === undefined || time <= 0 ? undefined : time;
}

/** What the user wrote for this operation; empty where Meshy says that it was nothing, undefined where it says nothing. */
function promptOf(task: Json, operation: Operation): string | undefined {
	const key =
		operation === 'refine' ? 'texture_prompt' : operation === 'texture' ? 'text_style_prompt' : 'prompt';
	const prompt = task[key];
	return typeof prompt === 'string' ? prompt : undefined;
}

/** A list's tasks of this operation: previews and refines share one. Times by our own clock. */
export function decodeRecent(data: unknown, operation: Operation, aheadMs: number): RecentTask[] {
	const { types } = callOf(operation);
	return asList(data).flatMap((item) => {
		const task = asObject(item);
		const taskId = asText(task?.id);
		if (!task || !taskId || (typeof task.type === 'string' && !types.includes(task.type))) return [];
		const created = timeOf(task.created_at);
		const prompt = promptOf(task, operation);
		return [
			{
				taskId,
				...(created === undefined ? {} : { createdAt: created - aheadMs }),
				...(prompt === undefined ? {} : { prompt }),
			},
		];
	});
}

/** A row of a list of any kind; what the path is for made it, unless its type says otherwise. */
export function decodeListed(data: unknown, likely: Operation, aheadMs = 0): ListedTask | undefined {
	const task = asObject(data);
	const taskId = asText(task?.id);
	if (!task || !taskId) return undefined;
	const operation = operationOf(asText(task.type)) ?? likely;
	const { status } = decodeStatus(task, taskId, aheadMs);
	const created = timeOf(task.created_at);
	const prompt = promptOf(task, operation);
	return {
		...{ taskId, operation, status },
		...(created === undefined ? {} : { createdAt: created - aheadMs }),
		...(prompt ? { prompt } : {}),
	};
}

/** Meshy reserves nothing: a task is charged when it is taken. */
export function decodeBalance(data: unknown): Balance | undefined {
	const available = asNumber(asObject(data)?.balance);
	return available === undefined ? undefined : { available, frozen: 0 };
}
