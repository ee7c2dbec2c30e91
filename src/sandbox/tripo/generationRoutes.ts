import { round } from '../accounts/bank';
import type { Route } from '../http/router';
import type { World } from '../world';
import { scheduleFor } from './durations';
import { success } from './envelope';
import { type Input, imageInput, viewsInput } from './inputs';
import { isLowPoly } from './models';
import { omenIn } from './moderation';
import { listPrice } from './prices';
import { Refusal } from './refusal';
import { admit } from './slots';
import type { Ending, Task, TaskType } from './task';
import { jsonObject, type Visit } from './visit';
import { invalid, type Wanted, wantedFrom } from './wanted';

/** Characters of the longest prompt. */
const longestPrompt = 1024;

type InputReader = (world: World, visit: Visit, body: Record<string, unknown>) => Promise<Input> | Input;

/** The calls that make a task. */
export function generationRoutes(world: World): Route<Visit>[] {
	const route = (path: string, type: TaskType, read: InputReader): Route<Visit> => ({
		method: 'POST',
		path,
		run: async (visit) => {
			const body = jsonObject(visit);
			const wanted = wantedFrom(body, type);
			const task = await createTask(world, visit, type, wanted, await read(world, visit, body));
			visit.incoming.trail.taskId = task.id;
			await world.saved();
			return success({ task_id: task.id, type, status: 'queued' });
		},
	});
	return [
		route('/generation/text-to-model', 'text_to_model', (_world, _visit, body) => promptInput(body)),
		route('/generation/image-to-model', 'image_to_model', imageInput),
		route('/generation/multiview-to-model', 'multiview_to_model', viewsInput),
	];
}

function promptInput(body: Record<string, unknown>): Input {
	const { prompt } = body;
	if (typeof prompt !== 'string' || prompt.trim() === '' || [...prompt].length > longestPrompt) {
		throw invalid('prompt', `must be text of 1 to ${longestPrompt} characters`);
	}
	return { recipe: { from: 'prompt', prompt }, fileNames: [] };
}

async function createTask(
	world: World,
	visit: Visit,
	type: TaskType,
	wanted: Wanted,
	input: Input,
): Promise<Task> {
	const { account } = visit;
	const { recipe } = input;
	const plan = planFor([...input.fileNames, recipe.from === 'prompt' ? recipe.prompt : '']);
	await world.desk.settle();
	// From here to the end nothing waits: the slots and credits that were checked are still there when taken.
	const category = isLowPoly(wanted.family) ? 'p' : 'h';
	admit(world, account, category);
	const seed = wanted.modelSeed ?? world.dice.seedNumber();
	const task: Task = {
		id: world.dice.uuid(),
		account: account.id,
		type,
		family: wanted.family,
		category,
		recipe,
		seed,
		textured: wanted.textured,
		pbr: wanted.pbr,
		...(wanted.faceLimit === undefined ? {} : { faceLimit: wanted.faceLimit }),
		input: echoOf(wanted, recipe.from === 'prompt' ? recipe.prompt : undefined, seed),
		price: round(listPrice({ type, ...wanted }) * account.discount),
		createdAt: Math.round(world.clock.wallMs()),
		bornAt: world.clock.workMs(),
		...scheduleFor(type, wanted.family, wanted.textured, world.dice),
		plan,
		shownProgress: 0,
	};
	if (!world.bank.freeze(account.id, task.id, task.price)) {
		throw new Refusal('noCredits', `This task costs ${task.price} credits, and ${account.balance} are left.`);
	}
	world.desk.add(account, task);
	return task;
}

function planFor(texts: readonly string[]): Ending {
	switch (omenIn(texts)) {
		case 'refuse':
			throw new Refusal('contentPolicy', 'The input was refused by content moderation.');
		case 'ban':
			return {
				status: 'failed',
				errorCode: 2008,
				errorMessage: 'The input was refused by content moderation.',
			};
		case 'fail':
			return { status: 'failed', errorCode: 1001, errorMessage: 'The task broke down on the server.' };
		default:
			return { status: 'success' };
	}
}

/** The parameters as a task shows them: the model under its older name, and what defaults filled in. */
function echoOf(wanted: Wanted, prompt: string | undefined, seed: number): Record<string, unknown> {
	return {
		...(prompt === undefined ? {} : { prompt }),
		model_version: wanted.model,
		...wanted.sent,
		texture: wanted.textured,
		pbr: wanted.pbr,
		model_seed: seed,
		...(wanted.faceLimit === undefined ? {} : { face_limit: wanted.faceLimit }),
	};
}
