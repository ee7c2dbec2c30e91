import { type Clock, systemClock } from '../../src/core/base/clock';

/**
 * Waits so many times shorter than in real life. What time it is stays true, because the service's answers carry real
 * times, which the engine compares with its own.
 */
export function hastyClock(haste: number): Clock {
	return {
		now: () => systemClock.now(),
		sleep: (ms, signal) => systemClock.sleep(ms / haste, signal),
		stopwatch: () => {
			const passed = systemClock.stopwatch();
			return () => passed() * haste;
		},
	};
}
