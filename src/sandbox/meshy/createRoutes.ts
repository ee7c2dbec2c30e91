import { jsonReply } from '../http/message';
import type { Route } from '../http/router';
import type { World } from '../world';
import { createTask } from './createTask';
import type { Draft } from './draft';
import { animationDraft, rigDraft } from './drafts/character';
import { motionDraft } from './drafts/motion';
import { imageToImageDraft, textToImageDraft } from './drafts/pictures';
import { imageDraft, multiImageDraft } from './drafts/pictureTo3d';
import { analysisDraft, repairDraft } from './drafts/printing';
import { convertDraft, remeshDraft, resizeDraft, unwrapDraft } from './drafts/reshape';
import { retextureDraft } from './drafts/retexture';
import { previewDraft, refineDraft } from './drafts/textTo3d';
import { rulesFor, textTo3dRules } from './parameters';
import { invalid } from './refusal';
import type { Rules } from './rules';
import { TaskRequest } from './taskRequest';
import { type Resource, resources } from './taskTypes';
import { jsonObject, type Visit } from './visit';

type Drafter = (request: TaskRequest) => Promise<Draft>;

/** The calls that make a task. Order of the checks: fields, tasks and files they name, room, credits. */
export function createRoutes(world: World): Route<Visit>[] {
	const route = (
		resource: Resource,
		read: (body: Record<string, unknown>) => [Rules, Drafter],
	): Route<Visit> => ({
		method: 'POST',
		path: resources[resource],
		run: async (visit) => {
			const body = jsonObject(visit);
			const [rules, drafter] = read(body);
			const draft = await drafter(TaskRequest.read(world, visit, body, rules));
			const task = await createTask(world, visit.account, draft);
			visit.incoming.trail.taskId = task.id;
			await world.saved();
			return jsonReply(world.meshy.variants.accepted, { result: task.id });
		},
	});
	return [
		route('text-to-3d', ({ mode }) => {
			if (mode !== 'preview' && mode !== 'refine') {
				throw invalid('mode', 'must be one of preview, refine');
			}
			return [textTo3dRules[mode], mode === 'preview' ? previewDraft : refineDraft];
		}),
		...Object.entries(drafters).map(([name, drafter]) => {
			const resource = name as keyof typeof drafters;
			return route(resource, () => [rulesFor[resource], drafter]);
		}),
	];
}

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
