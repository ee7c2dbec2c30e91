import { type Clock, systemClock } from '../../../src/core/clock';

/**
 * The engine waits fifty times shorter than in real life. What time it is stays true, because the service's answers
 * carry real times, which the engine compares with its own.
 */
const haste = 50;

export const fastClock: Clock = {
	now: () => systemClock.now(),
	sleep: (ms, signal) => systemClock.sleep(ms / haste, signal),
};
