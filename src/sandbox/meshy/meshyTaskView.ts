import type { SandboxContext } from '../context';
import type { StoredFile } from '../files/storedFile';
import { placeAt } from '../models/recipe';
import { visibleEnd } from '../tasks/timedTask';
import type { MeshyAccount } from './meshyAccount';
import { type MeshyProduct, meshyOutputs, motionFormats, productFile } from './meshyProduct';
import { type MeshyTask, meshyProgressOf, meshyStatusOf, precedingOf, retentionMs } from './meshyTask';
import { taskTypes } from './taskTypes';

/** A task as the service shows it. Times are in ms, 0 where they have not come. Every call signs its links anew. */
export function meshyTaskView(
	context: SandboxContext,
	account: MeshyAccount,
	task: MeshyTask,
): Record<string, unknown> {
	const { clock, meshy } = context;
	const facts = taskTypes[task.type];
	const seen = visibleEnd(task);
	const told = (ms: number | undefined) => (ms === undefined ? 0 : clock.told(ms));
	const saysExpiry = facts.documentsExpiry || meshy.variants.expiresAt === 'all';
	return {
		id: task.id,
		type: task.type,
		...task.echo,
		status: meshyStatusOf(task, clock),
		progress: meshyProgressOf(task, clock),
		preceding_tasks: precedingOf(task, clock),
		created_at: told(task.createdAt),
		started_at: told(task.startedAt),
		finished_at: told(seen?.at),
		...(saysExpiry ? { expires_at: seen ? told(seen.at + retentionMs) : 0 } : {}),
		consumed_credits: seen ? seen.charged : task.price,
		task_error: seen?.status === 'FAILED' ? seen.error : facts.quiet,
		...(seen?.status === 'SUCCEEDED'
			? outputFields(task, (name) => linkTo(context, account.folder, task, name))
			: emptyFields(task)),
	};
}

/** What the fields of the results are before there are any. */
function emptyFields({ product }: MeshyTask): Record<string, unknown> {
	const kinds: readonly MeshyProduct['kind'][] = ['rig', 'animation', 'motion'];
	return kinds.includes(product.kind) ? { result: null } : {};
}

function outputFields(task: MeshyTask, link: (name: string) => string): Record<string, unknown> {
	const fields = firstFields(task);
	const { mtl, textures } = besideObj(task);
	const [first, ...more] = textures;
	for (const { at, name } of meshyOutputs(task.product)) {
		// With an OBJ the colours are the very file that its MTL names.
		const renamed = at.at(-1) === 'base_color' && first ? first : name;
		placeAt(fields, at, link(renamed));
	}
	if (mtl) placeAt(fields, ['model_urls', 'mtl'], link(mtl));
	for (const [index, name] of more.entries())
		placeAt(fields, ['texture_urls', index + 1, 'base_color'], link(name));
	return fields;
}

/** What stands in the results beside links. */
function firstFields({ type, product, ended }: MeshyTask): Record<string, unknown> {
	switch (product.kind) {
		case 'model': {
			// Formats that a repair did not make are there, and empty.
			const model_urls = type === 'print-repair' ? { glb: '', obj: '', stl: '' } : {};
			return { model_urls, texture_urls: [] };
		}
		case 'motion': {
			const { mode, seconds } = product;
			return { result: { motion_format: motionFormats[mode], duration_ms: seconds * 1000, mode } };
		}
		case 'analysis':
			return { printability: { ...ended?.found, evaluated_at: ended?.at } };
		default:
			return {};
	}
}

/** The MTL of a task's OBJ, and the textures that it names. */
function besideObj({ ended }: MeshyTask): { mtl: string | undefined; textures: string[] } {
	const beside = ended?.beside ?? [];
	const isMtl = (name: string) => name.endsWith('.mtl');
	return { mtl: beside.find(isMtl), textures: beside.filter((name) => !isMtl(name)) };
}

/** A link to a task's file: signed anew at every call. */
export function linkTo(
	{ filesOrigin, signer }: SandboxContext,
	folder: string,
	task: MeshyTask,
	name: string,
): string {
	const path = `/${folder}/tasks/${task.id}/output/${name}`;
	return `${filesOrigin}${path}?${signer.signCanned(path)}`;
}

/** The file that a path names; `undefined` for a path that is not Meshy's. The signature has to vouch for the rest. */
export function meshyFile({ meshy }: SandboxContext, path: string): StoredFile | undefined {
	const match = /^\/[0-9a-f-]{36}\/tasks\/([0-9a-f-]{36})\/output\/([^/]+)$/.exec(path);
	if (!match) return undefined;
	const [, taskId = '', name = ''] = match;
	const task = meshy.tasks.get(taskId);
	const offered = task?.ended?.status === 'SUCCEEDED';
	const bytes = offered ? productFile(task.product, name, meshy.artifacts) : Promise.resolve(undefined);
	return { taskId, name, bytes };
}
