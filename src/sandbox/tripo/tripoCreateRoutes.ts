import { roundCredits } from '../accounts/accountStore';
import type { Clock } from '../clock';
import type { SandboxContext } from '../context';
import type { Route } from '../http/router';
import { dueAt, magicWordIn, scheduleFor } from '../tasks/timedTask';
import { type CreateRequest, requestFrom } from './createRequest';
import { RequestInputs } from './inputs/requestInputs';
import { animationOperations } from './operations/animationOperations';
import { meshOperations } from './operations/meshOperations';
import { modelGeneration } from './operations/modelGeneration';
import { pictureGeneration } from './operations/pictureGeneration';
import { reshaping } from './operations/reshaping';
import type { TripoDraft, TripoOperation } from './operations/tripoOperation';
import type { TripoAccount } from './tripoAccount';
import { amountOf } from './tripoPrices';
import { bodyOf, success, TripoRefusal, type TripoRequestContext } from './tripoRefusal';
import type { SlotCategory, TripoOutcome, TripoTask } from './tripoTask';

const operations: readonly TripoOperation[] = [
	...modelGeneration,
	...pictureGeneration,
	...reshaping,
	...meshOperations,
	...animationOperations,
];

/** The calls that make a task: one handler for all of them. */
export function tripoCreateRoutes(context: SandboxContext): Route<TripoRequestContext>[] {
	return operations.map((operation) => ({
		method: 'POST',
		path: operation.path,
		run: async (requestContext) => {
			const { account, incoming } = requestContext;
			const request = requestFrom(operation, bodyOf(requestContext), () => context.random.seedNumber());
			// A source that is due has succeeded, whether or not somebody has looked.
			await context.tripo.tasks.settle();
			const inputs = new RequestInputs(context, account);
			const draft = await operation.draft(request, inputs);
			const planned =
				outcomeFromPrompt([...inputs.fileNames, ...(draft.texts ?? [])]) ?? draft.plannedFailure;
			const task = await createTask(context, account, operation, request, draft, planned);
			incoming.log.taskId = task.id;
			await context.saved();
			return success({ task_id: task.id, type: task.type, status: 'queued' });
		},
	}));
}

async function createTask(
	context: SandboxContext,
	account: TripoAccount,
	{ type, category }: TripoOperation,
	request: CreateRequest,
	{ result, echo }: TripoDraft,
	planned: TripoOutcome = { status: 'success' },
): Promise<TripoTask> {
	const { tripo, clock, random } = context;
	await tripo.tasks.settle();
	// From here to the end nothing waits: the slots and credits that were checked are still there when taken.
	const counted = typeof category === 'string' ? category : category(request.family);
	checkSlots(context, account, counted);
	const task: TripoTask = {
		id: random.uuid(),
		account: account.id,
		type,
		category: counted,
		result,
		echo: { ...shownInput(request), ...request.sent, ...echo },
		price: roundCredits(amountOf('credits', request) * account.discount),
		createdAt: Math.round(clock.wallMs()),
		bornAt: clock.workMs(),
		...scheduleFor(amountOf('seconds', request), 3, random),
		planned,
		shownProgress: 0,
	};
	if (!tripo.accounts.move('freeze', account.id, task.id, task.price)) {
		const message = `This task costs ${task.price} credits, and ${account.balance} are left.`;
		throw new TripoRefusal('noCredits', message);
	}
	tripo.tasks.add(account, task);
	return task;
}

/** The failure that words and file names ask for. Throws the refusal when they ask to be refused at once. */
function outcomeFromPrompt(texts: readonly string[]): TripoOutcome | undefined {
	const objection = 'The input was refused by content moderation.';
	switch (magicWordIn(texts)) {
		case 'refuse':
			throw new TripoRefusal('contentPolicy', objection);
		case 'ban':
			return { status: 'failed', errorCode: 2008, errorMessage: objection };
		case 'fail':
			return { status: 'failed', errorCode: 1001, errorMessage: 'The task broke down on the server.' };
		default:
			return undefined;
	}
}

/** Throws code 2000 when the account has no slot left, over all or in the category. Call after settling. */
function checkSlots({ tripo, clock }: SandboxContext, account: TripoAccount, category: SlotCategory): void {
	const all = tripo.tasks.active(account);
	const same = tripo.tasks.active(account, category);
	if (all.length >= account.slots.overall)
		throw queueFull(clock, all, 'The account has as many unfinished tasks as it may have.');
	if (same.length >= account.slots[category])
		throw queueFull(clock, same, 'You have exceeded the limit of generation tasks of this kind.');
}

/** Real seconds that `Retry-After` never goes beyond. */
const longestWait = 20;

function queueFull(clock: Clock, tasks: readonly TripoTask[], message: string): TripoRefusal {
	const waits = tasks.map((task) => clock.realMsUntil(dueAt(task)) / 1000);
	const seconds = Math.ceil(Math.min(longestWait, ...waits));
	return new TripoRefusal('tooManyTasks', message, { 'Retry-After': String(Math.max(1, seconds)) });
}

/** The model under its older name, as the service has it, and the source; never a link, which is a credential. */
function shownInput({ model, body: { input } }: CreateRequest): Record<string, unknown> {
	return {
		...(model !== '' && { model_version: model }),
		...(typeof input === 'string' && !/^https?:/i.test(input) && { input }),
	};
}
