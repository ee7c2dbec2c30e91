import type { Dice } from '../dice';
import { isLowPoly } from './models';
import { isTextured } from './prices';
import type { Request } from './request';
import type { TaskType } from './task';

/** How long a task waits and works, in ms of work time. */
export interface Schedule {
	queueMs: number;
	runMs: number;
}

/** Typical seconds of work per kind of task. Those of single pictures and stylizing are guessed. */
const typicalSeconds: Readonly<Record<TaskType, number | ((request: Request) => number)>> = {
	text_to_model: (request) => generation(request, 60),
	image_to_model: (request) => generation(request, 60),
	multiview_to_model: (request) => generation(request, 80),
	text_to_image: 20,
	generate_image: 20,
	generate_multiview_image: 25,
	edit_multiview_image: 25,
	texture_model: 80,
	convert_model: 30,
	import_model: 10,
	stylize_model: 60,
	mesh_segmentation: 160,
	mesh_completion: 240,
	highpoly_to_lowpoly: 200,
	animate_prerigcheck: 5,
	animate_rig: 180,
	animate_retarget: 30,
};

/** Bare meshes are sooner done, those of low-poly models most of all. */
function generation({ family, sent }: Request, lowPolySeconds: number): number {
	if (isLowPoly(family)) {
		return isTextured(sent) ? lowPolySeconds : 10;
	}
	return isTextured(sent) ? 80 : 40;
}

/** A typical duration give or take a fifth, after one to four seconds in the queue. */
export function scheduleFor(request: Request, dice: Dice): Schedule {
	const typical = typicalSeconds[request.type];
	const seconds = typeof typical === 'number' ? typical : typical(request);
	return {
		queueMs: Math.round(1000 + 3000 * dice.fraction()),
		runMs: Math.round(1000 * seconds * (0.8 + 0.4 * dice.fraction())),
	};
}
