import { withoutQuery } from '../../base/redact';
import type { Balance } from '../../model/account';
import { viewNames } from '../../model/request';
import type { Artifact, Findings, TaskSnapshot } from '../../model/task';
import { asNumber, asObject, asText, type Json } from '../json';

const contentCode = 2008;
/** Sources disagree: a task that waited too long, or a mesh that is too complex. Then only the text can tell. */
const expiredInQueueCode = 2018;

/** Undefined when this is not a task at all, or not the one that was asked for. */
export function decodeTask(data: unknown, taskId: string): TaskSnapshot | undefined {
	const task = asObject(data);
	if (!task || task.task_id !== taskId) return undefined;
	const input = asObject(task.input);
	const prompt = asText(input?.prompt) ?? asText(asObject(input?.texture_prompt)?.text);
	return { ...decodeStatus(task, taskId), ...(prompt ? { prompt } : {}) };
}

function decodeStatus(task: Json, taskId: string): TaskSnapshot {
	const word = asText(task.status) ?? 'missing';
	const credits = asNumber(task.credits_consumed);
	const spent = credits === undefined ? {} : { credits };
	const detail = asText(task.error_message) ?? asText(task.error_msg);
	const told = { ...spent, ...(detail ? { detail } : {}) };
	switch (word) {
		case 'queued':
		case 'running':
			// `progress` may be null.
			return { taskId, status: word, progress: Math.min(Math.max(asNumber(task.progress) ?? 0, 0), 100) };
		case 'success':
			return { taskId, status: 'success', ...spent, ...decodeOutput(asObject(task.output) ?? {}) };
		case 'failed':
			if (task.error_code === contentCode) return { taskId, status: 'refused', ...told };
			if (task.error_code === expiredInQueueCode && !/complex/i.test(detail ?? ''))
				return { taskId, status: 'expired', ...told };
			return { taskId, status: 'failed', ...told };
		case 'banned':
			return { taskId, status: 'refused', ...told };
		case 'cancelled':
		case 'expired':
			return { taskId, status: word, ...told };
		default:
			return { taskId, status: 'unknown', word };
	}
}

/** The tasks of a list by id: sources know a map, an array, and a bare array; a task that is not there is missing. */
export function decodeTaskList(data: unknown, taskIds: readonly string[]): Map<string, TaskSnapshot> {
	const tasks = asObject(data)?.tasks ?? data;
	const byId = asObject(tasks) ?? {};
	const list: readonly unknown[] = Array.isArray(tasks) ? tasks : [];
	const found = new Map<string, TaskSnapshot>();
	for (const taskId of taskIds) {
		const task = byId[taskId] ?? list.find((item) => asObject(item)?.task_id === taskId);
		const snapshot = decodeTask(task, taskId);
		if (snapshot) found.set(taskId, snapshot);
	}
	return found;
}

function decodeOutput(output: Json): Pick<TaskSnapshot & { status: 'success' }, 'artifacts' | 'findings'> {
	const { riggable, rig_type } = output;
	const findings: Findings = {
		...(typeof riggable === 'boolean' ? { riggable } : {}),
		...(typeof rig_type === 'string' ? { rig_type } : {}),
	};
	return { artifacts: decodeArtifacts(output), ...(Object.keys(findings).length > 0 ? { findings } : {}) };
}

/** The files of a task. Splats and videos are left out: no engine that reads glTF reads them. */
function decodeArtifacts(output: Json): Artifact[] {
	// v3 merges a model's variants into `model_url`; older keys are read in the order of the official clients.
	const { model_url, model, pbr_model, base_model } = output;
	const models = linksOf(output.model_urls, [model_url, model, pbr_model, base_model]);
	const images = linksOf(output.image_urls, [output.generated_image_url, output.generated_image]);
	const views = asObject(output.generate_multiview_image) ?? asObject(output.edit_multiview_image);
	return [
		...models.map((url, index) => artifact('model', numbered('model', index), url)),
		...artifactsOf('preview', 'preview', output.rendered_image_url ?? output.rendered_image),
		...images.map((url, index) => artifact('image', numbered('image', index), url)),
		...viewNames.flatMap((view) => {
			const name = `${view}_view_url`;
			// Sources disagree on whether the views are nested.
			return artifactsOf('image', view, views?.[name] ?? output[name]);
		}),
	];
}

/** A list in its order, as that of several clips is; the first link under a name of its own, if it is no part of it. */
function linksOf(list: unknown, singles: readonly unknown[]): string[] {
	const urls = Array.isArray(list) ? list.flatMap((url) => asText(url) ?? []) : [];
	const single = singles.map(asText).find(Boolean);
	// Links are signed one by one, so the same file may have two.
	const known = single !== undefined && urls.some((url) => withoutQuery(url) === withoutQuery(single));
	return single === undefined || known ? urls : [...urls, single];
}

function numbered(part: string, index: number): string {
	return index === 0 ? part : `${part}-${index + 1}`;
}

function artifactsOf(kind: Artifact['kind'], part: string, value: unknown): Artifact[] {
	const url = asText(value);
	return url ? [artifact(kind, part, url)] : [];
}

function artifact(kind: Artifact['kind'], part: string, url: string): Artifact {
	return { kind, part, url, extension: extensionOf(url) };
}

/** From the path. A hint: neither it nor the request nor Content-Type tells reliably what comes. */
function extensionOf(url: string): string {
	const path = URL.canParse(url) ? new URL(url).pathname : '';
	return /\.([A-Za-z0-9]{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Undefined where the answer has no balance. */
export function decodeBalance(data: unknown): Balance | undefined {
	const balance = asObject(data);
	const available = asNumber(balance?.balance);
	return available === undefined ? undefined : { available, frozen: asNumber(balance?.frozen) ?? 0 };
}

/** One row of the account's spending. */
interface UsageRow {
	readonly taskId: string;
	/** Such as `text_to_model`. */
	readonly type: string;
	/** Ms since the epoch, by the service's clock. */
	readonly createdAt?: number;
}

/** Rows without an id or type are left out. Times come as ISO text, or as Unix seconds in an older form. */
export function decodeUsage(data: unknown): UsageRow[] {
	const rows = Array.isArray(data) ? data : [];
	return rows.flatMap((item) => {
		const row = asObject(item);
		const taskId = asText(row?.task_id);
		const type = asText(row?.type);
		if (!row || !taskId || !type) return [];
		const seconds = asNumber(row.create_time);
		const time = seconds === undefined ? Date.parse(asText(row.created_at) ?? '') : seconds * 1000;
		return [{ taskId, type, ...(Number.isNaN(time) ? {} : { createdAt: time }) }];
	});
}
