import type { SandboxContext } from '../context';
import type { FieldRules } from '../http/fieldRules';
import { jsonReply } from '../http/message';
import type { Route } from '../http/router';
import { uploadTokens } from '../models/recipe';
import type { SeededRandom } from '../seededRandom';
import { magicWordIn, scheduleFor } from '../tasks/timedTask';
import { animationDraft, motionDraft, rigDraft } from './drafts/animationDrafts';
import { imageDraft, multiImageDraft } from './drafts/imageTo3dDrafts';
import { imageToImageDraft, textToImageDraft } from './drafts/pictureDrafts';
import {
	analysisDraft,
	convertDraft,
	remeshDraft,
	repairDraft,
	resizeDraft,
	unwrapDraft,
} from './drafts/reshapeDrafts';
import { previewDraft, refineDraft } from './drafts/textTo3dDrafts';
import { retextureDraft } from './drafts/textureDrafts';
import type { MeshyAccount } from './meshyAccount';
import { bodyOf, invalid, MeshyRefusal, type MeshyRequestContext } from './meshyRefusal';
import type { MeshyOutcome, MeshyTask } from './meshyTask';
import { failureNames, taskError } from './meshyTaskError';
import { rulesFor, textTo3dRules } from './parameters';
import { type MeshyDraft, TaskRequest } from './taskRequest';
import { pathOf, type Resource, resources } from './taskTypes';

type Drafter = (request: TaskRequest) => Promise<MeshyDraft>;

const drafters: Readonly<Record<Exclude<Resource, 'text-to-3d'>, Drafter>> = {
	'image-to-3d': imageDraft,
	'multi-image-to-3d': multiImageDraft,
	retexture: retextureDraft,
	remesh: remeshDraft,
	convert: convertDraft,
	resize: resizeDraft,
	'uv-unwrap': unwrapDraft,
	rigging: rigDraft,
	animations: animationDraft,
	'text-to-motion': motionDraft,
	'print-analyze': analysisDraft,
	'print-repair': repairDraft,
	'text-to-image': textToImageDraft,
	'image-to-image': imageToImageDraft,
};

/** The calls that make a task. Order of the checks: fields, tasks and files they name, room, credits. */
export function meshyCreateRoutes(context: SandboxContext): Route<MeshyRequestContext>[] {
	return resources.map((resource) => ({
		method: 'POST',
		path: pathOf(resource),
		run: async (requestContext) => {
			const { incoming, account } = requestContext;
			const body = bodyOf(requestContext);
			const [rules, drafter] = readerOf(resource, body);
			const draft = await drafter(TaskRequest.read(context, requestContext, body, rules));
			const task = await createTask(context, account, draft);
			incoming.log.taskId = task.id;
			await context.saved();
			return jsonReply(context.meshy.variants.accepted, { result: task.id });
		},
	}));
}

function readerOf(resource: Resource, { mode }: Record<string, unknown>): [FieldRules, Drafter] {
	if (resource !== 'text-to-3d') return [rulesFor[resource], drafters[resource]];
	if (mode !== 'preview' && mode !== 'refine') throw invalid('mode', 'must be one of preview, refine');
	return [textTo3dRules[mode], mode === 'preview' ? previewDraft : refineDraft];
}

/** Tasks that are said to be in front of a new one, at most. */
const longestQueue = 6;

/** Makes a task of a draft and takes its price. Throws the refusal when there is no room (429) or no money (402). */
async function createTask(
	{ meshy, clock, random }: SandboxContext,
	account: MeshyAccount,
	draft: MeshyDraft,
): Promise<MeshyTask> {
	await meshy.tasks.settle();
	await meshy.uploads.prune(clock.leaseMs(), new Set(uploadTokens([...meshy.tasks.all(), draft])));
	// From here to the end nothing waits: the room and the credits that were checked are still there when taken.
	checkQueue({ meshy }, account);
	const createdAt = Math.round(clock.wallMs());
	const { planned, atOnce } = outcomeFromPrompt((draft.texts ?? []).map((text) => text ?? ''));
	const schedule = scheduleFor(draft.seconds, 2, random);
	const task: MeshyTask = {
		id: taskId(clock.told(createdAt), account.tasksMade, random),
		account: account.id,
		type: draft.type,
		product: draft.product,
		echo: draft.echo ?? {},
		price: draft.price,
		createdAt,
		bornAt: clock.workMs(),
		queueMs: schedule.queueMs,
		runMs: atOnce ? 0 : schedule.runMs,
		ahead: Math.ceil(longestQueue * random.fraction()),
		planned,
		shownProgress: 0,
	};
	if (!meshy.accounts.move('spend', account.id, task.id, task.price)) {
		const message = `Insufficient credits: this task costs ${task.price}, and ${account.balance} are left.`;
		throw new MeshyRefusal(402, message);
	}
	meshy.tasks.add(account, task);
	return task;
}

/** A full queue is a 429 until a task ends; a plan without tasks says the other word for it, and for ever. */
function checkQueue({ meshy }: Pick<SandboxContext, 'meshy'>, account: MeshyAccount): void {
	if (account.plan === 'no-api') throw new MeshyRefusal(meshy.variants.noPlanStatus, 'NoMorePendingTasks');
	if (meshy.tasks.active(account).length >= account.queueTasks)
		throw new MeshyRefusal(429, meshy.variants.queueWord);
}

/** How a task with these words ends; `atOnce`: without a run. `sandbox-fail-<failure>` chooses a failure by name. */
function outcomeFromPrompt(texts: readonly string[]): { planned: MeshyOutcome; atOnce: boolean } {
	const word = magicWordIn(texts);
	if (word === undefined) return { planned: { status: 'SUCCEEDED' }, atOnce: false };
	const all = texts.join('\n').toLowerCase();
	const named = failureNames.find((name) => all.includes(`sandbox-fail-${name.replaceAll('_', '-')}`));
	const failure = word === 'fail' ? (named ?? 'server_error') : 'moderation_blocked';
	return { planned: { status: 'FAILED', error: taskError(failure) }, atOnce: word === 'refuse' };
}

/** A UUID of version 7 for a moment (ms since 1970). Of two in the same ms, the one with the larger `count` is later. */
export function taskId(ms: number, count: number, random: Pick<SeededRandom, 'uuid'>): string {
	const time = Math.floor(ms).toString(16).padStart(12, '0');
	const order = (count % 0x1000).toString(16).padStart(3, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${random.uuid().slice(19)}`;
}
