import { appendFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The environment variable that tells tests the folder for their report. */
export const reportVariable = 'PROPSMITH_TEST_REPORT';

/** What a run of tests comes to. */
export interface TestReport {
	passed: number;
	failed: number;
	failures: TestFailure[];
	/** Things measured on the way, such as `activationMs`. */
	figures: Record<string, number>;
}

/** One test that failed. */
export interface TestFailure {
	/** The titles of the suites and of the test. */
	title: string;
	/** The error with its stack. */
	message: string;
}

/** Keeps a measured number for the summary at the end of `npm test`; of several with one name, the median. For use in any test. */
export function recordFigure(name: string, value: number): void {
	const folder = process.env[reportVariable];
	if (folder) {
		appendFileSync(path.join(folder, 'figures.jsonl'), `${JSON.stringify([name, value])}\n`);
	}
}

/** Writes what the tests of this process came to, if anybody asked for it. */
export async function writeReport(report: Omit<TestReport, 'figures'>): Promise<void> {
	const folder = process.env[reportVariable];
	if (folder) {
		await writeFile(path.join(folder, 'report.json'), JSON.stringify(report));
	}
}

/** Reads what tests of another process came to, or undefined if they never reported. */
export async function readReport(folder: string): Promise<TestReport | undefined> {
	const read = (name: string) => readFile(path.join(folder, name), 'utf8').catch(() => '');
	const content = await read('report.json');
	if (!content) {
		return undefined;
	}
	const report = JSON.parse(content) as Omit<TestReport, 'figures'>;
	const lines = (await read('figures.jsonl')).split('\n').filter(Boolean);
	const measured = new Map<string, number[]>();
	for (const [name, value] of lines.map((line) => JSON.parse(line) as [string, number]))
		measured.set(name, [...(measured.get(name) ?? []), value]);
	return {
		...report,
		figures: Object.fromEntries([...measured].map(([name, values]) => [name, medianOf(values)])),
	};
}

/** The upper of the two in the middle of an even number. */
function medianOf(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
