import type { Account } from '../accounts/account';
import type { Task } from '../tripo/task';

/** A task's file as its link's path names it. */
export type ArtifactKind = 'model' | 'picture';

/** `/tcli_…/<yyyymmdd>/<task>/tripo_<kind>_<task>.<ext>`, the day being the one on which the task was made. */
export function artifactPath(account: Account, task: Task, kind: ArtifactKind): string {
	const day = new Date(task.createdAt).toISOString().slice(0, 10).replaceAll('-', '');
	const name = kind === 'model' ? `tripo_${modelKind(task)}_${task.id}.glb` : 'rendered_image.png';
	return `/${account.clientId}/${day}/${task.id}/${name}`;
}

/** The task and file that a path names; the signature has to vouch for the rest of it. */
export function artifactIn(path: string): { taskId: string; kind: ArtifactKind } | undefined {
	const match = /^\/tcli_[0-9a-f]{32}\/\d{8}\/([0-9a-f-]{36})\/(.+)$/.exec(path);
	return match?.[1]
		? { taskId: match[1], kind: match[2]?.endsWith('.glb') ? 'model' : 'picture' }
		: undefined;
}

/** Where the bytes of a presigned upload go. */
export function uploadPath(token: string): string {
	return `/tripo-data/uploads/${token}`;
}

export function tokenIn(path: string): string | undefined {
	return /^\/tripo-data\/uploads\/(file_[0-9a-f-]{36})$/.exec(path)?.[1];
}

function modelKind(task: Task): string {
	if (task.pbr) {
		return 'pbr_model';
	}
	return task.textured ? 'model' : 'base_model';
}
