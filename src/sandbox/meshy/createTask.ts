import { tokensFrom } from '../files/tokens';
import type { World } from '../world';
import type { MeshyAccount } from './account';
import type { Draft } from './draft';
import { scheduleFor } from './durations';
import { omenIn } from './moderation';
import { Refusal } from './refusal';
import type { Task } from './task';
import { taskId } from './taskId';

/** Tasks that are said to be in front of a new one, at most. */
const longestQueue = 6;

/** Makes a task of a draft and takes its price. Throws the refusal when there is no room (429) or no money (402). */
export async function createTask(world: World, account: MeshyAccount, draft: Draft): Promise<Task> {
	const { meshy, clock, dice } = world;
	await meshy.desk.settle();
	await meshy.inputs.prune(
		clock.leaseMs(),
		new Set([...meshy.desk.all(), draft].flatMap((one) => [...tokensFrom('input', one)])),
	);
	// From here to the end nothing waits: the room and the credits that were checked are still there when taken.
	admit(world, account);
	const createdAt = Math.round(clock.wallMs());
	const omen = omenIn(draft.texts.map((text) => text ?? ''));
	const schedule = scheduleFor(draft.seconds, dice);
	const task: Task = {
		id: taskId(clock.told(createdAt), account.tasksMade, dice),
		account: account.id,
		type: draft.type,
		product: draft.product,
		echo: draft.echo,
		price: draft.price,
		createdAt,
		bornAt: clock.workMs(),
		queueMs: schedule.queueMs,
		runMs: omen.early ? 0 : schedule.runMs,
		ahead: Math.ceil(longestQueue * dice.fraction()),
		plan: omen.ending,
		shownProgress: 0,
	};
	if (!meshy.bank.spend(account.id, task.id, task.price)) {
		throw new Refusal(
			402,
			`Insufficient credits: this task costs ${task.price}, and ${account.balance} are left.`,
		);
	}
	meshy.desk.add(account, task);
	return task;
}

/** A full queue is a 429 until a task ends; a plan without tasks says the other word for it, and for ever. */
function admit({ meshy }: World, account: MeshyAccount): void {
	if (account.plan === 'no-api') {
		throw new Refusal(meshy.variants.noPlanStatus, 'NoMorePendingTasks');
	}
	if (meshy.desk.active(account).length >= account.queueTasks) {
		throw new Refusal(429, meshy.variants.queueWord);
	}
}
