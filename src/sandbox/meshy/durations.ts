import type { Dice } from '../dice';

/** How long a task waits and works, in ms of work time. */
export interface Schedule {
	queueMs: number;
	runMs: number;
}

/** Seconds of work. The real ones take several times as long, in about these proportions. */
export const typicalSeconds = {
	mesh: 25,
	smartMesh: 12,
	refine: 60,
	texturedMesh: 90,
	retexture: 60,
	remesh: 15,
	convert: 4,
	resize: 4,
	unwrap: 10,
	rig: 20,
	animate: 10,
	motion: 15,
	analyze: 4,
	repair: 10,
	picture: 8,
} as const;

/** The typical duration give or take a fifth, after one to three seconds in the queue. */
export function scheduleFor(seconds: number, dice: Dice): Schedule {
	return {
		queueMs: Math.round(1000 + 2000 * dice.fraction()),
		runMs: Math.round(1000 * seconds * (0.8 + 0.4 * dice.fraction())),
	};
}
