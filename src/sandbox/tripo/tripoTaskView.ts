import type { SandboxContext } from '../context';
import type { StoredFile } from '../files/storedFile';
import { placeAt } from '../models/recipe';
import { visibleEnd } from '../tasks/timedTask';
import type { TripoAccount } from './tripoAccount';
import { tripoOutputs } from './tripoResult';
import { type TripoTask, tripoProgressOf, tripoStatusOf } from './tripoTask';

/** A task as the service shows it. Every call signs its links anew. */
export function tripoTaskView(
	context: SandboxContext,
	account: TripoAccount,
	task: TripoTask,
): Record<string, unknown> {
	const { clock } = context;
	const end = visibleEnd(task);
	return {
		task_id: task.id,
		type: task.type,
		status: tripoStatusOf(task, clock),
		progress: tripoProgressOf(task, clock),
		input: task.echo,
		...(end?.status === 'success' && { output: outputView(context, account, task) }),
		...(end?.errorCode !== undefined && { error_code: end.errorCode }),
		...(end?.errorMessage !== undefined && { error_message: end.errorMessage }),
		...(end && { credits_consumed: end.charged }),
		created_at: iso(context, task.createdAt),
		...(end && { completed_at: iso(context, end.at) }),
	};
}

/** Views come under a name of their own, or beside everything else. */
function outputView(
	{ filesOrigin, signer, tripo }: SandboxContext,
	account: TripoAccount,
	task: TripoTask,
): Record<string, unknown> {
	const links: Record<string, unknown> = {};
	for (const { at, name } of tripoOutputs(task)) {
		const path = artifactPath(account, task, name);
		placeAt(links, at, `${filesOrigin}${path}?${signer.sign(path)}`);
	}
	const nested = task.result.kind === 'views' && tripo.variants.views === 'nested';
	return { ...task.ended?.findings, ...(nested ? { generate_multiview_image: links } : links) };
}

/** A row of the account's usage. */
export function usageRow(context: SandboxContext, task: TripoTask): Record<string, unknown> {
	return {
		task_id: task.id,
		type: task.type,
		status: tripoStatusOf(task, context.clock),
		credits_consumed: task.ended?.charged ?? 0,
		created_at: iso(context, task.createdAt),
	};
}

/** ISO 8601 in UTC, whole seconds, by the service's own clock. */
function iso({ clock }: SandboxContext, ms: number): string {
	return new Date(clock.told(ms)).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** `/tcli_…/<yyyymmdd>/<task>/<file name>`, the day being the one on which the task was made. */
export function artifactPath(account: TripoAccount, task: TripoTask, name: string): string {
	const day = new Date(task.createdAt).toISOString().slice(0, 10).replaceAll('-', '');
	return `/${account.clientId}/${day}/${task.id}/${name}`;
}

/** The task and file that a path names; the signature has to vouch for the rest of it. */
export function artifactIn(path: string): { taskId: string; name: string } | undefined {
	const match = /^\/tcli_[0-9a-f]{32}\/\d{8}\/([0-9a-f-]{36})\/([^/]+)$/.exec(path);
	return match?.[1] && match[2] ? { taskId: match[1], name: match[2] } : undefined;
}

/** The file that a path names; `undefined` for a path that is not Tripo's. */
export function tripoFile({ tripo }: SandboxContext, path: string): StoredFile | undefined {
	const named = artifactIn(path);
	const task = named && tripo.tasks.get(named.taskId);
	const offered = task?.ended?.status === 'success';
	return (
		named && {
			...named,
			bytes: offered ? tripo.artifacts.file(tripoOutputs(task), named.name) : Promise.resolve(undefined),
		}
	);
}

/** Where the bytes of a presigned upload go. */
export function uploadPath(token: string): string {
	return `/tripo-data/uploads/${token}`;
}

/** The token in such a path. */
export function tokenIn(path: string): string | undefined {
	return /^\/tripo-data\/uploads\/(file_[0-9a-f-]{36})$/.exec(path)?.[1];
}
