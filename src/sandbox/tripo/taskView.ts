import type { Account } from '../accounts/account';
import { artifactPath } from '../files/links';
import type { World } from '../world';
import { outputsOf } from './outputs';
import { progressOf, statusOf, type Task } from './task';

/** A task as the service shows it. Every call signs its links anew. */
export function taskView(world: World, account: Account, task: Task): Record<string, unknown> {
	const { ended } = task;
	// While another status is shown, the end that lies behind it stays hidden.
	const seen = task.shownStatus === undefined ? ended : undefined;
	return {
		task_id: task.id,
		type: task.type,
		status: statusOf(task, world.clock),
		progress: progressOf(task, world.clock),
		input: task.input,
		...(seen?.status === 'success' ? { output: outputView(world, account, task) } : {}),
		...(seen?.errorCode === undefined ? {} : { error_code: seen.errorCode }),
		...(seen?.errorMessage === undefined ? {} : { error_message: seen.errorMessage }),
		...(seen ? { credits_consumed: seen.charged } : {}),
		created_at: iso(world, task.createdAt),
		...(seen ? { completed_at: iso(world, seen.at) } : {}),
	};
}

/** Several clips come as a list. Views come under a name of their own, or beside everything else. */
function outputView(world: World, account: Account, task: Task): Record<string, unknown> {
	const links: Record<string, unknown> = {};
	for (const { key, name } of outputsOf(task)) {
		const path = artifactPath(account, task, name);
		const link = `${world.filesOrigin}${path}?${world.signer.sign(path)}`;
		const listed = links[key] as string[] | undefined;
		links[key] = key === 'model_urls' ? [...(listed ?? []), link] : link;
	}
	const nested = task.result.kind === 'views' && world.variants.views === 'nested';
	return { ...task.ended?.findings, ...(nested ? { generate_multiview_image: links } : links) };
}

/** A row of the account's usage. */
export function usageRow(world: World, task: Task): Record<string, unknown> {
	return {
		task_id: task.id,
		type: task.type,
		status: statusOf(task, world.clock),
		credits_consumed: task.ended?.charged ?? 0,
		created_at: iso(world, task.createdAt),
	};
}

/** ISO 8601 in UTC, whole seconds, by the service's own clock. */
function iso({ clock }: World, ms: number): string {
	return new Date(clock.told(ms)).toISOString().replace(/\.\d+Z$/, 'Z');
}
