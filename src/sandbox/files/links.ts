import type { Account } from '../accounts/account';
import type { Task } from '../tripo/task';

/** `/tcli_…/<yyyymmdd>/<task>/<file name>`, the day being the one on which the task was made. */
export function artifactPath(account: Account, task: Task, name: string): string {
	const day = new Date(task.createdAt).toISOString().slice(0, 10).replaceAll('-', '');
	return `/${account.clientId}/${day}/${task.id}/${name}`;
}

/** The task and file that a path names; the signature has to vouch for the rest of it. */
export function artifactIn(path: string): { taskId: string; name: string } | undefined {
	const match = /^\/tcli_[0-9a-f]{32}\/\d{8}\/([0-9a-f-]{36})\/([^/]+)$/.exec(path);
	return match?.[1] && match[2] ? { taskId: match[1], name: match[2] } : undefined;
}

/** Every signed link in a text with another name at its end; `*` in it stands for the file's own without its extension. */
export function renamedLinks(text: string, name: string): string {
	return text.replace(
		/(https?:\/\/[^"?\s]+\/)([^"?/\s]+)(?=\?[^"\s]*Signature=)/g,
		(_, folder: string, own: string) =>
			`${folder}${own}/as/${name.replace('*', own.replace(/\.[^.]*$/, ''))}`,
	);
}

/** The path that was signed, without a name that `renamedLinks` put behind it. */
export function signedPath(path: string): string {
	return path.replace(/\/as\/[^/]*$/, '');
}

/** Where the bytes of a presigned upload go. */
export function uploadPath(token: string): string {
	return `/tripo-data/uploads/${token}`;
}

export function tokenIn(path: string): string | undefined {
	return /^\/tripo-data\/uploads\/(file_[0-9a-f-]{36})$/.exec(path)?.[1];
}
