import { modelExtensions, modelInput } from './inputs';
import type { Product } from './product';
import type { Model } from './recipe';
import { invalid, Refusal } from './refusal';
import type { Task } from './task';
import { isTaskId } from './taskId';
import type { TaskRequest } from './taskRequest';
import type { TaskType } from './taskTypes';

/** A task that another is made from, and what it left behind. */
export interface Source<Kind extends Product['kind']> {
	task: Task;
	product: Extract<Product, { kind: Kind }>;
}

/**
 * The task that a field names. Throws the refusal when the id is malformed (400), there is no such task (404), it
 * has not succeeded (400), or it is of a type that does not fit (400), in this order.
 */
export async function sourceTask<Kind extends Product['kind']>(
	{ world, visit, body }: TaskRequest,
	field: string,
	kind: Kind,
	types: readonly TaskType[],
): Promise<Source<Kind>> {
	const id = body[field];
	if (!isTaskId(id)) {
		throw invalid(field, 'is not a task id');
	}
	await world.meshy.desk.settle();
	const task = world.meshy.desk.find(visit.account, id);
	if (!task) {
		throw new Refusal(404, `${field}: Task not found`);
	}
	if (task.ended?.status !== 'SUCCEEDED' || task.shownStatus !== undefined) {
		throw invalid(field, 'names a task that has not succeeded');
	}
	const { product } = task;
	if (!types.includes(task.type) || !isOf(product, kind)) {
		throw invalid(field, `names a ${task.type} task, which does not fit here`);
	}
	return { task, product };
}

function isOf<Kind extends Product['kind']>(
	product: Product,
	kind: Kind,
): product is Extract<Product, { kind: Kind }> {
	return product.kind === kind;
}

/** Tasks whose model can be remeshed or given a new texture. */
const generatedModels: readonly TaskType[] = [
	'text-to-3d-preview',
	'text-to-3d-refine',
	'image-to-3d',
	'multi-image-to-3d',
];

/** From which tasks each operation takes a model. */
export const modelTasks = {
	remesh: [...generatedModels, 'retexture'],
	retexture: [...generatedModels, 'remesh'],
	/** For printing. */
	print: [...generatedModels, 'retexture', 'remesh'],
	/** Whatever has a model, for operations whose documentation names no types. */
	all: [...generatedModels, 'retexture', 'remesh', 'convert', 'resize', 'uv-unwrap'],
} as const satisfies Record<string, readonly TaskType[]>;

/** A model to go on from: a task's, or a file's. */
export interface ModelSource {
	model: Model;
	textured: boolean;
	pbr: boolean;
	quads: boolean;
	/** The format of the file; of a task `undefined`. */
	format?: string;
}

/** `input_task_id`, which wins, or `model_url`. */
export async function modelSource(
	request: TaskRequest,
	types: readonly TaskType[],
	formats: readonly string[] = modelExtensions,
): Promise<ModelSource> {
	if (request.has('input_task_id')) {
		const { product } = await sourceTask(request, 'input_task_id', 'model', types);
		const { model, maps, quads } = product;
		return { model, textured: maps !== 'none', pbr: maps === 'pbr', quads };
	}
	if (!request.has('model_url')) {
		throw invalid('input_task_id or model_url', 'is required');
	}
	const model = await modelInput(request, formats);
	// Nobody looks into the file before the task runs, so it counts as what it should be.
	return { model, textured: true, pbr: false, quads: false, format: model.format };
}
