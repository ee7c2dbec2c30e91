import type { World } from '../world';
import type { Task } from './task';

/** A link to a task's file: signed anew at every call. */
export function linkTo(world: World, folder: string, task: Task, name: string): string {
	const path = `/${folder}/tasks/${task.id}/output/${name}`;
	return `${world.filesOrigin}${path}?${world.signer.signCanned(path)}`;
}

/** A file of a task as its path names it. */
export interface KeptFile {
	taskId: string;
	name: string;
	/** `undefined` when the task has been removed or has no such file. */
	bytes: Promise<Buffer | undefined>;
}

/** The file that a path names; `undefined` for a path that is not Meshy's. The signature has to vouch for the rest. */
export function keptFile(world: World, path: string): KeptFile | undefined {
	const match = /^\/[0-9a-f-]{36}\/tasks\/([0-9a-f-]{36})\/output\/([^/]+)$/.exec(path);
	if (!match) {
		return undefined;
	}
	const [, taskId = '', name = ''] = match;
	const task = world.meshy.desk.get(taskId);
	const offered = task?.ended?.status === 'SUCCEEDED';
	return {
		taskId,
		name,
		bytes: offered ? world.meshy.making.file(task.product, name) : Promise.resolve(undefined),
	};
}
