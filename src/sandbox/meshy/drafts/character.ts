import { actionIds, actionName } from '../animationLibrary';
import type { Draft } from '../draft';
import { typicalSeconds } from '../durations';
import { pictureInput } from '../inputs';
import { animationPrice, flatPrices } from '../prices';
import type { Extra } from '../product';
import { after } from '../recipe';
import { invalid } from '../refusal';
import { complaintAbout, type Rule } from '../rules';
import { modelSource, modelTasks, sourceTask } from '../sources';
import type { TaskRequest } from '../taskRequest';
import { checkFaces, checkHumanoid } from './inspect';

/** A person's height in metres, when nobody gives another. */
const usualHeight = 1.7;

/** A skeleton for a textured human figure. */
export async function rigDraft(request: TaskRequest): Promise<Draft> {
	const metres = request.number('height_meters') ?? usualHeight;
	if (request.has('texture_image_url')) {
		await pictureInput(request, 'texture_image_url', request.body.texture_image_url);
	}
	const source = await modelSource(request, modelTasks.all, ['glb']);
	if (!source.textured) {
		throw invalid('input_task_id', 'names a model without a texture');
	}
	await checkFaces(request, source.model, 300_000);
	await checkHumanoid(request, source.model);
	const grown = after(source.model, { do: 'scale', metres, axis: 'height' });
	return {
		type: 'rig',
		product: { kind: 'rig', model: after(grown, { do: 'rig' }) },
		price: flatPrices.rig,
		seconds: typicalSeconds.rig,
		echo: {},
		texts: [],
	};
}

/** A rigged figure that moves. */
export async function animationDraft(request: TaskRequest): Promise<Draft> {
	const choices = ['action_id', 'action_ids', 'motion_task_id'].filter((name) => request.has(name));
	if (choices.length !== 1) {
		throw invalid('action_id, action_ids or motion_task_id', 'must be sent, and only one of them');
	}
	const extra = extraOf(request);
	if (!request.has('rig_task_id')) {
		throw invalid('rig_task_id', 'is required');
	}
	const { product } = await sourceTask(request, 'rig_task_id', 'rig', ['rig']);
	const motion = request.has('motion_task_id')
		? (await sourceTask(request, 'motion_task_id', 'motion', ['text-to-motion'])).product
		: undefined;
	const ids = request.list<number>('action_ids') ?? [request.number('action_id') ?? actionIds.least];
	const { words = '', seconds = 0 } = motion ?? {};
	return {
		type: 'animate',
		product: {
			kind: 'animation',
			rigged: product.model,
			clips: motion ? [] : ids.map(actionName),
			extra,
			...(motion ? { motion: { words, seconds } } : {}),
		},
		price: animationPrice(ids.length),
		seconds: typicalSeconds.animate,
		echo: {},
		texts: [],
	};
}

const operations: Rule = { kind: 'choice', values: ['change_fps', 'fbx2usdz', 'extract_armature'] };
const rates: Rule = { kind: 'choice', values: [24, 25, 30, 60] };
const usualRate = 30;

function extraOf({ body: { post_process: wanted } }: TaskRequest): Extra {
	if (wanted === undefined) {
		return { kind: 'none' };
	}
	if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) {
		throw invalid('post_process', 'must be an object');
	}
	const { operation_type: operation, fps = usualRate } = wanted as Record<string, unknown>;
	const complaint = complaintAbout(operation, operations);
	if (complaint) {
		throw invalid('post_process.operation_type', complaint);
	}
	switch (operation) {
		case 'fbx2usdz':
			return { kind: 'usdz' };
		case 'extract_armature':
			return { kind: 'armature' };
		default: {
			const wrong = complaintAbout(fps, rates);
			if (wrong) {
				throw invalid('post_process.fps', wrong);
			}
			return { kind: 'fps', fps: Number(fps) };
		}
	}
}
