import type { World } from '../world';
import type { MeshyAccount } from './account';
import { linkTo } from './links';
import { motionFormats, outputsOf, type Product } from './product';
import { precedingOf, progressOf, retentionMs, statusOf, type Task } from './task';
import { taskTypes } from './taskTypes';

/** A task as the service shows it. Times are in ms, 0 where they have not come. Every call signs its links anew. */
export function taskView(world: World, account: MeshyAccount, task: Task): Record<string, unknown> {
	const { clock, meshy } = world;
	const facts = taskTypes[task.type];
	// While another status is shown, the end that lies behind it stays hidden.
	const seen = task.shownStatus === undefined ? task.ended : undefined;
	const told = (ms: number | undefined) => (ms === undefined ? 0 : clock.told(ms));
	const saysExpiry = facts.documentsExpiry || meshy.variants.expiresAt === 'all';
	return {
		id: task.id,
		type: task.type,
		...task.echo,
		status: statusOf(task, clock),
		progress: progressOf(task, clock),
		preceding_tasks: precedingOf(task, clock),
		created_at: told(task.createdAt),
		started_at: told(task.startedAt),
		finished_at: told(seen?.at),
		...(saysExpiry ? { expires_at: seen ? told(seen.at + retentionMs) : 0 } : {}),
		consumed_credits: seen ? seen.consumed : task.price,
		task_error: seen?.status === 'FAILED' ? seen.error : facts.quiet,
		...(seen?.status === 'SUCCEEDED'
			? outputFields(task, (name) => linkTo(world, account.folder, task, name))
			: emptyFields(task)),
	};
}

/** What the fields of the results are before there are any. */
function emptyFields({ product }: Task): Record<string, unknown> {
	const kinds: readonly Product['kind'][] = ['rig', 'animation', 'motion'];
	return kinds.includes(product.kind) ? { result: null } : {};
}

function outputFields(task: Task, link: (name: string) => string): Record<string, unknown> {
	const fields = firstFields(task);
	const { mtl, textures } = besideObj(task);
	const [first, ...more] = textures;
	for (const { at, name } of outputsOf(task.product)) {
		// With an OBJ the colours are the very file that its MTL names.
		const renamed = at.at(-1) === 'base_color' && first ? first : name;
		place(fields, at, link(renamed));
	}
	if (mtl) {
		place(fields, ['model_urls', 'mtl'], link(mtl));
	}
	for (const [index, name] of more.entries()) {
		place(fields, ['texture_urls', index + 1, 'base_color'], link(name));
	}
	return fields;
}

/** What stands in the results beside links. */
function firstFields({ type, product, ended }: Task): Record<string, unknown> {
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
function besideObj({ ended }: Task): { mtl: string | undefined; textures: string[] } {
	const beside = ended?.beside ?? [];
	const isMtl = (name: string) => name.endsWith('.mtl');
	return { mtl: beside.find(isMtl), textures: beside.filter((name) => !isMtl(name)) };
}

/** Puts a value where a path of field names and list numbers leads; what is missing on the way is made. */
function place(root: Record<string, unknown>, path: readonly (string | number)[], value: unknown): void {
	let spot: Record<string | number, unknown> = root;
	for (const [index, step] of path.entries()) {
		if (index === path.length - 1) {
			spot[step] = value;
		} else {
			spot[step] ??= typeof path[index + 1] === 'number' ? [] : {};
			spot = spot[step] as Record<string | number, unknown>;
		}
	}
}
