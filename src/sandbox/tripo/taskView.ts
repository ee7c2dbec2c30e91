import type { Account } from '../accounts/account';
import { type ArtifactKind, artifactPath } from '../files/links';
import type { World } from '../world';
import { progressOf, statusOf, type Task } from './task';

/** A task as the service shows it. Every call signs its links anew. */
export function taskView(world: World, account: Account, task: Task): Record<string, unknown> {
	const { ended } = task;
	const link = (kind: ArtifactKind) => {
		const path = artifactPath(account, task, kind);
		return `${world.filesOrigin}${path}?${world.signer.sign(path)}`;
	};
	// While another status is shown, the end that lies behind it stays hidden.
	const seen = task.shownStatus === undefined ? ended : undefined;
	return {
		task_id: task.id,
		type: task.type,
		status: statusOf(task, world.clock),
		progress: progressOf(task, world.clock),
		input: task.input,
		...(seen?.status === 'success'
			? { output: { model_url: link('model'), rendered_image_url: link('picture') } }
			: {}),
		...(seen?.errorCode === undefined ? {} : { error_code: seen.errorCode }),
		...(seen?.errorMessage === undefined ? {} : { error_message: seen.errorMessage }),
		...(seen ? { credits_consumed: seen.charged } : {}),
		created_at: iso(world, task.createdAt),
		...(seen ? { completed_at: iso(world, seen.at) } : {}),
	};
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
