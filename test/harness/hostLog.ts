import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { namedLines } from './namedLines';
import { cacheRoot } from './projectPaths';
import { reporterLine } from './reporterLine';

/** The console of a workbench and its extension host. */
export interface HostLog {
	/** Holds every line. */
	file: string;
	/** Keeps a line, and prints it if it is one of the test reporter. */
	line(type: string, args: unknown[]): void;
	close(): void;
}

/** Starts the log of a run, in place of that of the last run of the same name. */
export function openHostLog(name: string): HostLog {
	const file = path.join(cacheRoot, 'logs', `${name}.log`);
	mkdirSync(path.dirname(file), { recursive: true });
	const stream = createWriteStream(file);
	const line = (type: string, args: unknown[]) => {
		const text = format(...args);
		const reported = reporterLine(text);
		if (reported !== undefined) {
			console.log(namedLines(name, reported));
		}
		stream.write(`${type}: ${reported ?? text}\n`);
	};
	return { file, line, close: () => stream.end() };
}
