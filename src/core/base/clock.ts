/** Time as the engine sees it, so that tests can drive it. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Resolves after `ms`; rejects with the signal's reason as soon as it is aborted, and leaves no timer behind. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** Starts to count: answers the ms since then, as `sleep` counts them. */
	stopwatch(): () => number;
}

/** Longest time that one timer waits. */
const sliceMs = 2000;

/**
 * Real time. Timers stand still while the machine sleeps, so a long wait looks at the clock every now and then: what
 * came due meanwhile is due within moments of waking, and not minutes later.
 */
export function realClock(now: () => number = Date.now, slice = sliceMs): Clock {
	return {
		now,
		stopwatch: () => stopwatch(now),
		sleep: (ms, signal) =>
			new Promise((resolve, reject) => {
				if (signal?.aborted) return reject(signal.reason);
				const passed = stopwatch(now);
				const stop = (): void => {
					clearTimeout(timer);
					reject(signal?.reason);
				};
				const tick = (): void => {
					const left = ms - passed();
					if (left > 0) {
						timer = setTimeout(tick, Math.min(left, slice));
						return;
					}
					signal?.removeEventListener('abort', stop);
					resolve();
				};
				let timer = setTimeout(tick, Math.min(ms, slice));
				signal?.addEventListener('abort', stop, { once: true });
			}),
	};
}

/** The machine's clock. */
export const systemClock: Clock = realClock();

/**
 * Tells the ms since it was made, by a clock that people set. When the clock is set back, it goes on from there, so that nobody waits for hours;
 * time that the machine slept counts.
 */
export function stopwatch(now: () => number): () => number {
	let last = now();
	let passed = 0;
	return () => {
		const present = now();
		passed += Math.max(present - last, 0);
		last = present;
		return passed;
	};
}
