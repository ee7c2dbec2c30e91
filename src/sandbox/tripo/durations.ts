import type { Dice } from '../dice';
import { type Family, isLowPoly } from './models';
import type { TaskType } from './task';

/** How long a task waits and works, in ms of work time. */
export interface Schedule {
	queueMs: number;
	runMs: number;
}

/** Typical seconds of work per kind of task, textured and bare. */
function typicalSeconds(type: TaskType, family: Family, textured: boolean): number {
	if (!isLowPoly(family)) {
		return textured ? 80 : 40;
	}
	if (!textured) {
		return 10;
	}
	return type === 'multiview_to_model' ? 80 : 60;
}

/** A typical duration give or take a fifth, after one to four seconds in the queue. */
export function scheduleFor(type: TaskType, family: Family, textured: boolean, dice: Dice): Schedule {
	return {
		queueMs: Math.round(1000 + 3000 * dice.fraction()),
		runMs: Math.round(1000 * typicalSeconds(type, family, textured) * (0.8 + 0.4 * dice.fraction())),
	};
}
