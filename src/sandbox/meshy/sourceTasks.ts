import { faceCount, type PlaceholderModel } from '../../placeholders/placeholderModel';
import { type ModelRecipe, rootOf } from '../models/recipe';
import { isUuid } from '../seededRandom';
import { modelExtensions, modelInput } from './fileInputs';
import type { MeshyProduct, ModelProduct } from './meshyProduct';
import { invalid, MeshyRefusal } from './meshyRefusal';
import type { MeshyTask } from './meshyTask';
import type { TaskRequest } from './taskRequest';
import type { MeshyTaskType } from './taskTypes';

/** A task that another is made from, and what it left behind. */
export interface SourceTask<Kind extends MeshyProduct['kind']> {
	task: MeshyTask;
	product: Extract<MeshyProduct, { kind: Kind }>;
}

/**
 * The task that a field names. Throws the refusal when the id is malformed (400), there is no such task (404), it
 * has not succeeded (400), or it is of a type that does not fit (400), in this order.
 */
export async function sourceTask<Kind extends MeshyProduct['kind']>(
	{ context, requestContext, body }: TaskRequest,
	field: string,
	kind: Kind,
	types: readonly MeshyTaskType[],
): Promise<SourceTask<Kind>> {
	const id = body[field];
	if (!isUuid(id)) throw invalid(field, 'is not a task id');
	await context.meshy.tasks.settle();
	const task = context.meshy.tasks.find(requestContext.account, id);
	if (!task) throw new MeshyRefusal(404, `${field}: Task not found`);
	if (task.ended?.status !== 'SUCCEEDED' || task.shownStatus !== undefined)
		throw invalid(field, 'names a task that has not succeeded');
	const { product } = task;
	if (!types.includes(task.type) || !isOf(product, kind))
		throw invalid(field, `names a ${task.type} task, which does not fit here`);
	return { task, product };
}

function isOf<Kind extends MeshyProduct['kind']>(
	product: MeshyProduct,
	kind: Kind,
): product is Extract<MeshyProduct, { kind: Kind }> {
	return product.kind === kind;
}

/** Tasks whose model can be remeshed or given a new texture. */
const generatedModels: readonly MeshyTaskType[] = [
	'text-to-3d-preview',
	'text-to-3d-refine',
	'image-to-3d',
	'multi-image-to-3d',
];

/** Tasks that drew pictures. */
export const pictureTasks: readonly MeshyTaskType[] = ['text-to-image', 'image-to-image'];

/** From which tasks each operation takes a model. */
export const modelTasks = {
	remesh: [...generatedModels, 'retexture'],
	retexture: [...generatedModels, 'remesh'],
	/** For printing. */
	print: [...generatedModels, 'retexture', 'remesh'],
	/** Whatever has a model, for operations whose documentation names no types. */
	all: [...generatedModels, 'retexture', 'remesh', 'convert', 'resize', 'uv-unwrap'],
} as const satisfies Record<string, readonly MeshyTaskType[]>;

/** A model to go on from: a task's, or a file's. */
export interface ModelSource extends Pick<ModelProduct, 'model' | 'maps' | 'quads'> {
	/** The format of the file; of a task `undefined`. */
	format?: string;
}

/** `input_task_id`, which wins, or `model_url`. */
export async function modelSource(
	request: TaskRequest,
	types: readonly MeshyTaskType[],
	formats: readonly string[] = modelExtensions,
): Promise<ModelSource> {
	if (request.has('input_task_id')) {
		const { model, maps, quads } = (await sourceTask(request, 'input_task_id', 'model', types)).product;
		return { model, maps, quads };
	}
	if (!request.has('model_url')) throw invalid('input_task_id or model_url', 'is required');
	// Nobody looks into the file before the task runs, so it counts as textured.
	return { ...(await modelInput(request, formats)), maps: 'colour', quads: false };
}

/** Throws the refusal when a model has more triangles than the operation takes, or cannot be read. */
export async function checkFaces(request: TaskRequest, model: ModelRecipe, most: number): Promise<void> {
	const faces = faceCount(await built(request, model));
	if (faces > most) {
		const message = `The model has ${faces} faces, and at most ${most} are allowed. Remesh it first.`;
		throw new MeshyRefusal(400, message);
	}
}

/**
 * Throws the refusal (422, and at submit as the service does it) when a model is no human figure. Of what was
 * made from words the sandbox knows what it is; what pictures and files show counts as a figure.
 */
export async function checkHumanoid(request: TaskRequest, model: ModelRecipe): Promise<void> {
	const root = rootOf(model);
	if (root.from === 'words' && (await built(request, root)).body !== 'biped')
		throw new MeshyRefusal(422, 'Pose estimation failed: the model is not a humanoid.');
}

async function built({ context }: TaskRequest, model: ModelRecipe): Promise<PlaceholderModel> {
	try {
		return await context.meshy.artifacts.builder.model(model);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new MeshyRefusal(400, `The model cannot be read: ${reason}`);
	}
}
