import { round } from '../accounts/bank';
import type { Route } from '../http/router';
import type { World } from '../world';
import { scheduleFor } from './durations';
import { success } from './envelope';
import { Inputs } from './inputs/inputs';
import { endingBy } from './moderation';
import { operations } from './operations/catalogue';
import type { Operation, Order } from './operations/operation';
import { prices } from './prices';
import { Refusal } from './refusal';
import { type Request, requestFrom } from './request';
import { admit } from './slots';
import type { Ending, Task } from './task';
import { jsonObject, type Visit } from './visit';

/** The calls that make a task: one handler for all of them. */
export function createRoutes(world: World): Route<Visit>[] {
	return operations.map((operation) => ({
		method: 'POST',
		path: operation.path,
		run: async (visit) => {
			const request = requestFrom(operation, jsonObject(visit), () => world.dice.seedNumber());
			// A source that is due has succeeded, whether or not somebody has looked.
			await world.desk.settle();
			const inputs = new Inputs(world, visit.account);
			const order = await operation.order(request, inputs);
			const plan = endingBy([...inputs.fileNames, ...(order.says ?? [])]) ?? order.doom;
			const task = await createTask(world, visit, operation, request, order, plan ?? { status: 'success' });
			visit.incoming.trail.taskId = task.id;
			await world.saved();
			return success({ task_id: task.id, type: task.type, status: 'queued' });
		},
	}));
}

async function createTask(
	world: World,
	{ account }: Visit,
	{ type, category }: Operation,
	request: Request,
	{ result, echo }: Order,
	plan: Ending,
): Promise<Task> {
	await world.desk.settle();
	// From here to the end nothing waits: the slots and credits that were checked are still there when taken.
	const counted = typeof category === 'string' ? category : category(request.family);
	admit(world, account, counted);
	const task: Task = {
		id: world.dice.uuid(),
		account: account.id,
		type,
		category: counted,
		result,
		input: { ...shownInput(request), ...request.sent, ...echo },
		price: round(prices[type](request) * account.discount),
		createdAt: Math.round(world.clock.wallMs()),
		bornAt: world.clock.workMs(),
		...scheduleFor(request, world.dice),
		plan,
		shownProgress: 0,
	};
	if (!world.bank.freeze(account.id, task.id, task.price)) {
		throw new Refusal('noCredits', `This task costs ${task.price} credits, and ${account.balance} are left.`);
	}
	world.desk.add(account, task);
	return task;
}

/** The model under its older name, as the service has it, and the source; never a link, which is a credential. */
function shownInput({ model, body: { input } }: Request): Record<string, unknown> {
	return {
		...(model === '' ? {} : { model_version: model }),
		...(typeof input === 'string' && !/^https?:/i.test(input) ? { input } : {}),
	};
}
