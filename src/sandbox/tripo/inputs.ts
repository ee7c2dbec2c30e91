import { isPicture } from '../files/fileKind';
import { pictureSize } from '../files/pictureSize';
import { tokenLifetimeMs, type Upload } from '../files/uploads';
import type { World } from '../world';
import { Refusal } from './refusal';
import type { Recipe } from './task';
import type { Visit } from './visit';
import { invalid } from './wanted';

type Body = Readonly<Record<string, unknown>>;
type Side = 'front' | 'left' | 'back' | 'right';

const sides: readonly Side[] = ['front', 'left', 'back', 'right'];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Edge of the smallest and largest picture that can be made into a model, in pixels. */
const pictureEdge = { least: 20, most: 6000 };

/** A recipe, and the names of the files it is made from. */
export interface Input {
	recipe: Recipe;
	fileNames: string[];
}

/** The one picture of an image-to-model request: `input`, or `file` as it used to be called. */
export async function imageInput(world: World, visit: Visit, body: Body): Promise<Input> {
	const upload = await picture(world, visit, 'input', body.input ?? body.file);
	return { recipe: { from: 'image', image: upload.token }, fileNames: [upload.name] };
}

/** The views of a multiview request: keyed, by position, or (which the sandbox has none of) a task's. */
export async function viewsInput(world: World, visit: Visit, body: Body): Promise<Input> {
	const references = viewReferences(world, visit, body.inputs ?? body.files);
	if (references.front === undefined) {
		throw invalid('inputs', 'must have a front view');
	}
	if (Object.keys(references).length < 2) {
		throw invalid('inputs', 'must have two views at least');
	}
	const fileNames: string[] = [];
	const tokens: Partial<Record<Side, string>> = {};
	for (const side of sides) {
		if (references[side] !== undefined) {
			const upload = await picture(world, visit, `inputs.${side}`, references[side]);
			tokens[side] = upload.token;
			fileNames.push(upload.name);
		}
	}
	return { recipe: { from: 'views', front: tokens.front ?? '', ...tokens }, fileNames };
}

function viewReferences(world: World, visit: Visit, inputs: unknown): Partial<Record<Side, unknown>> {
	if (!Array.isArray(inputs) || inputs.length === 0) {
		throw invalid('inputs', 'must be a list of views');
	}
	const views: Partial<Record<Side, unknown>> = {};
	const [first] = inputs;
	if (isRecord(first) && 'task_id' in first) {
		throw refuseTask(world, visit, first.task_id);
	}
	if (inputs.every((one) => isRecord(one) && Object.keys(one).some((key) => sides.includes(key as Side)))) {
		for (const [side, reference] of inputs.flatMap((one: object) => Object.entries(one))) {
			if (!sides.includes(side as Side) || views[side as Side] !== undefined) {
				throw invalid('inputs', `has an unknown or repeated view: ${side}`);
			}
			views[side as Side] = reference;
		}
		return views;
	}
	if (inputs.length !== sides.length) {
		throw invalid('inputs', 'must be keyed views, or exactly 4 entries for front, left, back, right');
	}
	for (const [index, side] of sides.entries()) {
		const reference: unknown = inputs[index];
		const skipped = reference === '' || (isRecord(reference) && Object.keys(reference).length === 0);
		if (!skipped) {
			views[side] = reference;
		}
	}
	return views;
}

/** The uploaded picture that a reference names. Throws the refusal for everything that is not one. */
async function picture(world: World, visit: Visit, field: string, reference: unknown): Promise<Upload> {
	const text = isRecord(reference) ? reference.file_token : reference;
	if (typeof text !== 'string' || text === '') {
		throw invalid(field, 'must name a picture by its file token');
	}
	if (text.startsWith('data:')) {
		throw invalid(field, 'must not be a data URI: upload the picture and send its file token');
	}
	if (/^https?:/i.test(text)) {
		throw invalid(
			field,
			'is a URL, but the sandbox works offline: upload the picture and send its file token',
		);
	}
	if (uuid.test(text)) {
		throw refuseTask(world, visit, text);
	}
	const upload = world.uploads.get(text);
	const known = upload?.account === visit.account.id && !upload.pending;
	if (!known || world.clock.leaseMs() - upload.createdAt > tokenLifetimeMs) {
		throw invalid(field, 'names a file that does not exist or has expired');
	}
	if (!isPicture(upload.kind)) {
		throw invalid(field, 'must name a picture');
	}
	await checkSize(world, field, upload);
	return upload;
}

async function checkSize(world: World, field: string, upload: Upload): Promise<void> {
	const size = pictureSize(await world.uploads.read(upload.token));
	if (!size) {
		throw invalid(field, 'names a picture that cannot be read');
	}
	const { least, most } = pictureEdge;
	if (Math.min(size.width, size.height) < least || Math.max(size.width, size.height) > most) {
		throw invalid(
			field,
			`must be from ${least}×${least} to ${most}×${most} pixels, not ${size.width}×${size.height}`,
		);
	}
}

/** A task as input must be one that made pictures, and the sandbox does not offer any. */
function refuseTask(world: World, visit: Visit, id: unknown): Refusal {
	const task = typeof id === 'string' ? world.desk.find(visit.account, id) : undefined;
	if (!task) {
		return new Refusal('taskNotFound', 'The source task does not exist.');
	}
	return task.ended?.status === 'success'
		? new Refusal('wrongSourceType', `A task of type ${task.type} made no pictures.`)
		: new Refusal('sourceNotReady', 'The source task has not succeeded.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
