import type { Log } from '../../../src/core/base/log';

/** The engine's log, for the report of a run that failed. */
export function stderrLog(name: string): Log {
	const line =
		(level: string) =>
		(message: string): void => {
			process.stderr.write(`${name} ${level}: ${message}\n`);
		};
	return { trace() {}, debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}
