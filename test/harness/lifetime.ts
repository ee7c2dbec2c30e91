const watchIntervalMs = 1000;

/**
 * Ends this process by `exit` when it is interrupted or its parent is gone, so that what it started ends too.
 * npm, ended by a signal, leaves the script that it runs behind: only the change of parent tells.
 */
export function exitWithTheRest(): void {
	const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
	for (const [signal, number] of Object.entries(signals)) {
		process.once(signal, () => process.exit(128 + number));
	}
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) {
			process.exit(128 + signals.SIGHUP);
		}
	}, watchIntervalMs).unref();
}
