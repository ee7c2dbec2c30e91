import { findSourceMap } from 'node:module';
import path from 'node:path';
import type { Runner, Test } from 'mocha';
import type { TestFailure, TestReport } from './testReport';

/** Counts what a mocha run comes to; a failed hook counts as a failed test. */
export function countTests(runner: Runner): Promise<Omit<TestReport, 'figures'>> {
	let passed = 0;
	const failures: TestFailure[] = [];
	runner.on('pass', () => {
		passed++;
	});
	runner.on('fail', (test: Test, error: unknown) => {
		failures.push({ title: test.fullTitle(), message: describe(error) });
	});
	return new Promise((resolve) => {
		runner.once('end', () => resolve({ passed, failed: failures.length, failures }));
	});
}

function describe(error: unknown): string {
	return error instanceof Error ? atSourceLines(error.stack ?? error.message) : String(error);
}

/** An extension host formats stacks itself, without source maps; this names the lines that were written. */
function atSourceLines(stack: string): string {
	return stack.replace(/([^\s()]+\.js):(\d+):(\d+)/g, (place, file: string, line: string, column: string) => {
		const absolute = path.resolve(file);
		const entry = findSourceMap(absolute)?.findEntry(Number(line) - 1, Number(column) - 1);
		if (!entry || !('originalSource' in entry)) {
			return place;
		}
		const source = entry.originalSource.replace('file://', '');
		return `${path.resolve(path.dirname(absolute), source)}:${entry.originalLine + 1}`;
	});
}
