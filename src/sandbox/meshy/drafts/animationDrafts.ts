import { complaintAbout, type FieldRule } from '../../http/fieldRules';
import { withSteps } from '../../models/recipe';
import { actionIds, actionName } from '../animationLibrary';
import { pictureInput } from '../fileInputs';
import { animationPrice, flatPrices, motionPrices, typicalSeconds } from '../meshyPrices';
import type { Extra } from '../meshyProduct';
import { invalid } from '../meshyRefusal';
import { checkFaces, checkHumanoid, modelSource, modelTasks, sourceTask } from '../sourceTasks';
import type { MeshyDraft, TaskRequest } from '../taskRequest';

/** A person's height in metres, when nobody gives another. */
const usualHeight = 1.7;

/** A skeleton for a textured human figure. */
export async function rigDraft(request: TaskRequest): Promise<MeshyDraft> {
	const metres = request.number('height_meters') ?? usualHeight;
	if (request.has('texture_image_url')) await pictureInput(request, 'texture_image_url');
	const source = await modelSource(request, modelTasks.all, ['glb']);
	if (source.maps === 'none') throw invalid('input_task_id', 'names a model without a texture');
	await checkFaces(request, source.model, 300_000);
	await checkHumanoid(request, source.model);
	const model = withSteps(
		source.model,
		{ do: 'resize', metres, axis: 'height' },
		{ do: 'rig', rigType: 'biped', names: 'plain' },
	);
	return { type: 'rig', product: { kind: 'rig', model }, price: flatPrices.rig, seconds: typicalSeconds.rig };
}

/** A rigged figure that moves. */
export async function animationDraft(request: TaskRequest): Promise<MeshyDraft> {
	const choices = ['action_id', 'action_ids', 'motion_task_id'].filter((name) => request.has(name));
	if (choices.length !== 1)
		throw invalid('action_id, action_ids or motion_task_id', 'must be sent, and only one of them');
	const extra = extraOf(request);
	if (!request.has('rig_task_id')) throw invalid('rig_task_id', 'is required');
	const { product } = await sourceTask(request, 'rig_task_id', 'rig', ['rig']);
	const motion = request.has('motion_task_id')
		? (await sourceTask(request, 'motion_task_id', 'motion', ['text-to-motion'])).product
		: undefined;
	const ids = request.list<number>('action_ids') ?? [request.number('action_id') ?? actionIds.least];
	return {
		type: 'animate',
		product: {
			kind: 'animation',
			rigged: product.model,
			clips: motion ? [] : ids.map(actionName),
			extra,
			...(motion && { motion: { words: motion.words, seconds: motion.seconds } }),
		},
		price: animationPrice(ids.length),
		seconds: typicalSeconds.animate,
	};
}

const operations: FieldRule = { kind: 'choice', values: ['change_fps', 'fbx2usdz', 'extract_armature'] };
const rates: FieldRule = { kind: 'choice', values: [24, 25, 30, 60] };
const usualRate = 30;

function extraOf({ body: { post_process: wanted } }: TaskRequest): Extra {
	if (wanted === undefined) return { kind: 'none' };
	if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
		throw invalid('post_process', 'must be an object');
	const { operation_type: operation, fps = usualRate } = wanted as Record<string, unknown>;
	check('post_process.operation_type', operation, operations);
	switch (operation) {
		case 'fbx2usdz':
			return { kind: 'usdz' };
		case 'extract_armature':
			return { kind: 'armature' };
		default:
			check('post_process.fps', fps, rates);
			return { kind: 'fps', fps: Number(fps) };
	}
}

function check(field: string, value: unknown, rule: FieldRule): void {
	const complaint = complaintAbout(value, rule);
	if (complaint) throw invalid(field, complaint);
}

/** A skeleton that moves as the words say. */
export async function motionDraft(request: TaskRequest): Promise<MeshyDraft> {
	const words = request.needText('prompt');
	const seconds = request.number('duration');
	if (seconds === undefined) throw invalid('duration', 'is required');
	const mode = request.text('mode') === 'swift' ? 'swift' : 'prime';
	return {
		type: 'text-to-motion',
		product: { kind: 'motion', mode, words, seconds },
		price: motionPrices[mode],
		seconds: typicalSeconds.motion,
		echo: { prompt: words },
		texts: [words],
	};
}
